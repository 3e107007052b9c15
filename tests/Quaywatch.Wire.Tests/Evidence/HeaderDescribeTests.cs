using CsCheck;
using Quaywatch.Wire.Evidence;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;
using Quaywatch.Wire.Tests.Link;
using Quaywatch.Wire.Tests.Network;

namespace Quaywatch.Wire.Tests.Evidence;

public class HeaderDescribeTests
{
    [Theory]
    [MemberData(nameof(FrameSamples.Names), MemberType = typeof(FrameSamples))]
    public void Every_byte_before_the_payload_is_described_once_however_much_was_captured(string name)
    {
        (LinkType type, byte[] frame) = FrameSamples.All[name];
        for (int length = 0; length <= frame.Length; length++)
        {
            Check(frame[..length], type, frame.Length);
        }
    }

    [Fact]
    public void Every_byte_before_the_payload_is_described_once_whatever_was_changed() => Gen.Select(
        Gen.Int[0, FrameSamples.All.Count - 1], Gen.Select(Gen.Int[0, 99], Gen.Byte).Array[1, 6]).Sample(
        (sample, changes) =>
        {
            (LinkType type, byte[] bytes) = FrameSamples.All.Values.ElementAt(sample);
            byte[] frame = (byte[])bytes.Clone();
            foreach ((int place, byte value) in changes)
            {
                frame[place % frame.Length] = value;
            }

            Check(frame, type, frame.Length);
        },
        iter: 20_000);

    [Fact]
    public void The_fields_equal_what_the_decoder_read()
    {
        FieldTree tree = new();
        byte[] frame = FrameSamples.All["qinq"].Bytes;
        HeaderDescribe.Frame(frame, LinkType.Ethernet, frame.Length, tree);
        Dictionary<string, List<string>> fields = Fields(tree);
        Assert.Equal(["100"], fields["ieee8021ad.id"]);
        Assert.Equal(["107"], fields["vlan.id"]);
        Assert.Equal(["00:0e:8c:00:00:01"], fields["eth.src"]);
        Assert.Equal(["10.0.0.1"], fields["ip.src"]);
        Assert.Equal(["31"], fields["ip.len"]);
        Assert.Equal(["53"], fields["udp.dstport"]);
    }

    [Fact]
    public void A_wrong_checksum_is_called_wrong()
    {
        byte[] frame = (byte[])FrameSamples.All["tcp"].Bytes.Clone();
        frame[^1] ^= 1;
        FieldTree tree = new();
        HeaderDescribe.Frame(frame, LinkType.Ethernet, frame.Length, tree);
        Assert.Contains("wrong", Flat(tree.Roots).Single(n => n.Filter == "tcp.checksum").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", Flat(tree.Roots).Single(n => n.Filter == "ip.checksum").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reassembled_packet_is_described_from_its_first_byte()
    {
        byte[] payload = ExtensionHeaderTests.Chain();
        PacketHeaders headers = default;
        headers.IpVersion = 6;
        headers.SourceIp = FrameSamples.V6A;
        headers.DestinationIp = FrameSamples.V6B;
        IpDecoder.DecodeReassembled(payload, IpProtocols.HopByHop, ref headers);
        FieldTree tree = new();
        HeaderDescribe.Reassembled(payload, IpProtocols.HopByHop, headers, tree);
        Assert.Equal(payload.Length - 1, CheckTiled(tree.Roots, 0));
        Assert.Equal(["1"], Fields(tree)["udp.srcport"]);
    }

    static void Check(byte[] frame, LinkType type, int originalLength)
    {
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, type, originalLength);
        FieldTree tree = new();
        HeaderDescribe.Frame(frame, type, originalLength, tree);
        bool hasTrailer = headers.NetworkEnd < frame.Length;
        FieldNode[] roots = [.. tree.Roots];
        FieldNode[] before = hasTrailer ? roots[..^1] : roots;
        int described = CheckTiled(before, 0);
        Assert.Equal(headers.IsFragment ? headers.TransportOffset : headers.Transport.IsWhole || headers.IpVersion == 0
            ? headers.Transport.PayloadOffset
            : headers.NetworkEnd, described);
        if (hasTrailer)
        {
            Assert.Equal((headers.NetworkEnd, frame.Length - headers.NetworkEnd), (roots[^1].Offset, roots[^1].Length));
        }
    }

    /// <summary>Siblings follow each other without gap; what is within tiles its parent, or is bits of all its bytes.</summary>
    static int CheckTiled(IEnumerable<FieldNode> nodes, int at)
    {
        foreach (FieldNode node in nodes)
        {
            Assert.Equal(at, node.Offset);
            Assert.True(node.Length > 0, node.Name);
            at += node.Length;
            bool isBits = node.Children.Count > 0 && node.Children.All(c => c.Offset == node.Offset && c.Length == node.Length && c.Children.Count == 0);
            if (node.Children.Count > 0 && !isBits)
            {
                Assert.Equal(at, CheckTiled(node.Children, node.Offset));
            }
        }

        return at;
    }

    static Dictionary<string, List<string>> Fields(FieldTree tree) => Flat(tree.Roots)
        .Where(n => n.Filter is not null && n.Raw is not null)
        .GroupBy(n => n.Filter!, n => n.Raw!)
        .ToDictionary(g => g.Key, g => g.ToList());

    static IEnumerable<FieldNode> Flat(IEnumerable<FieldNode> nodes) => nodes.SelectMany(n => Flat(n.Children).Prepend(n));
}
