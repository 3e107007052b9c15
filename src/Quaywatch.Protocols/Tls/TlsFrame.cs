using System.Buffers.Binary;

namespace Quaywatch.Protocols.Tls;

/// <summary>A record. RFC 8446, section 5.1; RFC 5246, section 6.2.1.
/// <code>
///  0        1        2        3        4        5
/// +--------+--------+--------+--------+--------+----------...
/// | type   | version (3, minor)|     length     | body
/// +--------+--------+--------+--------+--------+----------...
/// </code></summary>
public readonly ref struct TlsFrame
{
    /// <summary>Bytes before the body.</summary>
    public const int HeaderSize = 5;

    /// <summary>The longest body: 2^14 bytes, and 2,048 for encryption. RFC 5246, section 6.2.3.</summary>
    public const int LongestBody = (1 << 14) + 2048;

    readonly ReadOnlySpan<byte> _bytes;

    TlsFrame(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>What the body is: <see cref="TlsNames.Handshake"/> and so on.</summary>
    public byte Type => _bytes[0];

    /// <summary>The version that the record says; the true one is in the hellos.</summary>
    public ushort Version => BinaryPrimitives.ReadUInt16BigEndian(_bytes[1..]);

    /// <summary>The body's length as the header says it.</summary>
    public int BodyLength => BinaryPrimitives.ReadUInt16BigEndian(_bytes[3..]);

    /// <summary>Header and body.</summary>
    public int Size => HeaderSize + BodyLength;

    /// <summary>Whether all of it is there.</summary>
    public bool IsWhole => _bytes.Length >= Size;

    /// <summary>The body, as much as is there.</summary>
    public ReadOnlySpan<byte> Body => _bytes[HeaderSize..Math.Min(Size, _bytes.Length)];

    /// <summary>Reads the header; false where it is not there or none of TLS.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out TlsFrame frame)
    {
        bool isRecord = bytes.Length >= HeaderSize && IsBeginning(bytes);
        frame = new TlsFrame(isRecord ? bytes : default);
        return isRecord;
    }

    /// <summary>Whether the bytes, be they less than a header, can begin a record.</summary>
    internal static bool IsBeginning(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 0 && bytes[0] is < TlsNames.ChangeCipherSpec or > TlsNames.ApplicationData)
        {
            return false;
        }

        if ((bytes.Length > 1 && bytes[1] != 3) || (bytes.Length > 2 && bytes[2] > 4))
        {
            return false;
        }

        if (bytes.Length < HeaderSize)
        {
            return bytes.Length < 4 || bytes[3] <= LongestBody >> 8;
        }

        // only application data may be empty (RFC 8446, section 5.1)
        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[3..]);
        return length <= LongestBody && (length > 0 || bytes[0] == TlsNames.ApplicationData);
    }
}
