namespace Quaywatch.Wire.Link;

/// <summary>The EtherTypes that the decoding of links needs (IEEE 802 Numbers, iana.org); those of protocols lie with their rooms.</summary>
public static class EtherTypes
{
    /// <summary>Below or equal, the field is a length (IEEE 802.3, 3.2.6).</summary>
    public const ushort LongestLength = 1500;

    /// <summary>IPv4.</summary>
    public const ushort Ipv4 = 0x0800;

    /// <summary>ARP.</summary>
    public const ushort Arp = 0x0806;

    /// <summary>IPv6.</summary>
    public const ushort Ipv6 = 0x86DD;

    /// <summary>Customer VLAN tag, IEEE 802.1Q.</summary>
    public const ushort Vlan = 0x8100;

    /// <summary>Service VLAN tag, IEEE 802.1ad.</summary>
    public const ushort ServiceVlan = 0x88A8;

    /// <summary>Outer VLAN tag of switches older than 802.1ad.</summary>
    public const ushort OldServiceVlan = 0x9100;

    /// <summary>Another outer VLAN tag of such switches.</summary>
    public const ushort OldServiceVlan2 = 0x9200;

    /// <summary>Whether the type announces a VLAN tag.</summary>
    public static bool IsVlanTag(ushort type) => type is Vlan or ServiceVlan or OldServiceVlan or OldServiceVlan2;
}
