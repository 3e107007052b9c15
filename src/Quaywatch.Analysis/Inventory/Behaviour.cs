using Quaywatch.Analysis.Frame;

namespace Quaywatch.Analysis.Inventory;

/// <summary>What a host does, as far as its role can be told from it.</summary>
internal sealed class Behaviour
{
    /// <summary>Peers remembered, to tell one that polls many from one that polls few.</summary>
    const int MostPeers = 64;

    HashSet<End>? _asked;

    /// <summary>Reads and writes that it asked of others.</summary>
    public long ValuesAsked { get; private set; }

    /// <summary>Acts of engineering (transfer, start, stop, mode, delete ...) that it asked of others.</summary>
    public long EngineeringAsked { get; private set; }

    /// <summary>Engineering sessions that it opened.</summary>
    public long EngineeringSessions { get; set; }

    /// <summary>Acts that were asked of it.</summary>
    public long ActsReceived { get; set; }

    /// <summary>Hosts that it asked something, counted up to a limit.</summary>
    public int HostsAsked => _asked?.Count ?? 0;

    /// <summary>It asked something of another host.</summary>
    /// <param name="isEngineering">Whether that is an engineer's work.</param>
    /// <param name="host">Whom.</param>
    public void Asked(bool isEngineering, End host)
    {
        EngineeringAsked += isEngineering ? 1 : 0;
        ValuesAsked += isEngineering ? 0 : 1;
        Remember(host);
    }

    /// <summary>Adds what another address of the same device did.</summary>
    public void Add(Behaviour other)
    {
        ValuesAsked += other.ValuesAsked;
        EngineeringAsked += other.EngineeringAsked;
        EngineeringSessions += other.EngineeringSessions;
        ActsReceived += other.ActsReceived;
        foreach (End host in other._asked ?? [])
        {
            Remember(host);
        }
    }

    void Remember(End host)
    {
        _asked ??= [];
        if (_asked.Count < MostPeers)
        {
            _asked.Add(host);
        }
    }
}
