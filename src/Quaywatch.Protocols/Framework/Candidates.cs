using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Framework;

/// <summary>Which protocols a conversation may speak, in the order in which they are asked: those whose port it is first.</summary>
sealed class Candidates
{
    readonly Dictionary<(Transport Transport, int Port), Protocol[]> _onPort;
    readonly Dictionary<Transport, Protocol[]> _anywhere;

    Candidates(IReadOnlyList<Protocol> all)
    {
        Dictionary<(Transport, int), List<Protocol>> onPort = [];
        Dictionary<Transport, List<Protocol>> anywhere = [];
        foreach (Transport transport in Enum.GetValues<Transport>())
        {
            foreach (Protocol protocol in all)
            {
                if (!protocol.Over(transport))
                {
                    continue;
                }

                foreach (ushort port in protocol.Ports)
                {
                    Add(onPort, (transport, port), protocol);
                }

                if (protocol.OnAnyPort)
                {
                    Add(anywhere, transport, protocol);
                }
            }
        }

        _onPort = onPort.ToDictionary(p => p.Key, p => p.Value.ToArray());
        _anywhere = anywhere.ToDictionary(p => p.Key, p => p.Value.ToArray());
    }

    /// <summary>Those of the registry.</summary>
    public static Candidates All { get; } = new(Registry.All);

    /// <summary>Those whose usual port the responder's, else the other side's is.</summary>
    public ReadOnlySpan<Protocol> OnPort(in FlowEnds ends, bool second)
    {
        int port = ends.Transport == Transport.Ethernet ? ends.EtherType : second ? ends.PortA : ends.PortB;
        return ends.Transport == Transport.Ethernet && second ? [] : _onPort.GetValueOrDefault((ends.Transport, port));
    }

    /// <summary>Those that are looked for on any port.</summary>
    public ReadOnlySpan<Protocol> Anywhere(Transport transport) => _anywhere.GetValueOrDefault(transport);

    static void Add<TKey>(Dictionary<TKey, List<Protocol>> table, TKey key, Protocol protocol)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out List<Protocol>? list))
        {
            table[key] = list = [];
        }

        list.Add(protocol);
    }
}
