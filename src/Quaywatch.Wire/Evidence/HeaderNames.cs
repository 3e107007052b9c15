using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Evidence;

/// <summary>What the numbers in headers are called.</summary>
static class HeaderNames
{
    /// <summary>EtherTypes (IEEE 802 Numbers, iana.org) of what a crane's network carries.</summary>
    public static string? EtherType(long type) => type switch
    {
        EtherTypes.Ipv4 => "IPv4",
        EtherTypes.Arp => "ARP",
        EtherTypes.Ipv6 => "IPv6",
        EtherTypes.Vlan => "802.1Q VLAN",
        EtherTypes.ServiceVlan => "802.1ad service VLAN",
        EtherTypes.OldServiceVlan or EtherTypes.OldServiceVlan2 => "VLAN (before 802.1ad)",
        0x8847 or 0x8848 => "MPLS",
        0x8863 => "PPPoE discovery",
        0x8864 => "PPPoE session",
        0x8892 => "PROFINET",
        0x88A4 => "EtherCAT",
        0x88AB => "POWERLINK",
        0x88B8 => "GOOSE",
        0x88BA => "Sampled values",
        0x88CC => "LLDP",
        0x88E3 => "MRP",
        0x88F7 => "PTP",
        0x88FB => "PRP supervision",
        0x892F => "HSR",
        _ => null,
    };

    /// <summary>Protocol numbers of IP (Assigned Internet Protocol Numbers, iana.org).</summary>
    public static string? IpProtocol(long protocol) => protocol switch
    {
        0 => "IPv6 hop-by-hop options",
        1 => "ICMP",
        2 => "IGMP",
        4 => "IPv4",
        6 => "TCP",
        17 => "UDP",
        41 => "IPv6",
        43 => "IPv6 routing",
        44 => "IPv6 fragment",
        47 => "GRE",
        50 => "ESP",
        51 => "Authentication header",
        58 => "ICMPv6",
        59 => "No next header",
        60 => "IPv6 destination options",
        89 => "OSPF",
        103 => "PIM",
        112 => "VRRP",
        115 => "L2TP",
        132 => "SCTP",
        135 => "Mobility header",
        139 => "Host Identity Protocol",
        140 => "Shim6",
        _ => null,
    };

    /// <summary>ICMP types (ICMP Parameters, iana.org).</summary>
    public static string? IcmpType(long type) => type switch
    {
        0 => "Echo reply",
        3 => "Destination unreachable",
        4 => "Source quench",
        5 => "Redirect",
        8 => "Echo request",
        9 => "Router advertisement",
        10 => "Router solicitation",
        11 => "Time exceeded",
        12 => "Parameter problem",
        13 => "Timestamp request",
        14 => "Timestamp reply",
        17 => "Address mask request",
        18 => "Address mask reply",
        _ => null,
    };

    /// <summary>ICMPv6 types (ICMPv6 Parameters, iana.org).</summary>
    public static string? Icmpv6Type(long type) => type switch
    {
        1 => "Destination unreachable",
        2 => "Packet too big",
        3 => "Time exceeded",
        4 => "Parameter problem",
        128 => "Echo request",
        129 => "Echo reply",
        130 => "Multicast listener query",
        131 => "Multicast listener report",
        132 => "Multicast listener done",
        133 => "Router solicitation",
        134 => "Router advertisement",
        135 => "Neighbour solicitation",
        136 => "Neighbour advertisement",
        137 => "Redirect",
        143 => "Multicast listener report, version 2",
        _ => null,
    };

    /// <summary>Codes of ICMP's "destination unreachable" (ICMP Parameters, iana.org).</summary>
    public static string? UnreachableCode(long code) => code switch
    {
        0 => "Network unreachable",
        1 => "Host unreachable",
        2 => "Protocol unreachable",
        3 => "Port unreachable",
        4 => "Fragmentation needed",
        5 => "Source route failed",
        9 => "Network prohibited",
        10 => "Host prohibited",
        13 => "Communication prohibited",
        _ => null,
    };

    /// <summary>TCP option kinds (TCP Parameters, iana.org).</summary>
    public static string? TcpOption(long kind) => kind switch
    {
        0 => "End of options",
        1 => "No operation",
        2 => "Maximum segment size",
        3 => "Window scale",
        4 => "Selective acknowledgement permitted",
        5 => "Selective acknowledgement",
        8 => "Timestamps",
        19 => "MD5 signature",
        28 => "User timeout",
        29 => "Authentication",
        30 => "Multipath TCP",
        34 => "Fast open",
        _ => null,
    };

    /// <summary>Option types of IPv6 (IPv6 Parameters, iana.org).</summary>
    public static string? Ipv6Option(long type) => type switch
    {
        0 => "Pad1",
        1 => "PadN",
        0x05 => "Router alert",
        0x63 => "RPL",
        0xC2 => "Jumbo payload",
        0xC9 => "Home address",
        _ => null,
    };

    /// <summary>Options of IPv4 (IP Option Numbers, iana.org).</summary>
    public static string? Ipv4Option(long type) => type switch
    {
        0 => "End of options",
        1 => "No operation",
        7 => "Record route",
        68 => "Timestamp",
        130 => "Security",
        131 => "Loose source route",
        137 => "Strict source route",
        148 => "Router alert",
        _ => null,
    };

    /// <summary>Packet types of Linux cooked captures (LINKTYPE_LINUX_SLL, tcpdump.org).</summary>
    public static string? CookedType(long type) => type switch
    {
        0 => "To this host",
        1 => "Broadcast",
        2 => "Multicast",
        3 => "To another host",
        4 => "From this host",
        _ => null,
    };
}
