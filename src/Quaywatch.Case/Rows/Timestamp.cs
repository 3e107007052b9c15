using System.Globalization;

namespace Quaywatch.Case.Rows;

/// <summary>A time as the case holds it: nanoseconds since 1970-01-01T00:00:00Z, from 1970 to the end of 2261. Written as
/// RFC 3339 UTC with nine decimals (`2026-03-02T22:14:03.000000001Z`). There is no value for an unknown time: use a null
/// <see cref="Timestamp"/>, which is left out of the row.</summary>
public readonly record struct Timestamp : IComparable<Timestamp>
{
    /// <summary>Length of a time as text, in characters and in bytes.</summary>
    public const int TextLength = 30;

    const long NanosecondsPerSecond = 1_000_000_000;
    const long NanosecondsPerTick = 100;

    /// <summary>The first nanosecond of 2262, which is no longer a time. (A signed 64-bit count ends in April 2262.)</summary>
    const long End = 9_214_646_400 * NanosecondsPerSecond;

    Timestamp(long nanoseconds) => Nanoseconds = nanoseconds;

    /// <summary>Nanoseconds since 1970-01-01T00:00:00Z, never negative.</summary>
    public long Nanoseconds { get; }

    /// <summary>The time at <paramref name="nanoseconds"/> since 1970; null outside 1970-2261, so that an absurd time is
    /// absent from the row. Whoever calls counts it.</summary>
    public static Timestamp? FromNanoseconds(long nanoseconds) =>
        nanoseconds is >= 0 and < End ? new Timestamp(nanoseconds) : null;

    /// <summary>The time of a clock's reading (100 ns steps); null outside 1970-2261.</summary>
    public static Timestamp? FromDateTime(DateTimeOffset time)
    {
        long ticks = time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        return ticks is >= 0 and < End / NanosecondsPerTick ? new Timestamp(ticks * NanosecondsPerTick) : null;
    }

    /// <summary>Reads RFC 3339: date, time, up to nine decimals, `Z` or an offset.</summary>
    /// <returns>False when the text is no such time, or outside 1970-2261.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Timestamp time)
    {
        time = default;
        int zone = text.Length > 19 ? 19 + text[19..].IndexOfAny("Zz+-") : -1;
        if (zone < 19 || !HasDateShape(text))
        {
            return false;
        }

        ReadOnlySpan<char> decimals = text[19..zone];
        long nanoseconds = 0;
        if (decimals.Length > 0 && !TryDecimals(decimals, out nanoseconds))
        {
            return false;
        }

        if (!TryOffset(text[zone..], out TimeSpan offset)
            || !DateTime.TryParseExact(text[..19], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
        {
            return false;
        }

        long seconds = ((local.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond) - (long)offset.TotalSeconds;
        if (seconds is < 0 or >= End / NanosecondsPerSecond)
        {
            return false;
        }

        time = new Timestamp((seconds * NanosecondsPerSecond) + nanoseconds);
        return true;
    }

    /// <summary>Writes the thirty characters of the time.</summary>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <see cref="TextLength"/>.</exception>
    public void Write(Span<byte> destination)
    {
        if (destination.Length < TextLength)
        {
            throw new ArgumentException("A time needs 30 bytes.", nameof(destination));
        }

        DateTime whole = DateTime.UnixEpoch.AddTicks(Nanoseconds / NanosecondsPerTick);
        Digits(destination[..4], whole.Year);
        destination[4] = (byte)'-';
        Digits(destination[5..7], whole.Month);
        destination[7] = (byte)'-';
        Digits(destination[8..10], whole.Day);
        destination[10] = (byte)'T';
        Digits(destination[11..13], whole.Hour);
        destination[13] = (byte)':';
        Digits(destination[14..16], whole.Minute);
        destination[16] = (byte)':';
        Digits(destination[17..19], whole.Second);
        destination[19] = (byte)'.';
        Digits(destination[20..29], (int)(Nanoseconds % NanosecondsPerSecond));
        destination[29] = (byte)'Z';
    }

    /// <summary>RFC 3339 UTC with nine decimals.</summary>
    public override string ToString() => string.Create(TextLength, this, static (characters, time) =>
    {
        Span<byte> bytes = stackalloc byte[TextLength];
        time.Write(bytes);
        for (int i = 0; i < TextLength; i++)
        {
            characters[i] = (char)bytes[i];
        }
    });

    /// <inheritdoc/>
    public int CompareTo(Timestamp other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Earlier.</summary>
    public static bool operator <(Timestamp left, Timestamp right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>Later.</summary>
    public static bool operator >(Timestamp left, Timestamp right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>Not later.</summary>
    public static bool operator <=(Timestamp left, Timestamp right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Timestamp left, Timestamp right) => left.Nanoseconds >= right.Nanoseconds;

    // DateTime.TryParseExact is lenient about nothing here but the letter T, which RFC 3339 allows in lower case too: we don't.
    static bool HasDateShape(ReadOnlySpan<char> text) => text[4] == '-' && text[10] == 'T' && text[16] == ':';

    static bool TryDecimals(ReadOnlySpan<char> text, out long nanoseconds)
    {
        nanoseconds = 0;
        ReadOnlySpan<char> digits = text[1..];
        if (text[0] != '.' || digits.Length is 0 or > 9)
        {
            return false;
        }

        foreach (char digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            nanoseconds = (nanoseconds * 10) + (digit - '0');
        }

        for (int i = digits.Length; i < 9; i++)
        {
            nanoseconds *= 10;
        }

        return true;
    }

    static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text.Length != 6 || text[3] != ':'
            || !int.TryParse(text[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out int hours)
            || !int.TryParse(text[4..], NumberStyles.None, CultureInfo.InvariantCulture, out int minutes)
            || hours > 23 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return text[0] is '+' or '-';
    }

    static void Digits(Span<byte> destination, int value)
    {
        for (int i = destination.Length - 1; i >= 0; i--)
        {
            destination[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
