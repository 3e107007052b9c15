using Quaywatch.Protocols.Arp;
using Quaywatch.Testing;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Tests.Arp;

/// <summary>Answers of tshark 4.0.17 for crafted packets by others (PcapFlowLab). Each capture begins with a file header of 24 bytes,
/// a record header of 16 and an Ethernet header of 14.</summary>
public sealed class ArpKnownAnswersTests
{
    [Theory]
    [InlineData("01_arp_request_ipv4", "1", "1", "02:00:00:00:00:02", "10.10.12.2", "10.10.12.1")]
    [InlineData("12_unknown_hardware_type", "4660", "1", null, "10.10.12.2", "10.10.12.1")]
    [InlineData("14_unknown_opcode", "1", "42", "02:00:00:00:00:02", "10.10.12.2", "10.10.12.1")]
    [InlineData("16_rarp_request_opcode_3", "1", "3", "02:00:00:00:00:02", "0.0.0.0", "0.0.0.0")]
    [InlineData("17_inarp_request_opcode_8", "1", "8", "02:00:00:00:00:02", "10.10.12.2", "0.0.0.0")]
    public void Tshark_reads_the_same(string capture, string hardware, string opcode, string? senderMac, string senderIp, string targetIp)
    {
        byte[] file = File.ReadAllBytes(Shared.Need($"captures/discovery/pcapflowlab__arp-{capture}.pcap"));
        FieldTree tree = new();
        new ArpProtocol().Describe(new Message { Bytes = file.AsSpan(54) }, tree);
        Dictionary<string, string?> raw = tree.Roots[0].Children.ToDictionary(n => n.Filter!, n => n.Raw);
        Assert.Equal(hardware, raw["arp.hw.type"]);
        Assert.Equal("2048", raw["arp.proto.type"]);
        Assert.Equal(opcode, raw["arp.opcode"]);
        Assert.Equal(senderMac, raw.GetValueOrDefault("arp.src.hw_mac"));
        Assert.Equal(senderIp, raw["arp.src.proto_ipv4"]);
        Assert.Equal(targetIp, raw["arp.dst.proto_ipv4"]);
    }
}
