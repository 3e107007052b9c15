namespace Quaywatch.Protocols.S7;

/// <summary>A point in time in BCD, 8 bytes (DATE_AND_TIME) or 10 with two before them:
/// <code>
/// +- - - - - - - - - -+------+-------+-----+------+--------+--------+-------------------+---------+
/// | reserved  century | year | month | day | hour | minute | second | millisecond       | weekday |
/// |                   |      |       |     |      |        |        | (3 digits)        | (1)     |
/// +- - - - - - - - - -+------+-------+-----+------+--------+--------+-------------------+---------+
/// </code>
/// Years below 90 are after 2000; the century is not used, since some controllers write 19 for 20. Local time of the
/// controller. Wireshark, packet-s7comm.c, s7comm_add_timestamp_to_tree.</summary>
public readonly ref struct S7Timestamp
{
    /// <summary>Bytes of the short form.</summary>
    public const int Size = 8;

    /// <summary>Bytes of the long form, in the time functions.</summary>
    public const int LongSize = 10;

    readonly ReadOnlySpan<byte> _bytes;

    S7Timestamp(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads the long form; false where it is too short.</summary>
    public static bool TryReadLong(ReadOnlySpan<byte> bytes, out S7Timestamp timestamp)
    {
        timestamp = new S7Timestamp(bytes.Length >= LongSize ? bytes[2..LongSize] : default);
        return bytes.Length >= LongSize;
    }

    /// <summary>Reads the short form; false where it is too short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out S7Timestamp timestamp)
    {
        timestamp = new S7Timestamp(bytes.Length >= Size ? bytes[..Size] : default);
        return bytes.Length >= Size;
    }

    /// <summary>The year with its century.</summary>
    public int Year => Bcd(_bytes[0]) is int year && year < 90 ? 2000 + year : 1900 + Bcd(_bytes[0]);

    /// <summary>The month from 1.</summary>
    public int Month => Bcd(_bytes[1]);

    /// <summary>The day from 1.</summary>
    public int Day => Bcd(_bytes[2]);

    /// <summary>The hour.</summary>
    public int Hour => Bcd(_bytes[3]);

    /// <summary>The minute.</summary>
    public int Minute => Bcd(_bytes[4]);

    /// <summary>The second.</summary>
    public int Second => Bcd(_bytes[5]);

    /// <summary>The millisecond.</summary>
    public int Millisecond => (Bcd(_bytes[6]) * 10) + (_bytes[7] >> 4);

    /// <summary>The day of the week from 1, Sunday.</summary>
    public int Weekday => _bytes[7] & 0x0F;

    /// <summary>Two decimal digits in one byte; hexadecimal digits count on, as others read them.</summary>
    public static int Bcd(byte value) => ((value >> 4) * 10) + (value & 0x0F);

    /// <summary>Writes 2014-08-20T11:59:33.040 as ASCII and returns how many bytes.</summary>
    public int Format(Span<byte> text)
    {
        ByteText to = new(text);
        to.Decimal(Year, 4);
        to.Add((byte)'-');
        to.Decimal(Month, 2);
        to.Add((byte)'-');
        to.Decimal(Day, 2);
        to.Add((byte)'T');
        to.Decimal(Hour, 2);
        to.Add((byte)':');
        to.Decimal(Minute, 2);
        to.Add((byte)':');
        to.Decimal(Second, 2);
        to.Add((byte)'.');
        to.Decimal(Millisecond, 3);
        return to.Length;
    }
}
