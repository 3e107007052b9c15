using Quaywatch.Case.Rows;
using Quaywatch.Engine;

namespace Quaywatch.Cli.Commands;

/// <summary>What was asked of <c>analyze</c>.</summary>
sealed record AnalyzeWish
{
    /// <summary>Files, folders, patterns, or <c>-</c>.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The case folder; null for the first input's name.</summary>
    public string? Output { get; init; }

    /// <summary>One JSON document in place of the summary.</summary>
    public bool AsJson { get; init; }

    /// <summary>The severity at which the exit status is 1; null for none.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>Whether reads are listed too.</summary>
    public bool AllActs { get; init; }

    /// <summary>Which packets count, by their time.</summary>
    public TimeWindow Window { get; init; }

    /// <summary>Whether the report is made.</summary>
    public bool Report { get; init; } = true;

    /// <summary>Whether packets are cut out.</summary>
    public bool Evidence { get; init; } = true;

    /// <summary>Whether a case may be replaced.</summary>
    public bool Force { get; init; }
}
