using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;
using Quaywatch.Wire.Tests.Network;

namespace Quaywatch.Wire.Tests.Link;

/// <summary>One frame of every shape that is decoded, for the tests that hold for all of them.</summary>
static class FrameSamples
{
    // 10.0.0.1:4096 > 10.0.0.2:53, "abc", written by hand with its checksums
    public const string UdpV4 =
        "45 00 00 1f 12 34 00 00 40 11 54 98  0a 00 00 01  0a 00 00 02" +
        "10 00 00 35 00 0b 17 3e  61 62 63";

    const string Macs = "00 1b 1b 00 00 02  00 0e 8c 00 00 01";

    public static readonly MacAddress Controller = new(0x001B1B000002);
    public static readonly MacAddress Laptop = new(0x000E8C000001);
    public static readonly IpAddress V4A = IpAddress.V4(0x0A000001);
    public static readonly IpAddress V4B = IpAddress.V4(0x0A000002);
    public static readonly IpAddress V6A = new(0x20010DB8_00000000, 1);
    public static readonly IpAddress V6B = new(0x20010DB8_00000000, 2);

    public static TheoryData<string> Names => [.. All.Keys];

    public static IReadOnlyDictionary<string, (LinkType Type, byte[] Bytes)> All { get; } = Make();

    static Dictionary<string, (LinkType Type, byte[] Bytes)> Make()
    {
        Dictionary<string, (LinkType, byte[])> all = [];
        void Raw(string name, LinkType type, string hex) => all.Add(name, (type, Hex.Bytes(hex)));
        void Built(string name, BuilderBox.Writer write) => all.Add(name, (LinkType.Ethernet, BuilderBox.Build(write)));

        Raw("ethernet", LinkType.Ethernet, Macs + "0800" + UdpV4);
        Raw("padded", LinkType.Ethernet, Macs + "0800" + UdpV4 + new string('0', 30));
        Raw("vlan", LinkType.Ethernet, Macs + "8100 206b 0800" + UdpV4);
        Raw("qinq", LinkType.Ethernet, Macs + "88a8 0064 8100 206b 0800" + UdpV4);
        Raw("llc", LinkType.Ethernet, Macs + "0026 424203 0000000000" + new string('0', 60));
        Raw("snap", LinkType.Ethernet, Macs + "0027 aaaa03 000000 0800" + UdpV4);
        Raw("snap of a maker", LinkType.Ethernet, Macs + "000c aaaa03 00000c 2000 02b4 0000");
        Raw("ipx", LinkType.Ethernet, Macs + "0006 ffff 0022 0011");
        Raw("cooked", LinkType.LinuxCooked, "0000 0001 0006 000e8c000001 0000 0800" + UdpV4);
        Raw("cooked 2", LinkType.LinuxCooked2, "0800 0000 00000003 0001 00 06 000e8c000001 0000" + UdpV4);
        Raw("cooked 2 with vlan", LinkType.LinuxCooked2, "8100 0000 00000003 0001 00 06 000e8c000001 0000 006b 0800" + UdpV4);
        Raw("null little-endian", LinkType.Null, "02000000" + UdpV4);
        Raw("null big-endian", LinkType.Null, "00000002" + UdpV4);
        Raw("loop", LinkType.Loop, "00000002" + UdpV4);
        Raw("raw", LinkType.Raw, UdpV4);
        Raw("options", LinkType.Raw, "46 00 00 23 12 34 00 00 40 11 bf 8f 0a000001 0a000002 94040000 1000 0035 000b 173e 616263");
        Built("tcp", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Ip(V4A, V4B, id: 7);
            f.Tcp(49152, 102, 1000, 2000, TcpFlags.Psh | TcpFlags.Ack, "hello"u8, options: [2, 4, 5, 0xB4, 4, 2, 8, 10, 0, 0, 0, 1, 0, 0, 0, 2, 1, 3, 3, 7]);
        });
        Built("tcp over ipv6", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Vlan(107, 5);
            f.Ip(V6A, V6B);
            f.Tcp(49152, 502, 1, 1, TcpFlags.Syn);
        });
        Built("icmp", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Ip(V4A, V4B);
            f.Icmp(8, 0, 0x00010002, "ping"u8);
        });
        Built("icmpv6", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Ip(V6A, V6B, hopLimit: 255);
            f.Icmp(128, 0, 0x00010002, "ping"u8);
        });
        Built("sctp", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Ip(V4A, V4B);
            f.IpPayload(IpProtocols.Sctp, Hex.Bytes("0b59 0b59 00000001 deadbeef 03 00 0004"));
        });
        Built("other protocol", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Ip(V4A, V4B);
            f.IpPayload(89, "ospf"u8);
        });
        Built("fragment", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Ip(V4A, V4B);
            f.Fragment(77, 1480, more: true);
            f.IpPayload(IpProtocols.Udp, "12345678"u8);
        });
        Built("fragment of ipv6", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Ip(V6A, V6B);
            f.Fragment(0x12345678, 1448, more: false);
            f.IpPayload(IpProtocols.Udp, "12345678"u8);
        });
        Built("extension headers", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Ip(V6A, V6B);
            f.IpPayload(0, ExtensionHeaderTests.Chain());
        });
        Built("error", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Ip(V4B, V4A);
            f.Icmp(3, 3, 0, Hex.Bytes(UdpV4));
        });
        Built("arp", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, new MacAddress(0xFFFFFFFFFFFF));
            f.Arp(1, Laptop, V4A, default, V4B);
            f.Pad();
        });
        Built("profinet", (ref FrameBuilder f) =>
        {
            f.Ethernet(Laptop, Controller);
            f.Vlan(0, 6);
            f.Payload(0x8892, Hex.Bytes("8001 0000000000000000 1234 35 00"));
        });
        return all;
    }
}
