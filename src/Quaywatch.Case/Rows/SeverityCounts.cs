namespace Quaywatch.Case.Rows;

/// <summary>Number of findings by severity, worst first.</summary>
public sealed record SeverityCounts
{
    /// <summary>Critical findings.</summary>
    public long Critical { get; init; }

    /// <summary>High findings.</summary>
    public long High { get; init; }

    /// <summary>Medium findings.</summary>
    public long Medium { get; init; }

    /// <summary>Low findings.</summary>
    public long Low { get; init; }

    /// <summary>Findings for information.</summary>
    public long Info { get; init; }
}
