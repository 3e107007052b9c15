namespace Quaywatch.Wire.Capture;

/// <summary>The counters of one input's anomalies.</summary>
public sealed class InputAnomalies
{
    static readonly string[] Names =
    [
        "cut-short", "missing-bytes", "damaged-record", "unread-bytes", "time-absurd", "without-time", "lengths-disagree",
        "unknown-blocks", "records-without-packet", "oversized-packets", "damaged-options", "interface-limit",
        "unassigned-link-bits", "compression-cut", "compression-damaged", "read-error", "opened-late",
    ];

    readonly long[] _counts = new long[Names.Length];

    /// <summary>How often it was met, or how many bytes it concerns.</summary>
    public long this[InputAnomaly kind] => _counts[(int)kind];

    /// <summary>Whether nothing was wrong.</summary>
    public bool None => _counts.AsSpan().IndexOfAnyExcept(0L) < 0;

    /// <summary>The name that stands in a case: lower-case words with hyphens.</summary>
    public static string NameOf(InputAnomaly kind) => Names[(int)kind];

    /// <summary>All that were met, in the order of the enumeration.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Met()
    {
        List<KeyValuePair<string, long>> met = [];
        for (int i = 0; i < Names.Length; i++)
        {
            if (_counts[i] != 0)
            {
                met.Add(new KeyValuePair<string, long>(Names[i], _counts[i]));
            }
        }

        return met;
    }

    internal void Count(InputAnomaly kind, long many = 1) => _counts[(int)kind] += many;

    internal void Clear() => _counts.AsSpan().Clear();
}
