using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Inventory;

/// <summary>Which addresses are one device. MAC and IP join by what someone on the link said (ARP, ND, DHCP ...), by an EUI-64
/// link-local address, and by data packets only while the MAC carries a single IP; a MAC that carries more is a router, and what
/// was not joined otherwise is a device by its IP. Link-local addresses join the MAC that sends them, whatever else it carries:
/// no router forwards them. The same IP at a second MAC is a second device. Addresses shared by a redundancy group join
/// nothing.</summary>
internal sealed class Joins
{
    static readonly IReadOnlySet<IpAddress> None = new HashSet<IpAddress>();

    readonly Dictionary<MacAddress, SortedSet<IpAddress>> _ips = [];
    readonly Dictionary<MacAddress, int> _far = [];
    readonly Dictionary<IpAddress, MacAddress> _owners = [];
    readonly HashSet<IpAddress> _onLink = [];

    /// <summary>Decides.</summary>
    /// <param name="bindings">What was said on the link, in the order in which it was said first.</param>
    /// <param name="hosts">All pairs that were seen, in the order in which they came.</param>
    public Joins(IEnumerable<Binding> bindings, IReadOnlyList<End> hosts)
    {
        foreach (Binding binding in bindings)
        {
            _onLink.Add(binding.Ip);
            if (RedundancyAddresses.NameOf(binding.Mac) is null)
            {
                Join(binding.Mac, binding.Ip);
            }
        }

        Dictionary<MacAddress, List<IpAddress>> carried = [];
        List<MacAddress> carriers = [];
        foreach (End host in hosts)
        {
            if (host.Ip.IsLinkLocal)
            {
                Join(host.Mac.IsNone ? Eui64(host.Ip) : host.Mac, host.Ip);
            }
            else if (!host.Mac.IsNone && !host.Ip.IsNone && RedundancyAddresses.NameOf(host.Mac) is null)
            {
                if (!carried.TryGetValue(host.Mac, out List<IpAddress>? ips))
                {
                    carried.Add(host.Mac, ips = []);
                    carriers.Add(host.Mac);
                }

                ips.Add(host.Ip);
            }
        }

        // Data packets last: whoever is known by more than that keeps its address.
        foreach (MacAddress mac in carriers)
        {
            Carry(mac, carried[mac]);
        }
    }

    /// <summary>IP addresses that someone claimed on the link.</summary>
    public IReadOnlySet<IpAddress> OnLink => _onLink;

    /// <summary>The IP addresses of the device with that MAC address.</summary>
    public IReadOnlySet<IpAddress> IpsOf(MacAddress mac) => _ips.TryGetValue(mac, out SortedSet<IpAddress>? ips) ? ips : None;

    /// <summary>IP addresses that it forwards for; 0 for a device that is no router.</summary>
    public int FarOf(MacAddress mac) => _far.GetValueOrDefault(mac);

    /// <summary>The device that a pair belongs to, by its MAC address, or by its IP address where it has none; none for a pair
    /// that names nobody.</summary>
    public End DeviceOf(End host)
    {
        if (host.Ip.IsNone)
        {
            return RedundancyAddresses.NameOf(host.Mac) is null ? new End(host.Mac, default) : default;
        }

        if (IpsOf(host.Mac).Contains(host.Ip))
        {
            return new End(host.Mac, default);
        }

        return _owners.TryGetValue(host.Ip, out MacAddress owner) ? new End(owner, default) : new End(default, host.Ip);
    }

    void Carry(MacAddress mac, List<IpAddress> ips)
    {
        List<IpAddress> others = [.. ips.Where(ip => !IpsOf(mac).Contains(ip))];
        int own = IpsOf(mac).Count(ip => !ip.IsLinkLocal);
        if (others.Count == 1 && own == 0)
        {
            if (!_onLink.Contains(others[0]))
            {
                Join(mac, others[0]);
            }
            else
            {
                _far[mac] = 1;   // it is said to be at another MAC address
            }
        }
        else if (others.Count > 0)
        {
            _far[mac] = others.Count;
        }
    }

    void Join(MacAddress mac, IpAddress ip)
    {
        if (mac.IsNone || mac.IsGroup || ip.IsNone)
        {
            return;
        }

        if (!_ips.TryGetValue(mac, out SortedSet<IpAddress>? ips))
        {
            _ips.Add(mac, ips = []);
        }

        ips.Add(ip);
        _owners.TryAdd(ip, mac);
    }

    /// <summary>The MAC address in an EUI-64 interface identifier (RFC 4291, appendix A); none where it is no such one.</summary>
    static MacAddress Eui64(IpAddress ip) => ip.IsV4 || ((ip.Low >> 24) & 0xFFFF) != 0xFFFE
        ? default
        : new MacAddress((long)((((ip.Low >> 40) ^ 0x02_0000) << 24) | (ip.Low & 0xFF_FFFF)));
}
