using CsCheck;
using Quaywatch.Observations;
using Quaywatch.Protocols.Arp;
using Quaywatch.Wire.Flows;
using static Quaywatch.Protocols.Tests.Arp.ArpSamples;

namespace Quaywatch.Protocols.Tests.Arp;

public sealed class ArpParserTests
{
    static readonly MacAddress s_all = new(0xFFFF_FFFF_FFFF);

    static Hearing From(MacAddress source, params byte[][] packets)
    {
        Hearing hearing = new(new ArpProtocol(), new FlowEnds { Transport = Transport.Ethernet, EtherType = 0x0806, MacA = source, MacB = s_all });
        foreach (byte[] packet in packets)
        {
            Assert.Equal(Parse.Done(packet.Length), hearing.Say(packet));
        }

        return hearing;
    }

    [Fact]
    public void A_request_asks_for_the_target_and_tells_the_sender()
    {
        Hearing heard = From(Laptop, Make(ArpOpcode.Request, Laptop, LaptopIp, default, ControllerIp, padding: 18));
        Assert.Equal(["AddressQuestion 10.20.7.1", "AddressToMac 10.20.7.55 02:00:00:aa:bb:cc"], heard.LookupTexts);
        Assert.Empty(heard.Anomalies);
    }

    [Fact]
    public void A_reply_tells_the_sender_only_because_its_target_echoes_the_question()
    {
        Hearing heard = From(Controller, Make(ArpOpcode.Reply, Controller, ControllerIp, Laptop, LaptopIp));
        Assert.Equal(["AddressToMac 10.20.7.1 00:0e:8c:11:22:33"], heard.LookupTexts);
    }

    [Fact]
    public void A_probe_claims_nothing_yet()
    {
        Hearing heard = From(Controller, Make(ArpOpcode.Request, Controller, NoIp, default, ControllerIp));
        Assert.Equal(["AddressQuestion 10.20.7.1"], heard.LookupTexts);
    }

    [Theory]
    [InlineData(ArpOpcode.Request)]
    [InlineData(ArpOpcode.Reply)]
    public void An_announcement_asks_nothing(ArpOpcode opcode)
    {
        Hearing heard = From(Controller, Make(opcode, Controller, ControllerIp, default, ControllerIp));
        Assert.Equal(["AddressToMac 10.20.7.1 00:0e:8c:11:22:33"], heard.LookupTexts);
    }

    [Fact]
    public void A_reverse_reply_gives_the_target_its_address()
    {
        Hearing heard = From(
            Controller,
            Make(ArpOpcode.ReverseRequest, Controller, NoIp, Laptop, NoIp),
            Make(ArpOpcode.ReverseReply, Controller, ControllerIp, Laptop, LaptopIp));
        Assert.Equal(["AddressToMac 10.20.7.55 02:00:00:aa:bb:cc", "AddressToMac 10.20.7.1 00:0e:8c:11:22:33"], heard.LookupTexts);
    }

    [Fact]
    public void A_sender_that_names_another_hardware_address_is_reported()
    {
        Hearing heard = From(Laptop, Make(ArpOpcode.Reply, Controller, ControllerIp, Laptop, LaptopIp));
        Assert.Equal(["UnexpectedConstant: sender hardware address differs from the Ethernet source"], heard.Anomalies);
        Assert.Single(heard.LookupTexts);
    }

    [Theory]
    [InlineData(0x0000_5E00_0107)] // VRRP
    [InlineData(0x0000_0C07_AC07)] // HSRP
    [InlineData(0x0000_0C9F_F007)] // HSRP version 2
    [InlineData(0x0007_B400_0101)] // GLBP
    public void A_router_may_speak_for_its_virtual_address(long mac) =>
        Assert.Empty(From(Controller, Make(ArpOpcode.Reply, new MacAddress(mac), ControllerIp, Laptop, LaptopIp)).Anomalies);

    [Fact]
    public void Without_an_ethernet_header_nothing_is_compared() =>
        Assert.Empty(From(default, Make(ArpOpcode.Reply, Controller, ControllerIp, Laptop, LaptopIp)).Anomalies);

    [Fact]
    public void Addresses_that_no_host_can_have_are_not_claimed()
    {
        Hearing heard = From(
            Laptop,
            Make(ArpOpcode.Reply, Laptop, IpAddress.V4(0xE0000001), default, NoIp),
            Make(ArpOpcode.Reply, s_all, LaptopIp, default, NoIp),
            Make(ArpOpcode.Reply, default, LaptopIp, default, NoIp));
        Assert.Empty(heard.LookupTexts);
        Assert.Equal(
            [
                "UnexpectedConstant: claims a multicast or broadcast IP address",
                "UnexpectedConstant: sender hardware address is a group",
                "UnexpectedConstant: sender hardware address is zero",
            ],
            heard.Anomalies);
    }

    [Theory]
    [InlineData("0001")]
    [InlineData("000108000604000102000000000A0A0A0A0A")]
    [InlineData("00010800FFFF0001")]
    public void A_packet_shorter_than_its_lengths_is_broken(string hex)
    {
        Hearing heard = From(Laptop);
        Assert.Equal(Parse.Broken, heard.Say(Convert.FromHexString(hex)));
        Assert.Empty(heard.LookupTexts);
    }

    [Theory]
    [InlineData("00010800020400010102AAAAAAAA0102AAAAAAAA", "Malformed: hardware size is not 6 for Ethernet")]
    [InlineData("0001080006020001010203040506AAAA010203040506AAAA", "Malformed: protocol size is not 4 for IPv4")]
    public void Wrong_lengths_are_reported_and_claim_nothing(string hex, string anomaly)
    {
        Hearing heard = From(Laptop, Convert.FromHexString(hex));
        Assert.Equal([anomaly], heard.Anomalies);
        Assert.Empty(heard.LookupTexts);
    }

    [Fact]
    public void An_opcode_of_another_network_is_reported() =>
        Assert.Equal(
            ["UnexpectedConstant: opcode without a meaning on Ethernet"],
            From(Laptop, Make((ArpOpcode)42, Laptop, LaptopIp, default, ControllerIp)).Anomalies);

    [Fact]
    public void Every_observation_names_its_packet()
    {
        Hearing heard = From(Laptop, Make(ArpOpcode.Request, Laptop, LaptopIp, default, ControllerIp), Make(ArpOpcode.Reply, Controller, ControllerIp, Laptop, LaptopIp));
        Assert.Equal(2, heard.Batch.EvidenceAt(heard.Batch.Anomalies[0].Evidence).First.Packet);
        Assert.Equal(1, heard.Batch.EvidenceAt(heard.Lookups[0].Evidence).First.Packet);
    }

    [Fact]
    public void Any_bytes_are_read_without_harm() => Gen.Byte.Array[0, 64].Sample(bytes =>
    {
        From(Laptop).Say(bytes);
        Wire.Evidence.FieldTree tree = new();
        new ArpProtocol().Describe(new Message { Bytes = bytes }, tree);
    });
}
