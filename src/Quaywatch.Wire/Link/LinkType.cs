namespace Quaywatch.Wire.Link;

/// <summary>Link-layer header types as captures number them (the tcpdump.org LINKTYPE list); only those that are decoded have a
/// name here, any other number is kept and counted.</summary>
public enum LinkType
{
    /// <summary>BSD loopback: four bytes of address family in the byte order of the capturing machine.</summary>
    Null = 0,

    /// <summary>Ethernet II and IEEE 802.3.</summary>
    Ethernet = 1,

    /// <summary>Raw IP, the value that some systems write instead of 101.</summary>
    RawBsd = 12,

    /// <summary>Raw IP, the value that OpenBSD writes.</summary>
    RawOpenBsd = 14,

    /// <summary>Raw IPv4 or IPv6.</summary>
    Raw = 101,

    /// <summary>OpenBSD loopback: four bytes of address family, big-endian.</summary>
    Loop = 108,

    /// <summary>Linux "cooked" capture, version 1.</summary>
    LinuxCooked = 113,

    /// <summary>Raw IPv4.</summary>
    Ipv4 = 228,

    /// <summary>Raw IPv6.</summary>
    Ipv6 = 229,

    /// <summary>Linux "cooked" capture, version 2.</summary>
    LinuxCooked2 = 276,
}
