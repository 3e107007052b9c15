using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Capture;

/// <summary>One packet record of a capture; the bytes lie in the reader's buffer and are valid until the next read.</summary>
public readonly ref struct CapturedPacket
{
    /// <summary>The captured bytes.</summary>
    public ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>Nanoseconds since 1970-01-01T00:00:00Z; may be absurd on purpose.</summary>
    public long Time { get; init; }

    /// <summary>Where the record begins in the uncompressed input.</summary>
    public long Offset { get; init; }

    /// <summary>The packet's length on the wire; at least the captured length.</summary>
    public int OriginalLength { get; init; }

    /// <summary>The packet's number in its input, from 1, as Wireshark counts.</summary>
    public int Number { get; init; }

    /// <summary>The input's number, from 1.</summary>
    public int Input { get; init; }

    /// <summary>The link-layer header type.</summary>
    public LinkType LinkType { get; init; }

    /// <summary>Bytes of frame check sequence at the frame's end, where the capture says so; else 0.</summary>
    public int FrameCheckLength { get; init; }
}
