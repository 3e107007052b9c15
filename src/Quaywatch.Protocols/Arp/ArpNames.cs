namespace Quaywatch.Protocols.Arp;

/// <summary>The tables of ARP: IANA "Address Resolution Protocol (ARP) Parameters", in Wireshark's wording.</summary>
public static class ArpNames
{
    /// <summary>Hardware type of Ethernet.</summary>
    public const ushort Ethernet = 1;

    /// <summary>Hardware type of IEEE 802 networks.</summary>
    public const ushort Ieee802 = 6;

    /// <summary>Hardware type of Fibre Channel.</summary>
    public const ushort FibreChannel = 18;

    /// <summary>Protocol type of IPv4.</summary>
    public const ushort Ipv4 = 0x0800;

    /// <summary>Hardware types.</summary>
    public static IReadOnlyDictionary<ushort, string> HardwareTypes { get; } = new Dictionary<ushort, string>
    {
        [1] = "Ethernet",
        [2] = "Experimental Ethernet",
        [3] = "AX.25",
        [4] = "ProNET",
        [5] = "Chaos",
        [6] = "IEEE 802",
        [7] = "ARCNET",
        [8] = "Hyperchannel",
        [9] = "Lanstar",
        [10] = "Autonet Short Address",
        [11] = "Localtalk",
        [12] = "LocalNet",
        [13] = "Ultra link",
        [14] = "SMDS",
        [15] = "Frame Relay DLCI",
        [16] = "ATM",
        [17] = "HDLC",
        [18] = "Fibre Channel",
        [19] = "ATM (RFC 2225)",
        [20] = "Serial Line",
        [21] = "ATM",
        [22] = "MIL-STD-188-220",
        [23] = "Metricom STRIP",
        [24] = "IEEE 1394.1995",
        [25] = "MAPOS",
        [26] = "Twinaxial",
        [27] = "EUI-64",
        [28] = "HIPARP",
        [29] = "IP and ARP over ISO 7816-3",
        [30] = "ARPSec",
        [31] = "IPsec tunnel",
        [32] = "InfiniBand",
        [33] = "TIA-102 Project 25 CAI",
        [34] = "Wiegand Interface",
        [35] = "Pure IP",
        [36] = "Experimental 1",
        [37] = "HFI",
        [256] = "Experimental 2",
        [257] = "AEthernet",
    };

    /// <summary>Opcodes.</summary>
    public static IReadOnlyDictionary<ushort, string> Opcodes { get; } = new Dictionary<ushort, string>
    {
        [0] = "reserved",
        [1] = "request",
        [2] = "reply",
        [3] = "reverse request",
        [4] = "reverse reply",
        [5] = "drarp request",
        [6] = "drarp reply",
        [7] = "drarp error",
        [8] = "inverse request",
        [9] = "inverse reply",
        [10] = "arp nak",
        [11] = "mars request",
        [12] = "mars multi",
        [13] = "mars mserv",
        [14] = "mars join",
        [15] = "mars leave",
        [16] = "mars nak",
        [17] = "mars unserv",
        [18] = "mars sjoin",
        [19] = "mars sleave",
        [20] = "mars grouplist request",
        [21] = "mars grouplist reply",
        [22] = "mars redirect map",
        [23] = "mapos unarp",
        [24] = "experimental 1",
        [25] = "experimental 2",
        [65535] = "reserved",
    };
}
