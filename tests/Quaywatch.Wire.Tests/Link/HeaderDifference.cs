using System.Buffers.Binary;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;

namespace Quaywatch.Wire.Tests.Link;

/// <summary>Why tshark says something else of a header.</summary>
static class HeaderDifference
{
    const int Type = 1, Vlans = 2, Source = 3, Protocol = 6, Fragment = 7, Kind = 8, Ports = 9, Payload = 10, Checksums = 12;
    const ushort ProviderBackbone = 0x88E7;

    /// <summary>Captures whose variant of pcap tshark takes for another; read as they are, their frames make sense.</summary>
    static readonly string[] OtherVariant = ["pcapplusplus__igmplayer.pcap", "suricata-verify__bug-6875-01-fuzz.pcap"];

    /// <summary>The class of a difference; null where there is no good reason for it.</summary>
    public static string? Name(string path, int column, string[] ours, string[] theirs, in CapturedPacket packet, in PacketHeaders headers) =>
        OtherVariant.Contains(Path.GetFileName(path)) ? "theirs: the file's variant is guessed wrong" :
        Link(column, ours, theirs, packet, headers) ?? Broken(column, theirs, packet, headers) ?? Inner(column, ours, theirs, headers);

    static string? Link(int column, string[] ours, string[] theirs, in CapturedPacket packet, in PacketHeaders headers)
    {
        bool isServiceTagged = IsServiceTagged(packet);
        return column switch
        {
            Vlans when isServiceTagged && ours[Vlans].EndsWith(theirs[Vlans], StringComparison.Ordinal)
                => "ours: the tag of 802.1ad is a VLAN; tshark has a field of its own for it",
            Vlans when headers.VlanCount > 2 => "ours: of more than two tags the outermost and the innermost are kept",
            Type when isServiceTagged && theirs[Type] == "0x88a8" => "ours: the type behind the tag of 802.1ad",
            Type when headers.VlanCount > 0 && headers.IsLlc => "ours: a length behind a tag is no type",
            _ when packet.LinkType == LinkType.Ipv4 && headers.IpVersion == 6 => "ours: the version decides, not the link",
            _ => null,
        };
    }

    static string? Broken(int column, string[] theirs, in CapturedPacket packet, in PacketHeaders headers)
    {
        bool isTruncated = headers.Faults.HasFlag(HeaderFaults.Truncated), isMalformed = headers.Faults.HasFlag(HeaderFaults.Malformed);
        return column switch
        {
            _ when isTruncated => "theirs: fields of a header that is not whole",
            Fragment when headers.IpVersion == 0 && isMalformed && theirs[Fragment] == "+" => "theirs: fields of a header of no version",
            >= Source and <= Fragment when headers.IpVersion == 4 && isMalformed && theirs[Source].Length == 0
                => "ours: the addresses of a header whose length can't be",
            >= Source when headers.IpProtocol == IpProtocols.Authentication && isMalformed => "ours: behind a malformed header nothing is read",
            Payload when headers.IpProtocol == IpProtocols.Udp && isMalformed => "ours: UDP's length is bounded by IP's",
            Payload when headers.IpProtocol == IpProtocols.Udp && theirs[Payload] == "0" => "ours: a length of 0 is that of the packet",
            > Kind when headers.IpProtocol == IpProtocols.Tcp && isMalformed && !headers.Transport.IsWhole
                => "ours: a TCP header whose length can't be has no payload",
            >= Kind when packet.Bytes[headers.NetworkOffset] > 0x45 && headers.IpVersion == 4 && theirs[Kind].Length == 0
                => "theirs: malformed options of IPv4 hide the transport",
            Checksums when headers.IpVersion == 6 && headers.IpProtocol == IpProtocols.Udp => "ours: UDP over IPv6 must have a checksum",
            Checksums when headers.IpProtocol == IpProtocols.Udp && headers.Faults.HasFlag(HeaderFaults.Cut)
                => "ours: a datagram that is whole is checked though its packet is cut",
            _ => null,
        };
    }

    static string? Inner(int column, string[] ours, string[] theirs, in PacketHeaders headers) => column switch
    {
        _ when headers.EtherType == ProviderBackbone => "theirs: the provider backbone's inner frame, a tunnel",
        Fragment when headers.IpVersion == 6 && ours[Fragment] == "+" && theirs[Fragment] == "0+0" => "ours: an atomic fragment is none",
        Fragment when headers.IpVersion == 6 && ours[Kind] == "icmpv6" && ours[Ports][0] is >= '1' and <= '4' => "theirs: of the packet that an error quotes",
        Protocol when theirs[Protocol] == "51" => "ours: the protocol behind the authentication header",
        >= Kind and < Checksums when headers.IsFragment => "ours: the transport of a fragment is read when the packet is whole",
        >= Kind when headers.IpProtocol is 4 or 41 => "theirs: the transport of an inner packet",
        _ => null,
    };

    static bool IsServiceTagged(in CapturedPacket packet)
    {
        int at = packet.LinkType switch
        {
            LinkType.Ethernet => 12,
            LinkType.LinuxCooked => 14,
            LinkType.LinuxCooked2 => 0,
            _ => int.MaxValue,
        };
        return at < packet.Bytes.Length - 2 && BinaryPrimitives.ReadUInt16BigEndian(packet.Bytes[at..]) == EtherTypes.ServiceVlan;
    }
}
