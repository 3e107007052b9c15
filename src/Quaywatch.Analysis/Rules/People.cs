using System.Globalization;
using Quaywatch.Analysis.Frame;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Rules;

/// <summary>How sentences name hosts and numbers.</summary>
internal static class People
{
    /// <summary>A host by its address, with what is known of it in brackets: `10.20.7.10 (S7-1516, 6ES7516-3FP03-0AB0)`.</summary>
    public static string Host(Draft draft, End end)
    {
        Device? device = draft.Devices.Find(end);
        string address = end.Text.Length > 0 ? end.Text : device?.Id ?? "an unknown host";
        if (device is null)
        {
            return address;
        }

        string[] known = [.. new[] { device.Names.Count > 0 ? device.Names[0] : null, device.Model, device.OrderNumber }
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];
        if (known.Length == 0)
        {
            known = [.. new[] { device.Role == Role.Unknown ? null : Words.Of(device.Role).Replace('-', ' '), device.Vendor }.OfType<string>()];
        }

        return known.Length == 0 ? address : $"{address} ({string.Join(", ", known)})";
    }

    /// <summary>A number with its noun: `1 packet`, `1,214 packets`.</summary>
    public static string Number(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>How often: ``, ` twice`, ` 3 times`.</summary>
    public static string Times(long count) => count switch
    {
        1 => "",
        2 => " twice",
        _ => string.Create(CultureInfo.InvariantCulture, $" {count:#,0} times"),
    };

    /// <summary>Some of many, with how many more there are.</summary>
    public static string Some(IReadOnlyList<string> shown, long all) => all <= shown.Count
        ? string.Join(", ", shown)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", shown)} and {all - shown.Count:#,0} more");

    /// <summary>A length of time in its usual unit: `340 ms`, `12 s`, `5 min`, `3 h`, `2 days`.</summary>
    /// <param name="nanoseconds">The length.</param>
    public static string Duration(long nanoseconds) => nanoseconds switch
    {
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000} ms"),
        < 120_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000_000} s"),
        < 7_200_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 60_000_000_000} min"),
        < 172_800_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 3_600_000_000_000} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 86_400_000_000_000} days"),
    };
}
