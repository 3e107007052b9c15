namespace Quaywatch.Report.Summary;

/// <summary>What a part of the summary is, where that has a colour.</summary>
enum SummaryStyle
{
    Plain,
    Question,
    Critical,
    High,
    Medium,
}
