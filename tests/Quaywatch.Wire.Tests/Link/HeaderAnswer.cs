using System.Globalization;
using Quaywatch.Observations;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Link;

/// <summary>Says of a frame what <c>make-tshark-headers</c> keeps of it, in the same words.</summary>
static class HeaderAnswer
{
    public static readonly string[] Columns =
    [
        "number", "type", "vlans", "source", "destination", "hop limit", "protocol", "fragment", "kind", "ports", "payload", "sequence", "wrong checksums",
    ];

    public static string[] Of(int number, LinkType link, in PacketHeaders headers)
    {
        bool saysType = link is LinkType.Ethernet or LinkType.LinuxCooked or LinkType.LinuxCooked2;
        TransportHeader transport = headers.Transport;
        bool hasTransport = transport.Kind >= Transport.Icmp && transport.HasPorts;
        bool isV4 = headers.IpVersion == 4;
        string ports = hasTransport ? $"{transport.SourcePort}+{transport.DestinationPort}" : "";
        return
        [
            Text(number),
            saysType && !headers.IsLlc && headers.EtherType != 0 ? "0x" + headers.EtherType.ToString("x4", CultureInfo.InvariantCulture) : "",
            headers.VlanCount switch { 0 => "", 1 => Text(headers.OuterVlan), _ => $"{headers.OuterVlan},{headers.InnerVlan}" },
            Address(headers.IpVersion, headers.SourceIp),
            Address(headers.IpVersion, headers.DestinationIp),
            headers.IpVersion == 0 ? "" : Text(headers.HopLimit),
            isV4 ? Text(headers.IpProtocol) : "",
            Fragment(headers),
            hasTransport ? transport.Kind.ToString().ToLowerInvariant() : "",
            ports,
            (transport.Kind, transport.IsWhole) switch
            {
                (Transport.Tcp, true) => Text(transport.StatedPayloadLength),
                (Transport.Udp, true) => Text(transport.StatedPayloadLength + 8),
                _ => "",
            },
            transport is { Kind: Transport.Tcp, IsWhole: true } ? Text(transport.Sequence) : "",
            (headers.Faults.HasFlag(HeaderFaults.IpChecksum) ? "i" : "") + (headers.Faults.HasFlag(HeaderFaults.TransportChecksum) ? "t" : ""),
        ];
    }

    static string Address(byte version, IpAddress address) => version switch
    {
        0 => "",
        6 when address.IsNone => "::",
        _ => address.ToString(),
    };

    static string Fragment(in PacketHeaders headers) => headers.IpVersion switch
    {
        4 => $"{headers.FragmentOffset / 8}+{(headers.MoreFragments ? 1 : 0)}",
        6 when headers.IsFragment => $"{headers.FragmentOffset / 8}+{(headers.MoreFragments ? 1 : 0)}",
        6 => "+",
        _ => "",
    };

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
