namespace Quaywatch.Case.Rows;

/// <summary>The options that decide what is in the case.</summary>
public sealed record AnalyzeOptions
{
    /// <summary>`--filter`, as given.</summary>
    public string? Filter { get; init; }

    /// <summary>`--from`: earlier packets were left out.</summary>
    public Timestamp? From { get; init; }

    /// <summary>`--to`: later packets were left out.</summary>
    public Timestamp? To { get; init; }

    /// <summary>`--all-acts`: `commands.jsonl` lists reads too.</summary>
    public bool AllActs { get; init; }
}
