namespace Quaywatch.Case.Rows;

/// <summary>`run.json`: what differs from run to run on the same input, and the seal over the rest.</summary>
public sealed record Run
{
    /// <summary>When the run began, by the machine's clock.</summary>
    public Timestamp? Started { get; init; }

    /// <summary>When it ended.</summary>
    public Timestamp? Finished { get; init; }

    /// <summary>The command line, one argument an element.</summary>
    public IReadOnlyList<string> CommandLine { get; init; } = [];

    /// <summary>Full paths of the inputs, in order.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The machine.</summary>
    public Machine? Machine { get; init; }

    /// <summary>SHA-256 of `SHA256SUMS`: the seal.</summary>
    public string? Sha256 { get; init; }
}
