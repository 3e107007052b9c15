namespace Quaywatch.Observations;

/// <summary>Who sent, within one conversation. Side A is the sender of the conversation's first packet in the input. That never
/// changes; who <em>opened</em> the conversation may be learned late, and is said by <see cref="Flow.Originator"/>.</summary>
public enum Direction : byte
{
    /// <summary>Sent by side A, the sender of the first packet seen.</summary>
    FromA,

    /// <summary>Sent by side B.</summary>
    FromB,
}

/// <summary>Steps on <see cref="Direction"/>.</summary>
public static class Directions
{
    /// <summary>The other direction.</summary>
    public static Direction Other(this Direction direction) => direction == Direction.FromA ? Direction.FromB : Direction.FromA;
}
