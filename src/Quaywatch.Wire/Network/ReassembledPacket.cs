using Quaywatch.Observations;

namespace Quaywatch.Wire.Network;

/// <summary>A packet made whole out of fragments; valid until the next fragment is added.</summary>
public readonly ref struct ReassembledPacket
{
    /// <summary>What follows the IP header (IPv6: the fragment header), for <see cref="IpDecoder.DecodeReassembled"/>.</summary>
    public ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>Where these bytes lie, in their order and without gap or overlap: the concatenated parts are <see cref="Bytes"/>.</summary>
    public ReadOnlySpan<PacketPart> Parts { get; init; }

    /// <summary>The first fragment's protocol number.</summary>
    public byte Protocol { get; init; }

    /// <summary>How many fragments came, those included that brought nothing new.</summary>
    public int Fragments { get; init; }

    /// <summary>Whether fragments overlapped with other data.</summary>
    public bool HasConflict { get; init; }
}
