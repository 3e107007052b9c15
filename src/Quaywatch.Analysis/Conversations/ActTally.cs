using Quaywatch.Observations;

namespace Quaywatch.Analysis.Conversations;

/// <summary>How often what was asked in one conversation.</summary>
internal sealed class ActTally
{
    /// <summary>Function names kept for one conversation; the protocols' tables have fewer, but unknown codes have names
    /// too.</summary>
    public const int MostFunctions = 128;

    readonly long[] _operations = new long[(int)Operation.Other + 1];
    readonly Dictionary<string, long> _functions = new(StringComparer.Ordinal);

    /// <summary>Counts an act; false where its function found no room and was counted by operation only.</summary>
    public bool Add(in Act act)
    {
        _operations[(int)act.Operation]++;
        if (act.Item != 0 || act.Function is null)
        {
            return true;   // a message asks once, however many items it has
        }

        if (!_functions.TryGetValue(act.Function, out long count) && _functions.Count >= MostFunctions)
        {
            return false;
        }

        _functions[act.Function] = count + 1;
        return true;
    }

    /// <summary>Acts by operation.</summary>
    public IEnumerable<(Operation Operation, long Count)> Operations
    {
        get
        {
            for (int i = 0; i < _operations.Length; i++)
            {
                if (_operations[i] > 0)
                {
                    yield return ((Operation)i, _operations[i]);
                }
            }
        }
    }

    /// <summary>Messages by function, by name.</summary>
    public IEnumerable<KeyValuePair<string, long>> Functions => _functions.OrderBy(entry => entry.Key, StringComparer.Ordinal);
}
