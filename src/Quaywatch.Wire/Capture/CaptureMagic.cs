using System.Buffers.Binary;

namespace Quaywatch.Wire.Capture;

/// <summary>Recognises files by their first bytes, never by their names. Magic numbers of the capture formats from Wireshark's
/// wiretap (snoop.c, netmon.c, ngsniffer.c, netxray.c, iptrace.c, 5views.c, btsnoop.c, visual.c, libpcap.c), of the others from
/// their own specifications.</summary>
static class CaptureMagic
{
    const string Convert = "which Quaywatch does not read; convert it with editcap -F pcapng";
    const string Unpack = "which Quaywatch does not unpack; unpack it first";

    const uint ZstdFrame = 0xFD2FB528;

    /// <summary>Whether it is a gzip member (RFC 1952, section 2.3.1).</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head.Length >= 2 && head[0] == 0x1F && head[1] == 0x8B;

    /// <summary>Whether it is a zstd frame (RFC 8878, section 3.1.1), or one to be skipped before others.</summary>
    public static bool IsZstd(ReadOnlySpan<byte> head) => head.Length >= 4
        && BinaryPrimitives.ReadUInt32LittleEndian(head) is ZstdFrame or (>= 0x184D2A50 and <= 0x184D2A5F);

    /// <summary>How a file is compressed.</summary>
    public static Packing PackingOf(ReadOnlySpan<byte> head) => IsGzip(head) ? Packing.Gzip : IsZstd(head) ? Packing.Zstd : Packing.None;

    /// <summary>The window that the first zstd frame asks for, as a power of two, rounded up; 0 where it asks for no more than its content,
    /// or does not say (RFC 8878, section 3.1.1.1.2).</summary>
    public static int ZstdWindowLog(ReadOnlySpan<byte> head)
    {
        const int SingleSegment = 0x20;
        if (head.Length < 6 || BinaryPrimitives.ReadUInt32LittleEndian(head) != ZstdFrame || (head[4] & SingleSegment) != 0)
        {
            return 0;
        }

        int exponent = 10 + (head[5] >> 3);
        return (head[5] & 7) == 0 ? exponent : exponent + 1;
    }

    /// <summary>Whether it is pcapng: the block type, and the magic number that tells the byte order.</summary>
    public static bool IsPcapng(ReadOnlySpan<byte> head) => head.Length >= 12
        && BinaryPrimitives.ReadUInt32LittleEndian(head) == PcapngBlocks.SectionHeader
        && (BinaryPrimitives.ReadUInt32LittleEndian(head[8..]) == PcapngBlocks.ByteOrderMagic
            || BinaryPrimitives.ReadUInt32BigEndian(head[8..]) == PcapngBlocks.ByteOrderMagic);

    /// <summary>Says what a file is that is not read: the end of a sentence that begins with its name.</summary>
    public static string Problem(ReadOnlySpan<byte> head) => head switch
    {
        [] => "is empty",
        _ when head.StartsWith("snoop\0\0\0"u8) => $"is a snoop capture, {Convert}",
        _ when head.StartsWith("RTSS"u8) || head.StartsWith("GMBU"u8) => $"is a Microsoft Network Monitor capture, {Convert}",
        _ when head.StartsWith("TRSNIFF data"u8) => $"is a Sniffer capture, {Convert}",
        _ when head.StartsWith("XCP\0"u8) => $"is a NetXRay capture, {Convert}",
        _ when head.StartsWith("iptrace "u8) => $"is an iptrace capture, {Convert}",
        _ when head.StartsWith("btsnoop\0"u8) => $"is a btsnoop capture, {Convert}",
        [0xAA, 0xAA, 0xAA, 0xAA, ..] => $"is a 5Views capture, {Convert}",
        [0x05, (byte)'V', (byte)'N', (byte)'F', ..] => $"is a Visual Networks capture, {Convert}",
        [0x1C, 0x00, 0x01, 0xAC or 0xAB, ..] or [0xAC or 0xAB, 0x01, 0x00, 0x1C, ..] => $"is an Ixia capture, {Convert}",
        [0x0A, 0x0D, 0x0D, 0x0A, ..] => "begins like pcapng but is damaged in its first block",
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => $"is compressed with xz, {Unpack}",
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', ..] => $"is compressed with bzip2, {Unpack}",
        [0x04, 0x22, 0x4D, 0x18, ..] => $"is compressed with lz4, {Unpack}",
        [0x1F, 0x9D, ..] => $"is compressed with compress, {Unpack}",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => $"is a 7z archive, {Unpack}",
        _ when head.StartsWith("Rar!\x1A\x07"u8) => $"is a rar archive, {Unpack}",
        [(byte)'P', (byte)'K', 0x03, 0x04, ..] => $"is a zip archive, {Unpack}",
        _ when LooksLikeErf(head) => $"looks like an ERF capture, {Convert}",
        _ => "is no capture that Quaywatch reads (pcap or pcapng, also in gzip or zstd)",
    };

    /// <summary>ERF has no magic number: a record is a little-endian time whose high half is seconds, a type, flags, a length, a loss
    /// counter and the length on the wire. Three in a row that make sense are taken for it (Endace's ERF types document).</summary>
    static bool LooksLikeErf(ReadOnlySpan<byte> head)
    {
        const int HeaderSize = 16;
        const int LastType = 48;
        const uint OneDay = 86_400;
        uint before = 0;
        for (int i = 0; i < 3; i++)
        {
            if (head.Length < HeaderSize)
            {
                return false;
            }

            uint seconds = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            int type = head[8] & 0x7F;
            int length = BinaryPrimitives.ReadUInt16BigEndian(head[10..]);
            if (type is 0 or > LastType || length < HeaderSize || seconds == 0 || (i > 0 && seconds - before > OneDay))
            {
                return false;
            }

            before = seconds;
            head = head[Math.Min(length, head.Length)..];
        }

        return true;
    }
}
