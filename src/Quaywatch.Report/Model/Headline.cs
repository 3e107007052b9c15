using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>The first sentence of the page.</summary>
static class Headline
{
    const int LongestSentence = 240;
    const int Short = 110;

    /// <summary>The most severe finding in words, or that there is nothing above low.</summary>
    public static string Of(ReportModel model)
    {
        if (model.Findings.Cards.Count > 0 && model.Findings.Cards[0] is { Severity: <= Severity.Medium } worst)
        {
            return worst.Sentence.Length <= LongestSentence ? worst.Sentence.TrimEnd('.') : $"{worst.Title}: {worst.Subject}";
        }

        if (model.Manifest.Capture.Packets == 0)
        {
            return "The capture holds no packets";
        }

        return Lasted(model) is { } span ? $"Nothing above low in {span}" : "Nothing above low";
    }

    /// <summary>Whether it needs smaller letters.</summary>
    public static bool IsLong(ReportModel model) => Of(model).Length > Short;

    /// <summary>The finding that it is about; null for none.</summary>
    public static FindingCard? Finding(ReportModel model) =>
        model.Findings.Cards.Count > 0 && model.Findings.Cards[0].Severity <= Severity.Medium ? model.Findings.Cards[0] : null;

    /// <summary>How long the capture is.</summary>
    public static string? Lasted(ReportModel model) =>
        model is { First: { } first, Last: { } last } && last > first ? Say.Span(last.Nanoseconds - first.Nanoseconds) : null;
}
