namespace Quaywatch.Case.Rows;

/// <summary>What the capture can support: counts over all inputs.</summary>
public sealed record CaptureCounts
{
    /// <summary>Packets.</summary>
    public long Packets { get; init; }

    /// <summary>Bytes of the packets as they were on the wire.</summary>
    public long Bytes { get; init; }

    /// <summary>Packets that were in the capture twice (a mirror port shows them coming and going); dropped.</summary>
    public long Duplicates { get; init; }

    /// <summary>Packets of which the capture holds only the beginning.</summary>
    public long Truncated { get; init; }

    /// <summary>Packets that were IP fragments.</summary>
    public long Fragments { get; init; }

    /// <summary>Holes in TCP streams.</summary>
    public long StreamGaps { get; init; }

    /// <summary>Packets that the capture probably missed; absent when nothing allows an estimate.</summary>
    public long? LostEstimate { get; init; }

    /// <summary>Conversations of which one side only was seen.</summary>
    public long OneSidedConversations { get; init; }

    /// <summary>Packets of which no protocol above the transport is known.</summary>
    public long UnknownProtocolPackets { get; init; }

    /// <summary>Steps of the capture's clock: over one hour forward or one second back.</summary>
    public long ClockSteps { get; init; }

    /// <summary>Tables that were full, and how many entries each had to let go: what was let go is missing here.</summary>
    public IReadOnlyList<NamedCount> LimitsReached { get; init; } = [];
}
