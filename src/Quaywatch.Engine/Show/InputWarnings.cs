using System.Globalization;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Text;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine.Show;

/// <summary>What was wrong with the files, in one line each, for the terminal. The case has the counters.</summary>
public static class InputWarnings
{
    /// <summary>The warnings of a case's inputs.</summary>
    public static IEnumerable<string> Of(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return manifest.Inputs.Select(Of).OfType<string>();
    }

    static string? Of(InputRow input)
    {
        long Count(InputAnomaly kind) => input.Anomalies.FirstOrDefault(met => met.Name == InputAnomalies.NameOf(kind))?.Count ?? 0;
        string name = Escape.ForTerminal(input.Name);
        string after = string.Create(CultureInfo.InvariantCulture, $"after packet {input.Packets:N0}");
        const string Rest = "the rest was analyzed and the case says so.";
        if (Count(InputAnomaly.ReadError) > 0)
        {
            return $"{name} could not be read on {after}; what comes before was analyzed and the case says so.";
        }

        if (Count(InputAnomaly.CompressionDamaged) > 0)
        {
            return $"{name} has damaged compression {after}; {Rest}";
        }

        if (Count(InputAnomaly.DamagedRecord) > 0)
        {
            return $"{name} is damaged {after} ({Size(Count(InputAnomaly.UnreadBytes))} not read); {Rest}";
        }

        if (Count(InputAnomaly.CutShort) > 0)
        {
            return $"{name} is cut short {after} ({Size(Count(InputAnomaly.MissingBytes))} missing); {Rest}";
        }

        return Count(InputAnomaly.CompressionCut) > 0 ? $"{name} is cut short {after} (its compressed data ends early); {Rest}" : null;
    }

    static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:F1} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB"),
    };
}
