using Quaywatch.Observations;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Flows;

/// <summary>One packet on its way to its conversation: its headers, and the buffer that holds it (the frame, or what was made whole
/// out of fragments).</summary>
public readonly ref struct FlowPacket
{
    /// <summary>The headers; offsets of the transport header count in <see cref="Buffer"/>.</summary>
    public readonly ref readonly PacketHeaders Headers;

    /// <summary>A packet with these headers.</summary>
    public FlowPacket(in PacketHeaders headers) => Headers = ref headers;

    /// <summary>The frame or the reassembled packet.</summary>
    public ReadOnlySpan<byte> Buffer { get; init; }

    /// <summary>Where the buffer's bytes lie: one part that is the frame, or the fragments' parts.</summary>
    public ReadOnlySpan<PacketPart> Parts { get; init; }

    /// <summary>Bytes to count for it: the IP length, as if it had not been fragmented; without IP the frame's length.</summary>
    public long Bytes { get; init; }

    /// <summary>The packet's time, nanoseconds since 1970.</summary>
    public long Time { get; init; }

    /// <summary>The input's clock at this packet (<see cref="Batch.Clock"/>).</summary>
    public long Clock { get; init; }
}
