using Quaywatch.Analysis.Frame;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Inventory;

/// <summary>A MAC address and an IP address that were seen together (or one of them alone), and everything that is known by that
/// pair. Which device a pair belongs to is decided at the end of the input.</summary>
/// <param name="host">The pair.</param>
internal sealed class Sighting(End host)
{
    /// <summary>Claims, services and VLANs kept for one pair; the protocols' own tables are smaller, an attacker's are
    /// not.</summary>
    public const int MostOfAKind = 64;

    List<Claim>? _claims;
    List<ServiceRow>? _services;
    List<int>? _vlans;

    /// <summary>The pair.</summary>
    public End Host { get; } = host;

    /// <summary>Time of the first packet from or to it, nanoseconds since 1970.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>Time of the last one.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>Packets sent.</summary>
    public long PacketsSent { get; private set; }

    /// <summary>Packets received.</summary>
    public long PacketsReceived { get; private set; }

    /// <summary>Bytes sent.</summary>
    public long BytesSent { get; private set; }

    /// <summary>Bytes received.</summary>
    public long BytesReceived { get; private set; }

    /// <summary>Whether someone sent it payload over TCP, which nobody does without having been answered: it is there, though
    /// the capture does not show its side.</summary>
    public bool GotStream { get; private set; }

    /// <summary>Whether it answered in a control protocol that was decoded, not guessed by port.</summary>
    public bool ServesControl { get; set; }

    /// <summary>What it does.</summary>
    public Behaviour Behaviour { get; } = new();

    /// <summary>What was said about it.</summary>
    public IReadOnlyList<Claim> Claims => _claims ?? [];

    /// <summary>What it offers.</summary>
    public IReadOnlyList<ServiceRow> Services => _services ?? [];

    /// <summary>VLANs.</summary>
    public IEnumerable<int> Vlans => _vlans ?? [];

    /// <summary>Whether anything shows that it is there: an address that only others named or tried is no device.</summary>
    public bool IsThere => PacketsSent > 0 || GotStream || _claims is not null || Behaviour.ActsReceived > 0;

    /// <summary>Adds what a closed conversation shows of it.</summary>
    public void Add(in Observations.FlowSide own, in Observations.FlowSide other, in Observations.Flow flow)
    {
        First = Math.Min(First, flow.First);
        Last = Math.Max(Last, flow.Last);
        PacketsSent += own.Packets;
        BytesSent += own.Bytes;
        PacketsReceived += other.Packets;
        BytesReceived += other.Bytes;
        GotStream |= flow.Transport == Observations.Transport.Tcp && other.Payload > 0;
    }

    /// <summary>Adds a VLAN; false where there is no room.</summary>
    public bool AddVlan(int vlan)
    {
        _vlans ??= [];
        if (!_vlans.Contains(vlan))
        {
            if (_vlans.Count >= MostOfAKind)
            {
                return false;
            }

            _vlans.Add(vlan);
        }

        return true;
    }

    /// <summary>Adds something that was said about it; false where there is no room.</summary>
    public bool AddClaim(string field, string value, string protocol, Seen seen, long order)
    {
        _claims ??= [];
        foreach (Claim known in _claims)
        {
            if (known.Field == field && known.Value == value && known.Protocol == protocol)
            {
                known.LastSaid = order;
                return true;
            }
        }

        if (_claims.Count >= MostOfAKind)
        {
            return false;
        }

        _claims.Add(new Claim(field, value, protocol, seen) { LastSaid = order });
        return true;
    }

    /// <summary>Adds a service, or the better knowledge of one; false where there is no room.</summary>
    public bool AddService(ServiceRow service)
    {
        _services ??= [];
        for (int i = 0; i < _services.Count; i++)
        {
            ServiceRow known = _services[i];
            if (known.Protocol == service.Protocol && known.Port == service.Port && known.Transport == service.Transport)
            {
                _services[i] = service.By < known.By ? service : known;
                return true;
            }
        }

        if (_services.Count >= MostOfAKind)
        {
            return false;
        }

        _services.Add(service);
        return true;
    }
}
