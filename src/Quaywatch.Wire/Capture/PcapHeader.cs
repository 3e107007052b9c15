using System.Buffers.Binary;

namespace Quaywatch.Wire.Capture;

/// <summary>The file header of pcap, 24 bytes, in the byte order of its writer. draft-ietf-opsawg-pcap, section 4; the older versions
/// and variants as Wireshark's wiretap/libpcap.c tells them.</summary>
/// <remarks><code>
///  0       4       6       8      12      16      20      24
/// +-------+---+---+-------+-------+-------+-------+
/// | magic |maj|min| 0     | 0     | snap  | link  |
/// +-------+---+---+-------+-------+-------+-------+
/// link: 4 bits FCS length in 16-bit words, 1 reserved, 1 "FCS length is valid", 10 reserved, 16 link type
/// </code></remarks>
readonly record struct PcapHeader
{
    /// <summary>Length of the header.</summary>
    public const int Size = 24;

    const uint Micro = 0xa1b2c3d4;
    const uint Nano = 0xa1b23c4d;
    const uint Kuznetzov = 0xa1b2cd34;
    const uint ReservedBits = 0x0BFF0000;
    const uint CheckLengthIsValid = 0x04000000;
    const int FirstVersion = 2;
    const int DataGeneral = 543;

    /// <summary>Whether numbers are big-endian.</summary>
    public bool BigEndian { get; private init; }

    /// <summary>Nanoseconds in one unit of a record's fraction.</summary>
    public int FractionUnit { get; private init; }

    /// <summary>Link type.</summary>
    public ushort LinkType { get; private init; }

    /// <summary>Bytes of frame check sequence behind each frame.</summary>
    public byte FrameCheckLength { get; private init; }

    /// <summary>Whether bits are set that must not be.</summary>
    public bool HasReservedBits { get; private init; }

    /// <summary>The longest capture of a packet that the header promises; many files break the promise.</summary>
    public uint SnapLength { get; private init; }

    /// <summary>The order of a record's lengths.</summary>
    public PcapLengthOrder LengthOrder { get; private init; }

    /// <summary>The record header's form; to be guessed from the first records where the header leaves it open.</summary>
    public PcapVariant Variant { get; init; }

    /// <summary>The forms that the magic number allows.</summary>
    public ReadOnlySpan<PcapVariant> Candidates => !MayVary ? [PcapVariant.Standard]
        : IsModified ? [PcapVariant.Modified, PcapVariant.ModifiedLong]
        : [PcapVariant.Standard, PcapVariant.Modified, PcapVariant.Nokia];

    bool IsModified { get; init; }

    bool MayVary { get; init; }

    /// <summary>Whether a file that begins so is pcap.</summary>
    public static bool IsMagic(ReadOnlySpan<byte> head) => head.Length >= 4
        && (IsMagic(BinaryPrimitives.ReadUInt32LittleEndian(head)) || IsMagic(BinaryPrimitives.ReadUInt32BigEndian(head)));

    /// <summary>Reads the header.</summary>
    /// <param name="head">The file's first bytes, with a magic number of pcap.</param>
    /// <param name="header">The header.</param>
    /// <param name="problem">Why it cannot be read: the end of a sentence that begins with the file's name.</param>
    public static bool TryRead(ReadOnlySpan<byte> head, out PcapHeader header, out string problem)
    {
        header = default;
        if (head.Length < Size)
        {
            problem = "is cut within its file header, so it holds no packets";
            return false;
        }

        bool big = IsMagic(BinaryPrimitives.ReadUInt32BigEndian(head));
        uint magic = big ? BinaryPrimitives.ReadUInt32BigEndian(head) : BinaryPrimitives.ReadUInt32LittleEndian(head);
        int major = big ? BinaryPrimitives.ReadUInt16BigEndian(head[4..]) : BinaryPrimitives.ReadUInt16LittleEndian(head[4..]);
        int minor = big ? BinaryPrimitives.ReadUInt16BigEndian(head[6..]) : BinaryPrimitives.ReadUInt16LittleEndian(head[6..]);
        uint snap = big ? BinaryPrimitives.ReadUInt32BigEndian(head[16..]) : BinaryPrimitives.ReadUInt32LittleEndian(head[16..]);
        uint link = big ? BinaryPrimitives.ReadUInt32BigEndian(head[20..]) : BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        if (major < FirstVersion)
        {
            problem = "is pcap of a version before 2, which Quaywatch does not read; convert it with an old tcpdump";
            return false;
        }

        // AIX writes interface types of SNMP (RFC 1573) where others write link types, and nanoseconds under the magic of microseconds.
        if (magic == Micro && major == 2 && minor == 2 && link is 6 or 9 or 15 or 24)
        {
            problem = "is a capture of AIX, which Quaywatch does not read; convert it with editcap -F pcapng";
            return false;
        }

        problem = "";
        header = new PcapHeader
        {
            BigEndian = big,
            FractionUnit = magic == Nano ? 1 : 1000,
            LinkType = (ushort)link,
            FrameCheckLength = (link & CheckLengthIsValid) != 0 ? (byte)((link >> 28) * 2) : (byte)0,
            HasReservedBits = (link & ReservedBits) != 0,
            SnapLength = snap,
            IsModified = magic == Kuznetzov,
            MayVary = magic == Kuznetzov || (magic == Micro && major == 2 && minor > 3),
            Variant = PcapVariant.Standard,
            LengthOrder = major == DataGeneral || (major == 2 && minor < 3) ? PcapLengthOrder.OriginalFirst
                : major == 2 && minor == 3 ? PcapLengthOrder.SmallerIsCaptured
                : PcapLengthOrder.CapturedFirst,
        };
        return true;
    }

    static bool IsMagic(uint magic) => magic is Micro or Nano or Kuznetzov;
}
