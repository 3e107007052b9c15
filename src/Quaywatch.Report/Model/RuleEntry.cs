namespace Quaywatch.Report.Model;

/// <summary>A rule that found something, explained in the appendix.</summary>
sealed class RuleEntry
{
    public required string Rule { get; init; }

    public required string Anchor { get; init; }

    public required string Title { get; init; }

    public string? Why { get; init; }

    public string? NextStep { get; init; }

    public string? CannotTell { get; init; }

    /// <summary>Its findings.</summary>
    public long Count { get; set; }

    /// <summary>Where its first finding is.</summary>
    public string? FirstFinding { get; init; }
}
