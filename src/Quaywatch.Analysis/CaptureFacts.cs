using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis;

/// <summary>What the floors below have counted, for the manifest and for what the capture can support.</summary>
public sealed class CaptureFacts
{
    /// <summary>Packets read, of all inputs.</summary>
    public long Packets { get; init; }

    /// <summary>Bytes of those packets as they were on the wire.</summary>
    public long Bytes { get; init; }

    /// <summary>Packets that were there twice.</summary>
    public long Duplicates { get; init; }

    /// <summary>Packets of which the capture holds only the beginning.</summary>
    public long Truncated { get; init; }

    /// <summary>Packets that were IP fragments.</summary>
    public long Fragments { get; init; }

    /// <summary>Steps of the clock.</summary>
    public long ClockSteps { get; init; }

    /// <summary>Time of the earliest packet, nanoseconds since 1970; null without packets.</summary>
    public long? First { get; init; }

    /// <summary>Time of the latest packet.</summary>
    public long? Last { get; init; }

    /// <summary>Whether the run was interrupted before the end of the input.</summary>
    public bool Partial { get; init; }

    /// <summary>Whether `--filter`, `--from` or `--to` left packets out.</summary>
    public bool Filtered { get; init; }

    /// <summary>Tables of the floors below that were full, and what they let go.</summary>
    public IReadOnlyList<NamedCount> LimitsReached { get; init; } = [];
}
