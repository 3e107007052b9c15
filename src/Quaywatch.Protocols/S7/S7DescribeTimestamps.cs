namespace Quaywatch.Protocols.S7;

/// <summary>The fields of points in time.</summary>
internal static class S7DescribeTimestamps
{
    static readonly DateTime s_firstDay = new(1984, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Describes a BCD timestamp of ten bytes, or of eight.</summary>
    public static void Describe(FieldCursor cursor, bool isLong, string name = "Timestamp")
    {
        int size = isLong ? S7Timestamp.LongSize : S7Timestamp.Size;
        bool isThere = isLong ? S7Timestamp.TryReadLong(cursor.Rest, out S7Timestamp time) : S7Timestamp.TryRead(cursor.Rest, out time);
        if (!isThere)
        {
            cursor.Remainder(name + " (cut short)");
            return;
        }

        Span<byte> text = stackalloc byte[32];
        cursor.Open(name, System.Text.Encoding.ASCII.GetString(text[..time.Format(text)]), size);
        if (isLong)
        {
            Bcd(cursor, "Reserved", "s7comm.data.ts_reserved");
            Bcd(cursor, "Year 1", "s7comm.data.ts_year1");
        }

        Bcd(cursor, "Year 2", "s7comm.data.ts_year2");
        Bcd(cursor, "Month", "s7comm.data.ts_month");
        Bcd(cursor, "Day", "s7comm.data.ts_day");
        Bcd(cursor, "Hour", "s7comm.data.ts_hour");
        Bcd(cursor, "Minute", "s7comm.data.ts_minute");
        Bcd(cursor, "Second", "s7comm.data.ts_second");
        cursor.Shown("Millisecond", $"{time.Millisecond}", 2, "s7comm.data.ts_millisecond", $"{time.Millisecond}");
        cursor.Bits("Weekday", 2, 0x000F, "s7comm.data.ts_weekday", v => S7TestNames.Weekday((int)v));
        cursor.Take(2);
        cursor.Close();
    }

    /// <summary>Describes a timestamp of six bytes: milliseconds of the day (4), days since 1984 (2).</summary>
    public static void DescribeDays(FieldCursor cursor, string name, string filter)
    {
        if (cursor.Left < 6)
        {
            cursor.Remainder(name + " (cut short)");
            return;
        }

        DateTime time = s_firstDay.AddDays(cursor.Peek(2, 4)).AddMilliseconds(cursor.Peek(4));
        string shown = time.ToString("MMM dd, yyyy HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture);
        string raw = time.Day < 10 ? shown.Remove(4, 1).Insert(4, " ") : shown;
        cursor.Value(name, raw, 6, filter, raw);
    }

    static void Bcd(FieldCursor cursor, string name, string filter)
    {
        int value = S7Timestamp.Bcd((byte)cursor.Peek(1));
        cursor.Value(name, $"{value}", 1, filter, $"{value}");
    }
}
