using System.Globalization;
using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Text;

/// <summary>Numbers, sizes and times in the words of the report and of the summary.</summary>
static class Say
{
    const long Second = 1_000_000_000;

    /// <summary>`1,214`.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>`1 device`, `31 devices`.</summary>
    public static string Count(long value, string one, string? many = null) => $"{Number(value)} {(value == 1 ? one : many ?? one + "s")}";

    /// <summary>`412 MB`: decimal units, three digits at least.</summary>
    public static string Bytes(long bytes)
    {
        ReadOnlySpan<string> units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"];
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        string number = unit == 0 || value >= 99.95
            ? value.ToString("N0", CultureInfo.InvariantCulture)
            : value.ToString(value >= 9.995 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
        return bytes == 1 ? "1 byte" : $"{number} {units[unit]}";
    }

    /// <summary>`2 Mar 2026`.</summary>
    public static string Day(Timestamp time) => DateOf(time).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>`22:14:03`.</summary>
    public static string Clock(Timestamp time) => DateOf(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>`22:14:03.123456`.</summary>
    public static string Exact(Timestamp time) => DateOf(time).ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <summary>`2 Mar 2026 22:14:03`.</summary>
    public static string DayAndClock(Timestamp time) => $"{Day(time)} {Clock(time)}";

    /// <summary>`2 Mar 2026 22:00:00 - 23:00:00 UTC`; null without times.</summary>
    public static string? Period(Timestamp? first, Timestamp? last)
    {
        if (first is not { } from || last is not { } to)
        {
            return null;
        }

        return IsSameDay(from, to) ? $"{DayAndClock(from)} - {Clock(to)} UTC" : $"{DayAndClock(from)} - {DayAndClock(to)} UTC";
    }

    /// <summary>Whether two times lie on one day in UTC.</summary>
    public static bool IsSameDay(Timestamp one, Timestamp other) => DateOf(one).Date == DateOf(other).Date;

    /// <summary>`4.1 s`, `12 minutes`, `3 hours`, `9 days`: rounded, for a sentence.</summary>
    public static string Span(long nanoseconds)
    {
        double seconds = nanoseconds / (double)Second;
        return seconds switch
        {
            < 9.95 => $"{seconds.ToString("0.#", CultureInfo.InvariantCulture)} s",
            < 119.5 => $"{seconds.ToString("0", CultureInfo.InvariantCulture)} s",
            < 59.5 * 60 => Rounded(seconds / 60, "0", "minute"),
            < 47.5 * 3600 => Rounded(seconds / 3600, "0.#", "hour"),
            _ => Rounded(seconds / 86400, "0.#", "day"),
        };
    }

    /// <summary>A confidence of 0 to 1 in words, with the number.</summary>
    public static string Sure(double confidence)
    {
        string word = confidence switch
        {
            >= 0.95 => "certain",
            >= 0.8 => "very likely",
            >= 0.5 => "likely",
            >= 0.2 => "possible",
            _ => "a weak sign",
        };
        return $"{word} ({Math.Clamp(confidence, 0, 1).ToString("0.00", CultureInfo.InvariantCulture)})";
    }

    /// <summary>`99.6 %`; never rounded up to 100 or down to 0.</summary>
    public static string Percent(long part, long whole)
    {
        double percent = whole == 0 ? 0 : 100.0 * part / whole;
        if (part > 0 && percent < 0.1)
        {
            return "below 0.1 %";
        }

        return part < whole && percent > 99.9 ? "above 99.9 %" : $"{percent.ToString("0.#", CultureInfo.InvariantCulture)} %";
    }

    /// <summary>A packet: `#88120`, with its input when there are several.</summary>
    public static string Packet(int input, long packet, bool severalInputs) => severalInputs
        ? string.Create(CultureInfo.InvariantCulture, $"{input}#{packet}")
        : string.Create(CultureInfo.InvariantCulture, $"#{packet}");

    static string Rounded(double value, string format, string one)
    {
        string number = value.ToString(format, CultureInfo.InvariantCulture);
        return number == "1" ? $"1 {one}" : $"{number} {one}s";
    }

    static DateTime DateOf(Timestamp time) => DateTime.UnixEpoch.AddTicks(time.Nanoseconds / 100);
}
