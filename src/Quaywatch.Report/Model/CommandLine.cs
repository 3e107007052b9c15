using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>A run of commands as the page shows it.</summary>
sealed class CommandLine
{
    public required string Id { get; init; }

    /// <summary>Its id in the page; null while it is not chosen, or when another row has it.</summary>
    public string? Anchor { get; set; }

    public Timestamp? FirstSeen { get; init; }

    public Timestamp? LastSeen { get; init; }

    public long Count { get; init; }

    public Party Commander { get; init; }

    public Party Controller { get; init; }

    public string? Module { get; init; }

    public string? User { get; init; }

    public required Operation Operation { get; init; }

    public required string OperationName { get; init; }

    public required string Protocol { get; init; }

    public string? Function { get; init; }

    public string? Address { get; init; }

    public string? Value { get; init; }

    public required Result Result { get; init; }

    public required string ResultName { get; init; }

    public string? Error { get; init; }

    public required Verdict Verdict { get; init; }

    public string? VerdictBy { get; init; }

    public required string Packets { get; init; }

    /// <summary>The finding that names it; null for none.</summary>
    public FindingCard? Finding { get; set; }

    /// <summary>Most bytes that it takes in the page.</summary>
    public int Weight { get; init; }
}
