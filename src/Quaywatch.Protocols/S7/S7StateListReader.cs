using System.Buffers.Binary;

namespace Quaywatch.Protocols.S7;

/// <summary>Walks the records of a system state list (SZL).
/// <code>
/// +----------------+-----------+-------------------+------------------+---------
/// | identifier (2) | index (2) | record length (2) | record count (2) | records
/// +----------------+-----------+-------------------+------------------+---------
/// </code></summary>
public ref struct S7StateListReader
{
    /// <summary>Bytes before the records.</summary>
    public const int HeadSize = 8;

    readonly ReadOnlySpan<byte> _head;
    ReadOnlySpan<byte> _rest;
    int _left;

    /// <summary>The records of a whole answer; none where it is cut short.</summary>
    public S7StateListReader(ReadOnlySpan<byte> payload)
    {
        _head = payload;
        if (payload.Length >= HeadSize)
        {
            _rest = payload[HeadSize..];
            _left = RecordCount;
        }
    }

    /// <summary>Which list: kind of module, extract, number.</summary>
    public readonly ushort Id => _head.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(_head) : (ushort)0;

    /// <summary>The number of the list alone.</summary>
    public readonly byte Number => (byte)Id;

    /// <summary>Which records were asked for.</summary>
    public readonly ushort Index => _head.Length >= 4 ? BinaryPrimitives.ReadUInt16BigEndian(_head[2..]) : (ushort)0;

    /// <summary>Bytes of a record.</summary>
    public readonly int RecordLength => _head.Length >= HeadSize ? BinaryPrimitives.ReadUInt16BigEndian(_head[4..]) : 0;

    /// <summary>How many records.</summary>
    public readonly int RecordCount => _head.Length >= HeadSize ? BinaryPrimitives.ReadUInt16BigEndian(_head[6..]) : 0;

    /// <summary>The next record; false at the end, or where the rest is cut short.</summary>
    public bool TryNext(out ReadOnlySpan<byte> record)
    {
        record = default;
        if (_left == 0 || RecordLength == 0 || _rest.Length < RecordLength)
        {
            return false;
        }

        record = _rest[..RecordLength];
        _rest = _rest[RecordLength..];
        _left--;
        return true;
    }
}
