using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Capture;

/// <summary>Writes a pcapng file: little-endian, nanoseconds, one section unless more are begun. It names no system, hardware or
/// program, and the same packets give the same bytes. draft-ietf-opsawg-pcapng, section 4.</summary>
public sealed class PcapngWriter
{
    /// <summary>The longest comment, UTF-8 bytes; a longer one is cut at a character's end.</summary>
    public const int LongestComment = 32_000;

    const byte Nanoseconds = 9;
    const int BlockOverhead = 12;
    const int OptionHeader = 4;

    readonly Stream _to;
    readonly ArrayBufferWriter<byte> _block = new(2048);
    int _interfaces;

    /// <summary>Begins the first section. The stream stays the caller's, who buffers and closes it.</summary>
    /// <param name="to">Where to write.</param>
    /// <param name="comment">A comment on the whole section.</param>
    public PcapngWriter(Stream to, string? comment = null)
    {
        ArgumentNullException.ThrowIfNull(to);
        _to = to;
        BeginSection(comment);
    }

    /// <summary>Begins another section; it has no interfaces yet.</summary>
    /// <param name="comment">A comment on the whole section.</param>
    public void BeginSection(string? comment = null)
    {
        _interfaces = 0;
        Put(PcapngBlocks.ByteOrderMagic);
        PutHalf(1);
        PutHalf(0);

        // The section's length is left open: -1.
        Put(uint.MaxValue);
        Put(uint.MaxValue);
        PutComment(comment);
        End(PcapngBlocks.SectionHeader);
    }

    /// <summary>Describes an interface and returns its number in the section, from 0.</summary>
    /// <param name="linkType">Link type.</param>
    /// <param name="snapLength">The snap length to state; 0 for none.</param>
    public int AddInterface(LinkType linkType, int snapLength = CaptureLimits.Captured)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(snapLength);
        PutHalf((ushort)linkType);
        PutHalf(0);
        Put((uint)snapLength);
        PutOption(PcapngBlocks.TimeResolution, [Nanoseconds]);
        Put(PcapngBlocks.EndOfOptions);
        End(PcapngBlocks.InterfaceDescription);
        return _interfaces++;
    }

    /// <summary>Writes one packet.</summary>
    /// <param name="interfaceNumber">The interface's number in the section.</param>
    /// <param name="time">Nanoseconds since 1970; before 1970, or none, is written as 0.</param>
    /// <param name="bytes">The captured bytes, at most 262,144.</param>
    /// <param name="originalLength">The length on the wire; 0 for that of the bytes.</param>
    /// <param name="comment">A comment on the packet.</param>
    public void Write(int interfaceNumber, long time, ReadOnlySpan<byte> bytes, int originalLength = 0, string? comment = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, CaptureLimits.Captured);
        ArgumentOutOfRangeException.ThrowIfNegative(interfaceNumber);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(interfaceNumber, _interfaces);
        time = Math.Max(time, 0);
        Put((uint)interfaceNumber);
        Put((uint)(time >> 32));
        Put((uint)time);
        Put((uint)bytes.Length);
        Put((uint)Math.Max(originalLength, bytes.Length));
        PutPadded(bytes);
        PutComment(comment);
        End(PcapngBlocks.EnhancedPacket);
    }

    void PutComment(string? comment)
    {
        if (string.IsNullOrEmpty(comment))
        {
            return;
        }

        byte[] text = Encoding.UTF8.GetBytes(comment);
        int length = text.Length;
        if (length > LongestComment)
        {
            length = LongestComment;
            while ((text[length] & 0xC0) == 0x80)
            {
                length--;
            }
        }

        PutOption(PcapngBlocks.Comment, text.AsSpan(0, length));
        Put(PcapngBlocks.EndOfOptions);
    }

    void PutOption(ushort code, ReadOnlySpan<byte> value)
    {
        PutHalf(code);
        PutHalf((ushort)value.Length);
        PutPadded(value);
    }

    void PutPadded(ReadOnlySpan<byte> bytes)
    {
        _block.Write(bytes);
        int padding = -bytes.Length & 3;
        _block.GetSpan(OptionHeader)[..padding].Clear();
        _block.Advance(padding);
    }

    void Put(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_block.GetSpan(4), value);
        _block.Advance(4);
    }

    void PutHalf(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_block.GetSpan(2), value);
        _block.Advance(2);
    }

    void End(uint type)
    {
        Span<byte> frame = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, type);
        BinaryPrimitives.WriteInt32LittleEndian(frame[4..], _block.WrittenCount + BlockOverhead);
        _to.Write(frame);
        _to.Write(_block.WrittenSpan);
        _to.Write(frame[4..]);
        _block.ResetWrittenCount();
    }
}
