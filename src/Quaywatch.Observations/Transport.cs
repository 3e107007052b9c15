namespace Quaywatch.Observations;

/// <summary>What carries a conversation.</summary>
public enum Transport : byte
{
    /// <summary>Frames of one EtherType between two MAC addresses, without IP.</summary>
    Ethernet,

    /// <summary>IP without one of the transports below; the protocol number is in <see cref="Flow.IpProtocol"/>.</summary>
    Ip,

    /// <summary>ICMP for IPv4.</summary>
    Icmp,

    /// <summary>ICMP for IPv6.</summary>
    Icmpv6,

    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,

    /// <summary>SCTP.</summary>
    Sctp,
}
