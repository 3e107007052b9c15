using System.Buffers.Binary;
using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Framework;

/// <summary>What a conversation probably speaks, by port, EtherType or IP protocol number alone. That is a guess and is labelled
/// "by port only" wherever it is shown; it covers what no room has proved or can prove yet.</summary>
public static class PortNames
{
    /// <summary>PROFINET's EtherType.</summary>
    const ushort ProfinetEtherType = 0x8892;

    /// <summary>Service access points of SNAP; the bytes behind them begin with the organisation and its protocol number.</summary>
    const ushort SnapAccessPoints = 0xAAAA;

    /// <summary>Cisco's organisation in SNAP.</summary>
    const int Cisco = 0x00000C;

    /// <summary>Multicast address of Cisco's spanning tree for each VLAN.</summary>
    const long PerVlanSpanningTree = 0x0100_0CCC_CCCD;

    /// <summary>Ports from here on are given to clients as they come (Linux; IANA's dynamic range begins at 49152).</summary>
    const ushort FirstClientPort = 32768;

    /// <summary>Ports below are assigned by IANA and open to the operating system's own services only.</summary>
    const ushort FirstUserPort = 1024;

    /// <summary>The protocol's name in the case folder's list; null where nothing speaks for one.</summary>
    /// <param name="ends">The conversation's ends.</param>
    /// <param name="first">The bytes of its first frame behind the Ethernet header. Without them PROFINET and SNAP are not told
    /// apart further, and null is the answer.</param>
    public static string? Of(in FlowEnds ends, ReadOnlySpan<byte> first = default) => ends.Transport switch
    {
        Transport.Tcp => OfPorts(PortTables.Tcp.GetValueOrDefault(ends.PortA), PortTables.Tcp.GetValueOrDefault(ends.PortB), ends.PortA, ends.PortB),
        Transport.Udp => OfPorts(PortTables.Udp.GetValueOrDefault(ends.PortA), PortTables.Udp.GetValueOrDefault(ends.PortB), ends.PortA, ends.PortB),
        Transport.Ethernet => OfFrame(ends, first),
        Transport.Icmp => "icmp",

        // Neighbour discovery is ICMPv6 of types 133 to 137 (RFC 4861); side A's port is the type.
        Transport.Icmpv6 => ends.PortA is >= 133 and <= 137 ? "nd" : "icmpv6",
        Transport.Ip => PortTables.IpProtocols.GetValueOrDefault(ends.IpProtocol),
        _ => null,
    };

    /// <summary>The part of PROFINET that a FrameID belongs to: IEC 61158-6-10, table "FrameID range".</summary>
    public static string OfFrameId(ushort frameId) => frameId switch
    {
        // Synchronisation, with and without follow-up; announcements, follow-ups, delay measurement.
        >= 0x0020 and <= 0x0021 or >= 0x0080 and <= 0x0081 => "profinet-ptcp",
        >= 0xFF00 and <= 0xFF01 or >= 0xFF20 and <= 0xFF21 or >= 0xFF40 and <= 0xFF43 => "profinet-ptcp",

        // Hello, get and set, identify request, identify response.
        >= 0xFEFC and <= 0xFEFF => "profinet-dcp",
        _ => "profinet-rt",
    };

    /// <summary>Which side's port speaks. Side B received the first packet and so is the likely server: its port speaks unless side
    /// A's is the more official one. Side A's port speaks only where B's looks like a client's, since old systems gave their clients
    /// ports from 1025 on.</summary>
    static string? OfPorts(string? nameA, string? nameB, ushort portA, ushort portB)
    {
        bool isAOfficial = portA < FirstUserPort && portB >= FirstUserPort;
        if (nameA is not null && nameB is not null)
        {
            return Rank(portA) > Rank(portB) ? nameA : nameB;
        }

        if (nameB is not null)
        {
            return isAOfficial ? null : nameB;
        }

        return isAOfficial || portB >= FirstClientPort ? nameA : null;
    }

    static int Rank(ushort port) => port < FirstUserPort ? 2 : port < FirstClientPort ? 1 : 0;

    static string? OfFrame(in FlowEnds ends, ReadOnlySpan<byte> first)
    {
        return ends.EtherType switch
        {
            ProfinetEtherType => first.Length < 2 ? null : OfFrameId(BinaryPrimitives.ReadUInt16BigEndian(first)),
            SnapAccessPoints => OfSnap(ends, first),
            _ => PortTables.EtherTypes.GetValueOrDefault(ends.EtherType),
        };
    }

    /// <summary>Cisco's protocols share one multicast address, so only the protocol number tells CDP from the others.</summary>
    static string? OfSnap(in FlowEnds ends, ReadOnlySpan<byte> first)
    {
        if (ends.MacA.Value == PerVlanSpanningTree || ends.MacB.Value == PerVlanSpanningTree)
        {
            return "stp";
        }

        if (first.Length < 5 || ((first[0] << 16) | (first[1] << 8) | first[2]) != Cisco)
        {
            return null;
        }

        return BinaryPrimitives.ReadUInt16BigEndian(first[3..]) switch
        {
            0x2000 => "cdp",
            0x010B => "stp",
            _ => null,
        };
    }
}
