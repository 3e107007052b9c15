using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Rules;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Conversations;

/// <summary>One host that tries many addresses, ports or devices.</summary>
internal sealed class ScanGroup(string key, End source, End target) : FindingGroup(key, source, target)
{
    /// <summary>Hosts, ports and addresses in a memory that are told apart.</summary>
    public const int MostTold = 4_096;

    readonly HashSet<End> _targets = [];
    readonly HashSet<int> _ports = [];
    readonly HashSet<string> _addresses = new(StringComparer.Ordinal);

    /// <summary>What is tried: addresses, ports, ARP questions, identities, memory; one constant word.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Whom it tried.</summary>
    public IReadOnlyCollection<End> Targets => _targets;

    /// <summary>How many ports it tried.</summary>
    public int Ports => _ports.Count;

    /// <summary>How many addresses of the target's memory it tried.</summary>
    public int Addresses => _addresses.Count;

    /// <summary>The only port it tried; -1 where there were several, or none.</summary>
    public int OnlyPort => _ports.Count == 1 ? _ports.First() : -1;

    /// <summary>What carried it, by the first probe.</summary>
    public Transport? Transport { get; private set; }

    /// <summary>Adds a probe.</summary>
    public void Add(Probe probe)
    {
        Count++;
        Transport ??= probe.Transport;
        if (_targets.Count < MostTold)
        {
            _targets.Add(probe.Target);
        }

        if (probe.Port >= 0 && _ports.Count < MostTold)
        {
            _ports.Add(probe.Port);
        }

        if (probe.Address.Length > 0 && _addresses.Count < MostTold)
        {
            _addresses.Add(probe.Address);
        }

        Add(probe.Message);
    }
}
