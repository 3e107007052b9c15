namespace Quaywatch.Protocols.Tls;

/// <summary>Times of certificates: YYMMDDHHMMSSZ, whose years are 1950 to 2049, or YYYYMMDDHHMMSSZ. RFC 5280, section 4.1.2.5.</summary>
static class TlsTime
{
    /// <summary>Characters of a day: 2026-01-31.</summary>
    public const int DaySize = 10;

    /// <summary>Writes the day of a time; false where it is none of the two forms.</summary>
    public static bool TryDay(ReadOnlySpan<byte> time, Span<byte> day)
    {
        bool isShort = time.Length == 13;
        if (!(isShort || time.Length == 15) || time[^1] != 'Z' || time[..^1].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        if (isShort)
        {
            (time[0] >= '5' ? "19"u8 : "20"u8).CopyTo(day);
            time[..2].CopyTo(day[2..]);
        }
        else
        {
            time[..4].CopyTo(day);
        }

        ReadOnlySpan<byte> rest = time[(isShort ? 2 : 4)..];
        day[4] = (byte)'-';
        rest[..2].CopyTo(day[5..]);
        day[7] = (byte)'-';
        rest.Slice(2, 2).CopyTo(day[8..]);
        return true;
    }
}
