using System.Buffers.Binary;

namespace Quaywatch.Protocols.S7;

/// <summary>The address of one item. The usual form is the any-pointer (length 10, syntax 0x10):
/// <code>
/// +------+--------+--------+-----------+-----------+--------+------+-----------------+
/// | 0x12 | length | syntax | transport | count (2) | DB (2) | area | address in bits |
/// |      |        |  0x10  | size      |           |        |      | (3)             |
/// +------+--------+--------+-----------+-----------+--------+------+-----------------+
/// </code>
/// For timers and counters the address is their number. Wireshark, packet-s7comm.c, s7comm_decode_param_item.</summary>
public readonly ref struct S7Item
{
    /// <summary>The specification type that all known items carry.</summary>
    public const byte SpecificationType = 0x12;

    readonly ReadOnlySpan<byte> _bytes;

    S7Item(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads the item at the beginning of the bytes; false where it is cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out S7Item item)
    {
        item = default;
        if (bytes.Length < 3 || bytes[1] < 1 || bytes.Length < 2 + bytes[1])
        {
            return false;
        }

        item = new S7Item(bytes[..(2 + bytes[1])]);
        return true;
    }

    /// <summary>The item's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Specification type, 0x12.</summary>
    public byte Type => _bytes[0];

    /// <summary>Bytes that follow this one.</summary>
    public byte SpecificationLength => _bytes[1];

    /// <summary>Syntax of what follows.</summary>
    public byte Syntax => _bytes[2];

    /// <summary>What form the item has.</summary>
    public S7ItemForm Form => Type != SpecificationType ? S7ItemForm.Unknown : (Syntax, SpecificationLength) switch
    {
        (0x10, 10) => Area == S7Area.DataRecord ? S7ItemForm.DataRecord : S7ItemForm.Any,
        (0xB0, >= 7) => S7ItemForm.DbRead,
        (0xB2, >= 14) => S7ItemForm.Symbolic,
        (0x82 or 0x83 or 0x84, 8) => S7ItemForm.Nck,
        (0xA2, 10) => S7ItemForm.Drive,
        _ => S7ItemForm.Unknown,
    };

    /// <summary>Any-pointer: the type of the elements.</summary>
    public byte TransportSize => _bytes[3];

    /// <summary>Any-pointer: how many elements.</summary>
    public ushort Count => BinaryPrimitives.ReadUInt16BigEndian(_bytes[4..]);

    /// <summary>Any-pointer: the data block, 0 without.</summary>
    public ushort Db => BinaryPrimitives.ReadUInt16BigEndian(_bytes[6..]);

    /// <summary>Any-pointer: the area.</summary>
    public S7Area Area => (S7Area)_bytes[8];

    /// <summary>Any-pointer: the address in bits; a number for timers and counters.</summary>
    public int Address => (_bytes[9] << 16) | (_bytes[10] << 8) | _bytes[11];

    /// <summary>Any-pointer: whether the address is a number of a timer or counter.</summary>
    public bool IsNumbered => IsNumberedArea(Area);

    /// <summary>DB read: how many stretches follow.</summary>
    public int AreaCount => _bytes[3];

    /// <summary>DB read: the stretch of that number; false where the item ends before it.</summary>
    public bool TryArea(int index, out int db, out int firstByte, out int bytes)
    {
        int at = 4 + (index * 5);
        bool isThere = index >= 0 && index < AreaCount && at + 5 <= _bytes.Length;
        bytes = isThere ? _bytes[at] : 0;
        db = isThere ? BinaryPrimitives.ReadUInt16BigEndian(_bytes[(at + 1)..]) : 0;
        firstByte = isThere ? BinaryPrimitives.ReadUInt16BigEndian(_bytes[(at + 3)..]) : 0;
        return isThere;
    }

    /// <summary>Whether addresses of that area are numbers of timers or counters.</summary>
    public static bool IsNumberedArea(S7Area area) => area is S7Area.Counters or S7Area.Timers;
}
