using Quaywatch.Analysis.Rules;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Commands;

/// <summary>How often each operation was done, refused, or left without an answer: what a sentence about acts is made of.</summary>
internal sealed class ActTotals
{
    /// <summary>Addresses named in a sentence.</summary>
    const int MostAddresses = 6;

    readonly SortedDictionary<Operation, long[]> _counts = [];
    readonly List<Operation> _order = [];
    readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
    readonly List<string> _shown = [];

    /// <summary>Distinct addresses that are told apart.</summary>
    public const int MostDistinctAddresses = 256;

    /// <summary>The operations, in the order of their enumeration.</summary>
    public IEnumerable<Operation> Operations => _counts.Keys;

    /// <summary>The protocol of the first act.</summary>
    public string Protocol { get; private set; } = "";

    /// <summary>Whether every act was refused.</summary>
    public bool OnlyRefused => _counts.Values.All(counts => counts[(int)ActResult.Ok] + counts[(int)ActResult.NoAnswer] + counts[(int)ActResult.NotSeen] == 0);

    /// <summary>Whether the answers of some acts were not seen.</summary>
    public bool HasUnseen => _counts.Values.Any(counts => counts[(int)ActResult.NotSeen] > 0);

    /// <summary>Addresses, some and how many more.</summary>
    public string Addresses => People.Some(_shown, _addresses.Count);

    /// <summary>How many distinct addresses, counted up to a limit.</summary>
    public int AddressCount => _addresses.Count;

    /// <summary>Adds an act.</summary>
    public void Add(in Act act, Batch batch)
    {
        if (!_counts.TryGetValue(act.Operation, out long[]? counts))
        {
            _counts.Add(act.Operation, counts = new long[(int)ActResult.NotSeen + 1]);
            _order.Add(act.Operation);
        }

        counts[(int)act.Result]++;
        Protocol = Protocol.Length == 0 ? act.Protocol : Protocol;
        string? address = act.Target.Formatter?.Format(batch.Bytes(act.Target.Space), act.Target.First, act.Target.Bits, act.Target.Form);
        if (!string.IsNullOrEmpty(address) && _addresses.Count < MostDistinctAddresses && _addresses.Add(address) && _shown.Count < MostAddresses)
        {
            _shown.Add(address);
        }
    }

    /// <summary>What was done, in the order in which it began, for a sentence: "stopped 10.0.0.7 twice, tried to start it (refused)".</summary>
    /// <param name="verbs">The words for each operation: done ("stopped"), and to be done ("stop").</param>
    /// <param name="target">To whom.</param>
    public string Phrase(Func<Operation, (string Done, string ToDo)> verbs, string target)
    {
        ArgumentNullException.ThrowIfNull(verbs);
        List<string> parts = [];
        foreach (Operation operation in _order)
        {
            long[] counts = _counts[operation];
            (string done, string toDo) = verbs(operation);
            Part(counts[(int)ActResult.Ok], done, "");
            Part(counts[(int)ActResult.Refused], $"tried to {toDo}", ", which was refused");
            Part(counts[(int)ActResult.NoAnswer], $"asked to {toDo}", ", without an answer");
            Part(counts[(int)ActResult.NotSeen], $"asked to {toDo}", "; the answer was not seen");
        }

        return string.Join(", and ", parts);

        void Part(long count, string verb, string end)
        {
            if (count > 0)
            {
                parts.Add($"{verb} {(parts.Count == 0 ? target : "it")}{People.Times(count)}{end}");
            }
        }
    }
}
