using System.Buffers.Binary;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Capture;

/// <summary>Writes a pcap file: little-endian, nanoseconds unless told otherwise. The same packets give the same bytes.</summary>
public sealed class PcapWriter
{
    const uint MicroMagic = 0xa1b2c3d4;
    const uint NanoMagic = 0xa1b23c4d;
    const int RecordSize = 16;

    readonly Stream _to;
    readonly int _fractionUnit;
    readonly byte[] _header = new byte[PcapHeader.Size];

    /// <summary>Writes the file header. The stream stays the caller's, who buffers and closes it.</summary>
    /// <param name="to">Where to write.</param>
    /// <param name="linkType">Link type of all packets.</param>
    /// <param name="nanoseconds">Nanoseconds, else microseconds, which older programs read.</param>
    /// <param name="snapLength">The snap length to state.</param>
    public PcapWriter(Stream to, LinkType linkType, bool nanoseconds = true, int snapLength = CaptureLimits.Captured)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentOutOfRangeException.ThrowIfNegative(snapLength);
        _to = to;
        _fractionUnit = nanoseconds ? 1 : 1000;
        Span<byte> header = _header;
        BinaryPrimitives.WriteUInt32LittleEndian(header, nanoseconds ? NanoMagic : MicroMagic);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 4);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], snapLength);
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], (ushort)linkType);
        _to.Write(header);
    }

    /// <summary>Writes one packet.</summary>
    /// <param name="time">Nanoseconds since 1970; what the format cannot hold (before 1970, after 7 February 2106) is written as 0.</param>
    /// <param name="bytes">The captured bytes, at most 262,144.</param>
    /// <param name="originalLength">The length on the wire; 0 for that of the bytes.</param>
    public void Write(long time, ReadOnlySpan<byte> bytes, int originalLength = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, CaptureLimits.Captured);
        long seconds = Math.DivRem(time, PacketTime.NanosecondsPerSecond, out long fraction);
        if (time < 0 || seconds > uint.MaxValue)
        {
            (seconds, fraction) = (0, 0);
        }

        Span<byte> record = _header.AsSpan(0, RecordSize);
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)seconds);
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], (uint)(fraction / _fractionUnit));
        BinaryPrimitives.WriteInt32LittleEndian(record[8..], bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(record[12..], Math.Max(originalLength, bytes.Length));
        _to.Write(record);
        _to.Write(bytes);
    }
}
