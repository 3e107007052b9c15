using System.Buffers.Binary;

namespace Quaywatch.Protocols.Iso;

/// <summary>The packet that carries ISO transport over TCP. RFC 1006, section 6:
/// <code>
/// +---------+----------+-----------------+--------------
/// | version | reserved | length (16 bit) | one COTP TPDU
/// |    3    |    0     |  with this head |
/// +---------+----------+-----------------+--------------
/// </code></summary>
public readonly ref struct Tpkt
{
    /// <summary>Bytes of the head.</summary>
    public const int Size = 4;

    /// <summary>The only version there is.</summary>
    public const byte Version = 3;

    /// <summary>The shortest packet: the head and three bytes of TPDU.</summary>
    public const int Shortest = 7;

    readonly ReadOnlySpan<byte> _bytes;

    Tpkt(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads a head of four bytes; false where it is no TPKT or its length cannot be. The rest need not be there yet.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Tpkt packet)
    {
        packet = new Tpkt(bytes);
        return bytes.Length >= Size && bytes[0] == Version && packet.Length >= Shortest;
    }

    /// <summary>Reserved, 0.</summary>
    public byte Reserved => _bytes[1];

    /// <summary>Bytes of the whole packet, the head among them.</summary>
    public int Length => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);
}
