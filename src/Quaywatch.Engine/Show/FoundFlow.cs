using Quaywatch.Observations;
using Quaywatch.Wire.Link;

namespace Quaywatch.Engine.Show;

/// <summary>A conversation that was looked for.</summary>
/// <param name="uid">Its name in the case.</param>
/// <param name="flow">What was observed when it opened.</param>
sealed class FoundFlow(string uid, Flow flow)
{
    /// <summary>Its name in the case.</summary>
    public string Uid { get; } = uid;

    /// <summary>What was observed last: when it closed, once that is known.</summary>
    public Flow Flow { get; set; } = flow;

    /// <summary>Whether a packet belongs to it: by addresses, protocol and ports, in the time in which it was open. A later
    /// fragment has no ports and is told by the rest.</summary>
    public bool Has(in PacketHeaders headers, long time)
    {
        Flow flow = Flow;
        if (time < flow.First || time > flow.Last)
        {
            return false;
        }

        if (headers.IpVersion == 0)
        {
            return flow.Transport == Transport.Ethernet && headers.EtherType == flow.EtherType
                && ((headers.SourceMac == flow.A.Mac && headers.DestinationMac == flow.B.Mac)
                    || (headers.SourceMac == flow.B.Mac && headers.DestinationMac == flow.A.Mac));
        }

        bool withPorts = flow.Transport is Transport.Tcp or Transport.Udp or Transport.Sctp && headers.Transport.HasPorts;
        return flow.Transport != Transport.Ethernet && headers.IpProtocol == flow.IpProtocol
            && (Goes(headers, flow.A, flow.B, withPorts) || Goes(headers, flow.B, flow.A, withPorts));
    }

    static bool Goes(in PacketHeaders headers, in FlowSide from, in FlowSide to, bool withPorts) =>
        headers.SourceIp == from.Ip && headers.DestinationIp == to.Ip
        && (!withPorts || (headers.Transport.SourcePort == from.Port && headers.Transport.DestinationPort == to.Port));
}
