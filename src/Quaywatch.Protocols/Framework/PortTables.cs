namespace Quaywatch.Protocols.Framework;

/// <summary>Which protocol usually speaks on a port, behind an EtherType, behind an IP protocol number. IANA "Service Name and
/// Transport Protocol Port Number Registry" and "Protocol Numbers", IEEE "EtherType" registry; what those do not hold is from the
/// maker's own documentation, named in the line above it. Names as in the case folder's list of protocols.</summary>
static class PortTables
{
    /// <summary>TCP ports.</summary>
    public static readonly Dictionary<ushort, string> Tcp = Table(
    [
        // ISO transport over TCP (RFC 1006) carries S7, S7-plus and MMS alike; on a crane it is most often S7.
        ("s7comm", [102]),
        ("modbus", [502]),
        ("ethernet-ip", [44818]),
        ("opcua", [4840]),

        // Beckhoff, "ADS: ports and routes".
        ("ads", [48898]),

        // CODESYS: gateway on 1217, runtimes version 2 on 1200 and (WAGO) 2455, version 3 on 11740 to 11743.
        ("codesys", [1200, 1217, 2455, 11740, 11741, 11742, 11743]),
        ("iec104", [2404]),
        ("dnp3", [20000]),

        // Omron, "FINS commands reference" (W342).
        ("fins", [9600]),

        // Mitsubishi Electric, "SLMP reference manual": the ports of CPU-built-in Ethernet.
        ("slmp", [5006, 5007]),

        // GE, "SRTP" of Series 90 and PACSystems.
        ("srtp", [18245]),
        ("hart-ip", [5094]),
        ("knx", [3671]),
        ("mqtt", [1883]),
        ("dns", [53]),
        ("llmnr", [5355]),
        ("snmp", [161, 162]),

        // 514 is by custom; its owner is the remote shell.
        ("syslog", [514, 601]),

        // Protocols inside TLS from the first byte: https, Modbus/TCP Security, smtps, syslog, nntps, ldaps, dns, ftps, telnets,
        // imaps, pop3s, sips, opc.https, turns, amqps, https-alt, mqtts, ads (secure), IEC 62351-3 for 104 and DNP3.
        ("tls", [443, 465, 563, 636, 802, 853, 989, 990, 992, 993, 995, 4843, 5061, 5349, 5671, 6514, 8016, 8443, 8883, 19998, 19999]),
        ("http", [80, 591, 8000, 8008, 8080, 8081, 8088, 8888]),
        ("ftp", [21]),
        ("ftp-data", [20]),
        ("smtp", [25, 587]),
        ("pop3", [110]),
        ("imap", [143]),
        ("ssh", [22]),
        ("telnet", [23]),
        ("rdp", [3389]),

        // Displays 0 to 6; 5500 is a server that calls its viewer.
        ("vnc", [5500, 5900, 5901, 5902, 5903, 5904, 5905, 5906]),
        ("smb", [139, 445]),
        ("ldap", [389, 3268]),
        ("kerberos", [88, 464]),
        ("rtsp", [554, 8554]),
        ("sip", [5060]),
        ("stun", [3478]),
        ("socks", [1080]),
        ("openvpn", [1194]),

        // Remote support tools, each by its maker's firewall page.
        ("teamviewer", [5938]),
        ("anydesk", [6568, 7070]),
        ("rustdesk", [21115, 21116, 21117, 21118, 21119]),
    ]);

    /// <summary>UDP ports.</summary>
    public static readonly Dictionary<ushort, string> Udp = Table(
    [
        ("modbus", [502]),
        ("ethernet-ip", [44818]),
        ("cip-io", [2222]),

        // IANA: profinet-rt unicast, profinet-rtm multicast, profinet-cm; and EtherCAT.
        ("profinet-rt", [34962, 34963]),
        ("profinet-cm", [34964]),
        ("ethercat", [34980]),
        ("ads", [48899]),
        ("codesys", [1740, 1741, 1742, 1743]),

        // Triconex; the port that the analysis of TRITON gives (Schneider Electric and NCCIC, MAR-17-352-01).
        ("tristation", [1502]),

        // ASHRAE 135, annex J: 0xBAC0 and, by custom, the fifteen that follow.
        ("bacnet", [47808, 47809, 47810, 47811, 47812, 47813, 47814, 47815, 47816, 47817, 47818, 47819, 47820, 47821, 47822, 47823]),
        ("dnp3", [20000]),
        ("fins", [9600]),
        ("slmp", [5006, 5007]),
        ("egd", [18246]),
        ("hart-ip", [5094]),
        ("knx", [3671]),
        ("dns", [53]),
        ("mdns", [5353]),
        ("llmnr", [5355]),
        ("nbns", [137]),
        ("dhcp", [67, 68]),
        ("dhcpv6", [546, 547]),
        ("hsrp", [1985, 2029]),
        ("ntp", [123]),
        ("ptp", [319, 320]),
        ("snmp", [161, 162]),
        ("syslog", [514]),
        ("quic", [443, 8443]),
        ("tftp", [69]),
        ("rdp", [3389]),
        ("ldap", [389]),
        ("kerberos", [88, 464]),

        // 1645 and 1646 are the numbers from before the registration.
        ("radius", [1645, 1646, 1812, 1813, 3799]),
        ("rtsp", [554]),
        ("rtp", [5004]),
        ("rtcp", [5005]),
        ("sip", [5060]),

        // 19302 to 19309 are those of the public servers that most browsers ask.
        ("stun", [3478, 19302, 19303, 19304, 19305, 19306, 19307, 19308, 19309]),
        ("openvpn", [1194]),
        ("wireguard", [51820]),
        ("ike", [500, 4500]),
        ("l2tp", [1701]),
        ("teamviewer", [5938]),
        ("rustdesk", [21116]),
    ]);

    /// <summary>EtherTypes, and the two service access points of IEEE 802.2. PROFINET is told by its FrameID.</summary>
    public static readonly Dictionary<ushort, string> EtherTypes = Table(
    [
        ("arp", [0x0806, 0x8035]),
        ("ethercat", [0x88A4]),
        ("goose", [0x88B8]),
        ("sv", [0x88BA]),
        ("lldp", [0x88CC]),
        ("mrp", [0x88E3]),
        ("ptp", [0x88F7]),
        ("stp", [0x4242]),
    ]);

    /// <summary>IP protocol numbers.</summary>
    public static readonly Dictionary<ushort, string> IpProtocols = Table(
    [
        ("icmp", [1]),
        ("igmp", [2]),
        ("esp", [50]),
        ("icmpv6", [58]),
        ("vrrp", [112]),
        ("l2tp", [115]),
    ]);

    static Dictionary<ushort, string> Table(ReadOnlySpan<(string Name, ushort[] Numbers)> rows)
    {
        Dictionary<ushort, string> table = [];
        foreach ((string name, ushort[] numbers) in rows)
        {
            foreach (ushort number in numbers)
            {
                table.Add(number, name);
            }
        }

        return table;
    }
}
