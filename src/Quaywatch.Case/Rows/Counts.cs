namespace Quaywatch.Case.Rows;

/// <summary>How many rows each file of the case has.</summary>
public sealed record Counts
{
    /// <summary>Rows of `devices.jsonl`.</summary>
    public long Devices { get; init; }

    /// <summary>Rows of `conversations.jsonl`.</summary>
    public long Conversations { get; init; }

    /// <summary>Rows of `commands.jsonl`.</summary>
    public long Commands { get; init; }

    /// <summary>Rows of `sessions.jsonl`.</summary>
    public long Sessions { get; init; }

    /// <summary>Rows of `exposure.jsonl`.</summary>
    public long Exposure { get; init; }

    /// <summary>Rows of `contents.jsonl`.</summary>
    public long Contents { get; init; }

    /// <summary>Rows of `findings.jsonl`, by severity.</summary>
    public SeverityCounts FindingsBySeverity { get; init; } = new();
}
