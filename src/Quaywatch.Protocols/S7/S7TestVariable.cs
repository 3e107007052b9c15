using System.Buffers.Binary;

namespace Quaywatch.Protocols.S7;

/// <summary>The address of one variable of a variable table. Wireshark, packet-s7comm.c, s7comm_decode_ud_tis_item_address:
/// <code>
/// +-----------+----------------+---------+------------------+
/// | area and  | how many, or   | DB (2)  | byte address, or |
/// | size      | for a bit: its |         | number of a      |
/// |           | number         |         | timer, counter(2)|
/// +-----------+----------------+---------+------------------+
/// </code></summary>
public readonly ref struct S7TestVariable
{
    /// <summary>Bytes of an address.</summary>
    public const int Size = 6;

    readonly ReadOnlySpan<byte> _bytes;

    /// <summary>The address in these six bytes.</summary>
    internal S7TestVariable(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Upper half the memory, lower half the size.</summary>
    public byte AreaAndSize => _bytes[0];

    /// <summary>Whether it is one bit.</summary>
    public bool IsBit => (_bytes[0] & 0x0F) == 0;

    /// <summary>How many elements.</summary>
    public int Count => IsBit ? 1 : _bytes[1];

    /// <summary>The repetition factor, or the bit's number, as written.</summary>
    public byte RepetitionOrBit => _bytes[1];

    /// <summary>The data block, 0 without.</summary>
    public ushort Db => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>The byte, or the number of a timer or counter.</summary>
    public ushort Start => BinaryPrimitives.ReadUInt16BigEndian(_bytes[4..]);

    /// <summary>The memory as items name it; 0 where it is not known.</summary>
    public S7Area Area => (_bytes[0] >> 4) switch
    {
        0 => S7Area.Flags,
        1 => S7Area.Inputs,
        2 => S7Area.Outputs,
        3 => S7Area.Peripheral,
        5 => S7Area.Timers,
        6 => S7Area.Counters,
        7 => S7Area.DataBlock,
        _ => 0,
    };

    /// <summary>The element's type as items name it.</summary>
    public byte TransportSize => (_bytes[0] & 0x0F) switch
    {
        0 => 1,
        1 => 2,
        2 => 4,
        3 => 6,
        _ => 28,
    };

    /// <summary>The address as items write it: in bits, or the number.</summary>
    public int Address => S7Item.IsNumberedArea(Area) ? Start : (Start * 8) + (IsBit ? _bytes[1] & 7 : 0);
}
