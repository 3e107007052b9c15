using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;

namespace Quaywatch.Wire.Flows;

/// <summary>What a packet's headers say of the conversation that it belongs to or opens.</summary>
static class FlowOpening
{
    /// <summary>The two ends, with the packet's sender as side A.</summary>
    public static FlowEnds EndsOf(in PacketHeaders headers)
    {
        FlowEnds ends = new()
        {
            Transport = headers.IpVersion == 0 ? Transport.Ethernet : headers.Transport.Kind,
            IpProtocol = headers.IpVersion == 0 ? (byte)0 : headers.IpProtocol,
            EtherType = headers.EtherType,
            MacA = headers.SourceMac,
            MacB = headers.DestinationMac,
            IpA = headers.SourceIp,
            IpB = headers.DestinationIp,
        };
        switch (ends.Transport)
        {
            case Transport.Icmp:
            case Transport.Icmpv6:
                ends.PortA = headers.Transport.SourcePort;
                ends.PortB = IcmpPorts.Counterpart(ends.Transport, headers.Transport.SourcePort, headers.Transport.DestinationPort);
                break;
            case Transport.Tcp:
            case Transport.Udp:
            case Transport.Sctp:
                ends.PortA = headers.Transport.SourcePort;
                ends.PortB = headers.Transport.DestinationPort;
                break;
            default:
                break;
        }

        return ends;
    }

    /// <summary>The key; conversations without IP are keyed by MAC pair and EtherType.</summary>
    public static FlowKey KeyOf(in FlowEnds ends, out bool sourceIsLow)
    {
        bool ethernet = ends.Transport == Transport.Ethernet;
        uint carrier = FlowKey.CarrierOf(ends.Transport, ends.IpProtocol, ethernet ? ends.EtherType : (ushort)0);
        return ethernet
            ? FlowKey.Of(new IpAddress(0, (ulong)ends.MacA.Value), 0, new IpAddress(0, (ulong)ends.MacB.Value), 0, carrier, out sourceIsLow)
            : FlowKey.Of(ends.IpA, ends.PortA, ends.IpB, ends.PortB, carrier, out sourceIsLow);
    }

    /// <summary>Who opened it, as far as the first packet tells.</summary>
    public static void Originate(FlowRecord flow, in PacketHeaders headers)
    {
        TcpFlags flags = headers.Transport.Flags & (TcpFlags.Syn | TcpFlags.Ack);
        switch (flow.Ends.Transport)
        {
            case Transport.Tcp when (flags & TcpFlags.Syn) != 0:
                flow.OriginatorBy = OriginatorBy.Syn;
                flow.Originator = flags == TcpFlags.Syn ? Direction.FromA : Direction.FromB;
                break;
            case Transport.Icmp:
            case Transport.Icmpv6:
                flow.OriginatorBy = OriginatorBy.Protocol;
                flow.Originator = IcmpPorts.IsAnswer(flow.Ends.Transport, flow.Ends.PortA) ? Direction.FromB : Direction.FromA;
                break;
            default:
                bool fromServer = ServerPorts.Contains(flow.Ends.PortA) && !ServerPorts.Contains(flow.Ends.PortB);
                flow.Originator = fromServer ? Direction.FromB : Direction.FromA;
                break;
        }
    }
}
