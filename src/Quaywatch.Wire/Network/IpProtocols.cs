namespace Quaywatch.Wire.Network;

/// <summary>Protocol numbers of IP that the decoding of headers needs (Assigned Internet Protocol Numbers, iana.org).</summary>
public static class IpProtocols
{
    /// <summary>IPv6 hop-by-hop options.</summary>
    public const byte HopByHop = 0;

    /// <summary>ICMP.</summary>
    public const byte Icmp = 1;

    /// <summary>TCP.</summary>
    public const byte Tcp = 6;

    /// <summary>UDP.</summary>
    public const byte Udp = 17;

    /// <summary>IPv6 routing header.</summary>
    public const byte Routing = 43;

    /// <summary>IPv6 fragment header.</summary>
    public const byte Fragment = 44;

    /// <summary>Authentication header.</summary>
    public const byte Authentication = 51;

    /// <summary>ICMPv6.</summary>
    public const byte Icmpv6 = 58;

    /// <summary>No next header.</summary>
    public const byte None = 59;

    /// <summary>IPv6 destination options.</summary>
    public const byte DestinationOptions = 60;

    /// <summary>SCTP.</summary>
    public const byte Sctp = 132;

    /// <summary>Mobility header.</summary>
    public const byte Mobility = 135;

    /// <summary>Host Identity Protocol.</summary>
    public const byte HostIdentity = 139;

    /// <summary>Shim6.</summary>
    public const byte Shim6 = 140;

    /// <summary>Whether the number is that of an extension header of IPv6 that is walked through.</summary>
    public static bool IsExtension(byte protocol) => protocol is HopByHop or Routing or Fragment or Authentication or DestinationOptions
        or Mobility or HostIdentity or Shim6;
}
