using System.Buffers.Binary;

namespace Quaywatch.Protocols.Dns;

/// <summary>A DNS message, big-endian, without the two bytes of length that stand before it on TCP. RFC 1035, section 4.1.1; AD and
/// CD are RFC 4035; C and T are LLMNR's, RFC 4795, section 2.1.1; in an update the four counts are of zones, prerequisites,
/// updates and additional records, RFC 2136.
/// <code>
///  0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15
/// +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
/// |                      ID                       |
/// +--+-----------+--+--+--+--+--+--+--+-----------+
/// |QR|  Opcode   |AA|TC|RD|RA| Z|AD|CD|   Rcode   |     LLMNR: C for AA, T for RD, zeros up to the Rcode
/// +--+-----------+--+--+--+--+--+--+--+-----------+
/// |                   Questions                   |
/// |                    Answers                    |
/// |              Authority records                |
/// |              Additional records               |
/// +-----------------------------------------------+
/// | Questions and records: DnsEntry             ...
/// </code></summary>
public readonly ref struct DnsFrame
{
    /// <summary>Bytes of the header.</summary>
    public const int HeaderSize = 12;

    DnsFrame(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>Reads a header; false where there is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out DnsFrame message)
    {
        message = bytes.Length < HeaderSize ? default : new DnsFrame(bytes);
        return bytes.Length >= HeaderSize;
    }

    /// <summary>The whole message.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Pairs an answer with its query.</summary>
    public ushort Id => BinaryPrimitives.ReadUInt16BigEndian(Bytes);

    /// <summary>The second word of the header.</summary>
    public ushort Flags => BinaryPrimitives.ReadUInt16BigEndian(Bytes[2..]);

    /// <summary>Whether it answers.</summary>
    public bool IsResponse => (Flags & 0x8000) != 0;

    /// <summary>What is asked: <see cref="DnsNames.Opcodes"/>.</summary>
    public int Opcode => (Flags >> 11) & 15;

    /// <summary>Whether the message was cut to fit its transport.</summary>
    public bool IsTruncated => (Flags & 0x0200) != 0;

    /// <summary>How it went, the lower four bits; <see cref="DnsNames.Rcodes"/>.</summary>
    public int Rcode => Flags & 15;

    /// <summary>Number of entries that the header promises for a section.</summary>
    public int Count(DnsSection section) => BinaryPrimitives.ReadUInt16BigEndian(Bytes[(4 + (2 * (int)section))..]);

    /// <summary>The least bytes that so many entries take: a root name, type and class; records have ten bytes more.</summary>
    public long LeastLength => HeaderSize
        + (DnsEntry.LeastQuestion * (long)Count(DnsSection.Question))
        + (DnsEntry.LeastRecord * (long)(Count(DnsSection.Answer) + Count(DnsSection.Authority) + Count(DnsSection.Additional)));

    /// <summary>Walks over all questions and records.</summary>
    public DnsReader Read() => new(this);
}
