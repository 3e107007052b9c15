using Quaywatch.Protocols.Dns;
using Quaywatch.Protocols.Tests.Generic;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Tests.Dns;

public sealed class DnsDescribeTests
{
    static FieldTree Describe(byte[] bytes, DnsKind kind = DnsKind.Unicast)
    {
        FieldTree tree = new();
        new DnsProtocol(kind).Describe(new Message { Bytes = bytes }, tree);
        return tree;
    }

    static IEnumerable<FieldNode> All(IEnumerable<FieldNode> nodes) => nodes.SelectMany(n => (FieldNode[])[n, .. All(n.Children)]);

    static string? Raw(FieldTree tree, string filter) => All(tree.Roots).FirstOrDefault(n => n.Filter == filter)?.Raw;

    [Fact]
    public void The_length_of_tcp_is_seen_where_it_fits()
    {
        byte[] message = DnsMade.Answer(1);
        byte[] framed = new byte[message.Length + 2];
        DnsEncoder.Frame(framed, message);
        FieldTree tree = Describe(framed);
        Assert.Equal($"{message.Length}", Raw(tree, "dns.length"));
        Assert.Equal("1", Raw(tree, "dns.id"));
        Assert.Equal(2, All(tree.Roots).First(n => n.Filter == "dns.id").Offset);
        Assert.Null(Raw(Describe(message), "dns.length"));
    }

    [Fact]
    public void A_datagram_whose_id_is_its_length_stays_a_datagram()
    {
        byte[] message = DnsMade.Answer(1);
        message = DnsMade.Answer((ushort)(message.Length - 2));
        Assert.Null(Raw(Describe(message), "dns.length"));
    }

    [Fact]
    public void Names_are_marked_for_people_and_plain_for_tshark()
    {
        FieldNode name = All(Describe(DnsMade.Announcement(), DnsKind.Multicast).Roots).First(n => n.Filter == "dns.ptr.domain_name");
        Assert.Equal(@"Spreader 2\\.0._rtsp._tcp.local", name.Text);
        Assert.Equal("Spreader 2.0._rtsp._tcp.local", name.Raw);
    }

    /// <summary>Every byte lies in exactly one leaf; bits of one field share its bytes.</summary>
    [Fact]
    public void Every_byte_is_described_once()
    {
        foreach (RoomSamples samples in (RoomSamples[])[new DnsSamples(), new MdnsSamples(), new LlmnrSamples()])
        {
            foreach (SampleMessage message in samples.Conversations().SelectMany(c => c.Messages))
            {
                for (int cut = message.Bytes.Length; cut > 0; cut -= 7)
                {
                    FieldTree tree = new();
                    samples.Protocol.Describe(new Message { Bytes = message.Bytes.AsSpan(0, cut) }, tree);
                    Assert.Equal(cut, Covered(tree.Roots, 0));
                }
            }
        }
    }

    static int Covered(IReadOnlyList<FieldNode> nodes, int at)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            FieldNode node = nodes[i];
            bool isNextBits = i > 0 && node.Offset == nodes[i - 1].Offset && node.Length == nodes[i - 1].Length && node.Children.Count == 0;
            if (isNextBits)
            {
                continue;
            }

            Assert.Equal(at, node.Offset);
            int end = node.Children.Count == 0 ? at + node.Length : Covered(node.Children, at);
            Assert.Equal(at + node.Length, end);
            at = end;
        }

        return at;
    }

    [Fact]
    public void The_view_and_the_encoder_agree_with_it()
    {
        foreach (RoomSamples samples in (RoomSamples[])[new DnsSamples(), new MdnsSamples(), new LlmnrSamples()])
        {
            foreach (SampleConversation conversation in samples.Conversations())
            {
                foreach (SampleMessage message in conversation.Messages)
                {
                    FieldTree tree = new();
                    samples.Protocol.Describe(new Message { Bytes = message.Bytes }, tree);
                    ILookup<string, string> described = All(tree.Roots).Where(n => n.Filter is not null).ToLookup(n => n.Filter!, n => n.Raw!);
                    foreach (IGrouping<string, string> field in samples.View(message).ToLookup(f => f.Filter, f => f.Raw))
                    {
                        Assert.Equal(field, described[field.Key]);
                    }

                    byte[]? again = samples.Encode(message);
                    Assert.True(again is null == (conversation.Name == "compressed names" && !message.FromClient), conversation.Name);
                    Assert.Equal(message.Bytes, again ?? message.Bytes);
                }
            }
        }
    }
}
