using Quaywatch.Analysis.Frame;

namespace Quaywatch.Analysis.Conversations;

/// <summary>The probes of one host, of one kind, within one window of time, until they are so many that they are a scan.</summary>
internal sealed class ScanWindow
{
    readonly HashSet<(End Target, int Port, string Address)> _distinct = [];
    List<Probe>? _waiting = [];

    /// <summary>Whether the limit was reached: what comes now belongs to the finding at once.</summary>
    public bool IsScan => _waiting is null;

    /// <summary>Adds a probe; the probes of the whole window when this one makes them a scan, else none.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="key">What makes it another one: the target, the port, or the address in its memory.</param>
    /// <param name="limit">From how many different ones on it is a scan.</param>
    public IReadOnlyList<Probe> Add(Probe probe, (End Target, int Port, string Address) key, int limit)
    {
        if (_waiting is null)
        {
            return [probe];
        }

        if (!_distinct.Add(key))
        {
            return [];   // again the same: a client that tries once more
        }

        _waiting.Add(probe);
        if (_distinct.Count < limit)
        {
            return [];
        }

        List<Probe> all = _waiting;
        _waiting = null;
        _distinct.Clear();
        return all;
    }
}
