using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Frame;

/// <summary>The counters of everything that was let go because a table was full; they reach the manifest, so that what is
/// missing in the case is said there.</summary>
internal sealed class Limits
{
    readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts entries that a table had to let go.</summary>
    public void Reached(string name, long count = 1) =>
        _counts[name] = _counts.GetValueOrDefault(name) + count;

    /// <summary>How many a table let go.</summary>
    public long Of(string name) => _counts.GetValueOrDefault(name);

    /// <summary>All that were reached, with those of the floors below, by name.</summary>
    public IReadOnlyList<NamedCount> Rows(IEnumerable<NamedCount> below)
    {
        ArgumentNullException.ThrowIfNull(below);
        SortedDictionary<string, long> all = new(_counts, StringComparer.Ordinal);
        foreach (NamedCount count in below)
        {
            all[count.Name] = all.GetValueOrDefault(count.Name) + count.Count;
        }

        return [.. all.Where(entry => entry.Value > 0).Select(entry => new NamedCount { Name = entry.Key, Count = entry.Value })];
    }
}
