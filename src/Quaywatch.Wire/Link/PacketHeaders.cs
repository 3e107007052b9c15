using Quaywatch.Observations;

namespace Quaywatch.Wire.Link;

/// <summary>What the headers of one frame say, up to and including TCP and UDP. Offsets count from the frame's first byte. A plain
/// struct that is filled again for every packet. Lengths stated by headers may exceed what was captured; the offsets never do.</summary>
public struct PacketHeaders
{
    /// <summary>Sender's MAC address; none without Ethernet.</summary>
    public MacAddress SourceMac;

    /// <summary>Receiver's MAC address; none without Ethernet.</summary>
    public MacAddress DestinationMac;

    /// <summary>Outer VLAN id, where <see cref="VlanCount"/> is 1 or more.</summary>
    public ushort OuterVlan;

    /// <summary>Inner VLAN id, where <see cref="VlanCount"/> is 2 or more (the innermost tag).</summary>
    public ushort InnerVlan;

    /// <summary>Number of VLAN tags.</summary>
    public byte VlanCount;

    /// <summary>The EtherType behind all tags; for 802.3 with LLC (and no SNAP) the two service access points, which lie below 0x0600
    /// only by their meaning, so look at <see cref="IsLlc"/>.</summary>
    public ushort EtherType;

    /// <summary>Whether <see cref="EtherType"/> holds DSAP and SSAP.</summary>
    public bool IsLlc;

    /// <summary>Where the bytes behind the link header begin (layer 3, or the payload of a protocol without IP).</summary>
    public int NetworkOffset;

    /// <summary>Where they end: by the IP length, else by the 802.3 length, else the frame's end; never beyond what was captured.</summary>
    public int NetworkEnd;

    /// <summary>4 or 6; 0 without IP.</summary>
    public byte IpVersion;

    /// <summary>Time to live or hop limit.</summary>
    public byte HopLimit;

    /// <summary>The protocol behind IP and its extension headers.</summary>
    public byte IpProtocol;

    /// <summary>Sender.</summary>
    public IpAddress SourceIp;

    /// <summary>Receiver.</summary>
    public IpAddress DestinationIp;

    /// <summary>Length of the whole IP packet as stated (for jumbograms and 0 of offloading: as captured).</summary>
    public int IpLength;

    /// <summary>Where the transport header begins (behind all extension headers); for a later fragment the fragment's bytes.</summary>
    public int TransportOffset;

    /// <summary>Whether this is a fragment (of IPv4, or by IPv6's fragment header) that is not the whole packet.</summary>
    public bool IsFragment;

    /// <summary>Whether more fragments follow.</summary>
    public bool MoreFragments;

    /// <summary>The fragment's place in the packet, in bytes.</summary>
    public int FragmentOffset;

    /// <summary>The number that fragments of one packet share.</summary>
    public uint FragmentId;

    /// <summary>What the transport header says; not filled for fragments.</summary>
    public TransportHeader Transport;

    /// <summary>What is wrong with the headers.</summary>
    public HeaderFaults Faults;
}
