namespace Quaywatch.Report.Summary;

/// <summary>How the summary is written.</summary>
public sealed record SummaryOptions
{
    /// <summary>Columns of a line; below 40 it is 40.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether severities are coloured by ANSI sequences. Their words are there in any case.</summary>
    public bool Colour { get; init; }

    /// <summary>How long the analysis took; absent when the summary is made from a case that was there.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>Where the report is, as the user would type it; absent when there is none.</summary>
    public string? Report { get; init; }
}
