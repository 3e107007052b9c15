using System.Globalization;

namespace Quaywatch.Cli.Text;

/// <summary>Numbers for people.</summary>
static class Figures
{
    static readonly string[] s_units = ["bytes", "kB", "MB", "GB", "TB"];

    /// <summary>A count: 88,120.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A size in decimal units: 1.2 MB.</summary>
    public static string Bytes(long bytes)
    {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < s_units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        string digits = unit == 0 || value >= 99.95 ? "F0" : "F1";
        return $"{value.ToString(digits, CultureInfo.InvariantCulture)} {s_units[unit]}";
    }

    /// <summary>A duration: 12 s, 3 min, 2 h.</summary>
    public static string Seconds(double seconds) => seconds switch
    {
        < 120 => $"{Number((long)Math.Ceiling(seconds))} s",
        < 7_200 => $"{Number((long)Math.Ceiling(seconds / 60))} min",
        _ => $"{Number((long)Math.Ceiling(seconds / 3_600))} h",
    };
}
