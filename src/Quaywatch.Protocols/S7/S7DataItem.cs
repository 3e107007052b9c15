using System.Buffers.Binary;

namespace Quaywatch.Protocols.S7;

/// <summary>The value of one item: in the answer to Read Var, in a Write Var job, in cyclic data.
/// <code>
/// +-------------+-----------+------------+----------- - - +------------------------
/// | return code | transport | length (2) | value          | fill byte, if odd and
/// |             | size      |            |                | not the last
/// +-------------+-----------+------------+----------- - - +------------------------
/// </code>
/// The length counts bits for transport sizes 3, 4 and 5, else bytes. Wireshark, packet-s7comm.c,
/// s7comm_decode_response_read_data.</summary>
public readonly ref struct S7DataItem
{
    /// <summary>Bytes before the value.</summary>
    public const int HeadSize = 4;

    readonly ReadOnlySpan<byte> _bytes;

    S7DataItem(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads the item at the beginning of the bytes; false where it is cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out S7DataItem item)
    {
        item = default;
        if (bytes.Length < HeadSize)
        {
            return false;
        }

        int length = HasValue(bytes[0]) ? ByteLength(bytes[1], BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])) : 0;
        if (bytes.Length < HeadSize + length)
        {
            return false;
        }

        item = new S7DataItem(bytes[..(HeadSize + length)]);
        return true;
    }

    /// <summary>The item's bytes without fill.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>How it went: 0xFF is success; 0 in a request.</summary>
    public byte ReturnCode => _bytes[0];

    /// <summary>How the length counts and what the value is.</summary>
    public byte TransportSize => _bytes[1];

    /// <summary>The length as it is written, in bits or bytes.</summary>
    public ushort WrittenLength => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>The value.</summary>
    public ReadOnlySpan<byte> Value => _bytes[HeadSize..];

    /// <summary>Whether a value follows for that return code: success, and the 0 of requests.</summary>
    public static bool HasValue(byte returnCode) => returnCode is S7Names.Success or 0;

    /// <summary>The length in bytes.</summary>
    public static int ByteLength(byte transportSize, ushort length) => transportSize is 3 or 4 or 5 ? (length + 7) >> 3 : length;
}
