using Quaywatch.Observations;

namespace Quaywatch.Wire.Flows;

/// <summary>Bytes of one conversation as they become readable: the next stretch of a stream, or one datagram. Valid during the
/// call only.</summary>
public readonly ref struct Chunk
{
    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>The packets that carry them, in the order of the bytes, which they cover exactly.</summary>
    public ReadOnlySpan<PacketPart> Parts { get; init; }

    /// <summary>Who sent them.</summary>
    public Direction Direction { get; init; }

    /// <summary>The input's clock when they became readable (<see cref="Batch.Clock"/>).</summary>
    public long Time { get; init; }

    /// <summary>Whether the datagram was longer than what was captured of it.</summary>
    public bool IsCut { get; init; }
}
