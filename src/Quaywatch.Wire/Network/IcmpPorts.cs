using Quaywatch.Observations;

namespace Quaywatch.Wire.Network;

/// <summary>ICMP has no ports; as in Zeek, the type stands for the sender's, and for the receiver's the type of the answer that
/// belongs to it, or the code where there is none. So question and answer are one conversation.</summary>
public static class IcmpPorts
{
    /// <summary>The number that stands for the receiver's port.</summary>
    public static ushort Counterpart(Transport transport, ushort type, ushort code) => (transport, type) switch
    {
        (Transport.Icmp, 8) => 0,
        (Transport.Icmp, 0) => 8,
        (Transport.Icmp, 13) => 14,
        (Transport.Icmp, 14) => 13,
        (Transport.Icmp, 15) => 16,
        (Transport.Icmp, 16) => 15,
        (Transport.Icmp, 10) => 9,
        (Transport.Icmp, 9) => 10,
        (Transport.Icmp, 17) => 18,
        (Transport.Icmp, 18) => 17,
        (Transport.Icmpv6, 128) => 129,
        (Transport.Icmpv6, 129) => 128,
        (Transport.Icmpv6, 130) => 131,
        (Transport.Icmpv6, 131) => 130,
        (Transport.Icmpv6, 133) => 134,
        (Transport.Icmpv6, 134) => 133,
        (Transport.Icmpv6, 135) => 136,
        (Transport.Icmpv6, 136) => 135,
        (Transport.Icmpv6, 139) => 140,
        (Transport.Icmpv6, 140) => 139,
        (Transport.Icmpv6, 144) => 145,
        (Transport.Icmpv6, 145) => 144,
        _ => code,
    };

    /// <summary>Whether it is the answering one of such a pair.</summary>
    public static bool IsAnswer(Transport transport, ushort type) => transport == Transport.Icmp
        ? type is 0 or 14 or 16 or 9 or 18
        : type is 129 or 131 or 134 or 136 or 140 or 145;
}
