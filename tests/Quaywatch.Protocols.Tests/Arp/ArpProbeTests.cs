using Quaywatch.Observations;
using Quaywatch.Protocols.Arp;
using static Quaywatch.Protocols.Tests.Arp.ArpSamples;

namespace Quaywatch.Protocols.Tests.Arp;

public sealed class ArpProbeTests
{
    static readonly ProbeContext s_arp = new(0, ArpProtocol.EtherType, true, Transport.Ethernet);

    static ProbeAnswer Probe(string hex, ProbeContext context) => new ArpProtocol().Probe(Convert.FromHexString(hex), context);

    [Fact]
    public void Behind_its_own_EtherType_it_is_found() =>
        Assert.Equal(ProbeAnswer.Yes, new ArpProtocol().Probe(Make(ArpOpcode.Request, Laptop, LaptopIp, default, ControllerIp), s_arp));

    [Theory]
    [InlineData("0001080002040001")] // Ethernet and IPv4 with wrong lengths: reported, not passed over
    [InlineData("0006DDDD000000080000")]
    public void A_damaged_packet_is_still_one(string hex) => Assert.Equal(ProbeAnswer.Yes, Probe(hex, s_arp));

    [Theory]
    [InlineData("")]
    [InlineData("00010800060400")]
    [InlineData("1234080006040001")] // unknown hardware, and shorter than its lengths
    [InlineData("00060800000003E7")] // opcode 999
    public void Other_bytes_are_not(string hex) => Assert.Equal(ProbeAnswer.No, Probe(hex, s_arp));

    [Fact]
    public void Behind_another_EtherType_it_is_not_looked_for()
    {
        byte[] packet = Make(ArpOpcode.Request, Laptop, LaptopIp, default, ControllerIp);
        Assert.Equal(ProbeAnswer.No, new ArpProtocol().Probe(packet, s_arp with { OnPort = false }));
        Assert.Equal(ProbeAnswer.No, new ArpProtocol().Probe(packet, s_arp with { Transport = Transport.Udp }));
    }
}
