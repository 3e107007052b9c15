using Quaywatch.Observations;
using Quaywatch.Protocols.Framework;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Tests.Framework;

public sealed class PortNamesTests
{
    /// <summary>Every name of interface.md, section 3.</summary>
    const string Contract = """
        s7comm s7comm-plus modbus profinet-dcp profinet-rt profinet-cm profinet-ptcp mrp ethernet-ip cip cip-io opcua mms goose sv ads
        ethercat codesys umas tristation iec104 dnp3 bacnet fins slmp srtp egd hart-ip knx mqtt dns mdns llmnr nbns dhcp dhcpv6 arp nd
        icmp icmpv6 igmp lldp cdp stp vrrp hsrp ntp ptp snmp syslog tls quic http http2 websocket ftp ftp-data tftp smtp pop3 imap ssh
        telnet rdp vnc smb ldap kerberos radius rtsp rtp rtcp sip stun socks openvpn wireguard ike esp l2tp teamviewer anydesk rustdesk
        """;

    /// <summary>Names that no port, EtherType or protocol number can say, and why.</summary>
    static readonly Dictionary<string, string> s_onlyByContent = new()
    {
        ["s7comm-plus"] = "shares TCP 102 with s7comm",
        ["mms"] = "shares TCP 102 with s7comm",
        ["cip"] = "is carried by ethernet-ip",
        ["umas"] = "is a function of modbus, on its port",
        ["http2"] = "shares the ports of http and tls",
        ["websocket"] = "begins as http, on its ports",
    };

    static string? Of(Transport transport, int portA, int portB) =>
        PortNames.Of(new FlowEnds { Transport = transport, PortA = (ushort)portA, PortB = (ushort)portB });

    static string? OfFrame(int etherType, string first = "", long macB = 0) => PortNames.Of(
        new FlowEnds { Transport = Transport.Ethernet, EtherType = (ushort)etherType, MacB = new MacAddress(macB) },
        Convert.FromHexString(first));

    [Fact]
    public void Every_name_of_the_contract_has_a_room_or_a_number_or_a_reason_for_neither()
    {
        HashSet<string> reachable = [.. Registry.ByName.Keys, .. s_onlyByContent.Keys];
        for (int number = 0; number <= ushort.MaxValue; number++)
        {
            string?[] told =
            [
                Of(Transport.Tcp, 60000, number), Of(Transport.Udp, 60000, number), Of(Transport.Icmp, number, 0), Of(Transport.Icmpv6, number, 0),
                OfFrame(number), PortNames.OfFrameId((ushort)number), OfFrame(0xAAAA, $"00000C{number:X4}"),
                PortNames.Of(new FlowEnds { Transport = Transport.Ip, IpProtocol = (byte)number }),
            ];
            reachable.UnionWith(told.OfType<string>());
        }

        string[] names = Contract.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.Empty(names.Except(reachable));
        Assert.Empty(reachable.Except(names));
    }

    [Theory]
    [InlineData(Transport.Tcp, 50123, 502, "modbus")]
    [InlineData(Transport.Tcp, 502, 50123, "modbus")] // the answer was seen first
    [InlineData(Transport.Udp, 47808, 47808, "bacnet")]
    [InlineData(Transport.Udp, 2222, 2222, "cip-io")]
    [InlineData(Transport.Tcp, 44818, 50123, "ethernet-ip")]
    [InlineData(Transport.Tcp, 1433, 44818, "ethernet-ip")] // a client of an old system
    [InlineData(Transport.Udp, 53, 1740, "dns")] // an answer to an old client, whose port is also CODESYS's
    [InlineData(Transport.Tcp, 48898, 443, "tls")]
    [InlineData(Transport.Tcp, 443, 44818, "tls")]
    [InlineData(Transport.Udp, 443, 50123, "quic")]
    public void The_likely_servers_port_speaks(Transport transport, int portA, int portB, string name) =>
        Assert.Equal(name, Of(transport, portA, portB));

    [Theory]
    [InlineData(Transport.Tcp, 50123, 50124)] // two ephemeral ports
    [InlineData(Transport.Tcp, 1200, 8444)] // an old system's client, whose port is also CODESYS's
    [InlineData(Transport.Tcp, 44818, 9999)] // a Linux client, whose port is also EtherNet/IP's
    [InlineData(Transport.Tcp, 999, 44818)] // answer of an unknown service to such a client
    [InlineData(Transport.Tcp, 44818, 999)]
    [InlineData(Transport.Sctp, 502, 502)]
    [InlineData(Transport.Tcp, 0, 0)]
    public void Where_nothing_speaks_nothing_is_said(Transport transport, int portA, int portB) => Assert.Null(Of(transport, portA, portB));

    [Theory]
    [InlineData(0x88CC, "", "lldp")]
    [InlineData(0x4242, "", "stp")]
    [InlineData(0x88E3, "", "mrp")]
    [InlineData(0x8892, "", null)] // the FrameID must tell
    [InlineData(0x8892, "FEFE", "profinet-dcp")]
    [InlineData(0x8892, "FEFB", "profinet-rt")]
    [InlineData(0x8892, "8000", "profinet-rt")]
    [InlineData(0x8892, "0080", "profinet-ptcp")]
    [InlineData(0x8892, "FF43", "profinet-ptcp")]
    [InlineData(0xAAAA, "00000C2000", "cdp")]
    [InlineData(0xAAAA, "00000C010B", "stp")]
    [InlineData(0xAAAA, "00000C2004", null)] // DTP, to the same address as CDP
    [InlineData(0xAAAA, "0000F82000", null)]
    [InlineData(0xAAAA, "00000C", null)]
    [InlineData(0x9999, "", null)]
    public void Frames_without_ip_are_told_by_type_and_first_bytes(int etherType, string first, string? name) =>
        Assert.Equal(name, OfFrame(etherType, first));

    [Fact]
    public void Spanning_tree_for_each_vlan_is_told_by_its_address_alone() => Assert.Equal("stp", OfFrame(0xAAAA, "", 0x0100_0CCC_CCCD));

    [Theory]
    [InlineData(112, "vrrp")]
    [InlineData(2, "igmp")]
    [InlineData(50, "esp")]
    [InlineData(47, null)]
    public void Ip_protocols_are_told_by_number(byte number, string? name) =>
        Assert.Equal(name, PortNames.Of(new FlowEnds { Transport = Transport.Ip, IpProtocol = number }));

    [Theory]
    [InlineData(Transport.Icmp, 8, "icmp")]
    [InlineData(Transport.Icmpv6, 128, "icmpv6")]
    [InlineData(Transport.Icmpv6, 135, "nd")]
    public void Control_messages_are_told_by_type(Transport transport, int type, string name) => Assert.Equal(name, Of(transport, type, 0));

    [Fact]
    public void Looking_up_allocates_nothing()
    {
        FlowEnds ends = new() { Transport = Transport.Tcp, PortA = 50123, PortB = 502 };
        PortNames.Of(ends);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            PortNames.Of(ends);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
