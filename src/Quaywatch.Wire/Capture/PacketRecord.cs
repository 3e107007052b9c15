using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Capture;

/// <summary>Where one packet lies in a filled buffer, and what its record says: half a cache line, written once when the buffer is
/// scanned, so that every walk after that needs neither the file's format nor another look at its lengths.</summary>
struct PacketRecord
{
    /// <summary>Nanoseconds since 1970.</summary>
    public long Time;

    /// <summary>Where the captured bytes begin in the buffer.</summary>
    public int Data;

    /// <summary>How many bytes were captured.</summary>
    public int Captured;

    /// <summary>The length on the wire, not below <see cref="Captured"/>.</summary>
    public int Original;

    /// <summary>The packet's number in its input, from 1.</summary>
    public int Number;

    /// <summary>The link type; all that are assigned fit 16 bits.</summary>
    public ushort LinkType;

    /// <summary>Which buffer of the block.</summary>
    public ushort Slot;

    /// <summary>How far before <see cref="Data"/> the record begins.</summary>
    public byte HeaderLength;

    /// <summary>Captured bytes of frame check sequence.</summary>
    public byte FrameCheckLength;

    /// <summary>The packet as its readers see it.</summary>
    public readonly CapturedPacket View(BlockBuffer buffer, int input) => new()
    {
        Bytes = buffer.Bytes.AsSpan(Data, Captured),
        Time = Time,
        Offset = buffer.Origin + Data - HeaderLength,
        OriginalLength = Original,
        Number = Number,
        Input = input,
        LinkType = (LinkType)LinkType,
        FrameCheckLength = FrameCheckLength,
    };
}
