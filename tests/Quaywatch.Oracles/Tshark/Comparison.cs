using System.Globalization;

namespace Quaywatch.Oracles.Tshark;

/// <summary>Compares two readings of the same captures message by message and counts the differences by class.</summary>
sealed class Comparison
{
    /// <summary>Instead of a field's name: a message that the other dissector alone has.</summary>
    public const string TheirsAlone = "theirs alone";

    /// <summary>Instead of a field's name: a message that we alone have.</summary>
    public const string OursAlone = "ours alone";

    readonly SortedDictionary<string, (long Count, string Example)> _differences = new(StringComparer.Ordinal);
    readonly Explanation _explain;

    /// <summary>A comparison.</summary>
    /// <param name="explain">Names the differences that are understood.</param>
    public Comparison(Explanation explain) => _explain = explain;

    /// <summary>Messages that at least one side has.</summary>
    public long Messages { get; private set; }

    /// <summary>Messages that both have, equal in every field.</summary>
    public long Equal { get; private set; }

    /// <summary>Differences by class with an example each, in order of their names.</summary>
    public IEnumerable<(string Class, long Count, string Example)> Differences => _differences.Select(d => (d.Key, d.Value.Count, d.Value.Example));

    /// <summary>Classes that no explanation knows.</summary>
    public IEnumerable<string> Unexplained => _differences.Keys.Where(name => name.StartsWith('?'));

    /// <summary>The share of messages that are equal.</summary>
    public double Agreement => Messages == 0 ? 0 : (double)Equal / Messages;

    /// <summary>Compares one capture.</summary>
    public void Add(string capture, List<OracleMessage> theirs, List<OracleMessage> ours)
    {
        ILookup<int, OracleMessage> theirFrames = theirs.ToLookup(message => message.Frame);
        ILookup<int, OracleMessage> ourFrames = ours.ToLookup(message => message.Frame);
        foreach (int frame in theirFrames.Select(f => f.Key).Union(ourFrames.Select(f => f.Key)).Order())
        {
            OracleMessage[] a = [.. theirFrames[frame]];
            OracleMessage[] b = [.. ourFrames[frame]];
            for (int i = 0; i < Math.Max(a.Length, b.Length); i++)
            {
                Messages++;
                string at = string.Create(CultureInfo.InvariantCulture, $"{capture} #{frame}");
                if (i >= a.Length || i >= b.Length)
                {
                    bool isTheirs = i >= b.Length;
                    string side = isTheirs ? TheirsAlone : OursAlone;
                    Note(_explain(capture, theirs, isTheirs ? a[i] : b[i], side) ?? $"? {side}", at);
                }
                else
                {
                    Equal += Fields(capture, theirs, at, a[i], b[i]) ? 1 : 0;
                }
            }
        }
    }

    bool Fields(string capture, IReadOnlyList<OracleMessage> all, string at, OracleMessage theirs, OracleMessage ours)
    {
        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (string name in theirs.Fields.Keys.Union(ours.Fields.Keys))
        {
            string[] a = theirs.Fields.GetValueOrDefault(name, []);
            string[] b = ours.Fields.GetValueOrDefault(name, []);
            if (a.AsSpan().SequenceEqual(b))
            {
                continue;
            }

            string known = _explain(capture, all, theirs, name) ?? $"? {name}";
            found.TryAdd(known, $"{at} {name}: theirs {Short(a)}, ours {Short(b)}");
        }

        foreach ((string known, string example) in found)
        {
            Note(known, example);
        }

        return found.Count == 0;
    }

    void Note(string name, string example) =>
        _differences[name] = _differences.TryGetValue(name, out (long Count, string Example) known) ? (known.Count + 1, known.Example) : (1, example);

    static string Short(string[] values)
    {
        string text = values.Length == 0 ? "nothing" : string.Join('|', values);
        return text.Length > 80 ? text[..80] + "..." : text;
    }
}
