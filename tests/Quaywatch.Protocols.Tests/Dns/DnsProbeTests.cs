using Quaywatch.Observations;
using Quaywatch.Protocols.Dns;

namespace Quaywatch.Protocols.Tests.Dns;

public sealed class DnsProbeTests
{
    static readonly ProbeContext s_onPort = new(50123, 53, true, Transport.Udp);
    static readonly ProbeContext s_elsewhere = new(50123, 7777, false, Transport.Udp);

    static ProbeAnswer Probe(ReadOnlySpan<byte> bytes, ProbeContext context, DnsKind kind = DnsKind.Unicast) => new DnsProtocol(kind).Probe(bytes, context);

    static byte[] Framed(byte[] message)
    {
        byte[] stream = new byte[message.Length + 2];
        DnsEncoder.Frame(stream, message);
        return stream;
    }

    [Fact]
    public void Whole_messages_are_found_anywhere()
    {
        foreach (byte[] message in (byte[][])[DnsMade.Query(1, DnsTypes.A), DnsMade.Answer(1), DnsMade.NoSuchName(1), DnsMade.EveryType(1)])
        {
            Assert.Equal(ProbeAnswer.Yes, Probe(message, s_onPort));
            Assert.Equal(ProbeAnswer.Yes, Probe(message, s_elsewhere));
        }
    }

    [Fact]
    public void A_cut_or_broken_message_is_found_on_the_port_only()
    {
        byte[] cut = DnsMade.Answer(1)[..40];
        Assert.Equal(ProbeAnswer.Yes, Probe(cut, s_onPort));
        Assert.Equal(ProbeAnswer.No, Probe(cut, s_elsewhere));
        byte[] more = [.. DnsMade.Query(1, DnsTypes.A), 1];
        Assert.Equal(ProbeAnswer.Yes, Probe(more, s_onPort));
        Assert.Equal(ProbeAnswer.No, Probe(more, s_elsewhere));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0001010000010000000000")] // eleven bytes
    [InlineData("E3C3EAC4701B47D5DEC5672004A90BDE439E38F593136BCA")] // encrypted
    [InlineData("000000000000000000000000")] // nothing is asked
    [InlineData("474554202F20485454502F312E310D0A0D0A")] // GET / HTTP/1.1
    public void Other_bytes_are_not_dns_even_on_its_port(string hex) => Assert.Equal(ProbeAnswer.No, Probe(Convert.FromHexString(hex), s_onPort));

    /// <summary>NetBIOS name service has DNS's form, and its type 33 is DNS's SRV.</summary>
    [Fact]
    public void A_netbios_question_is_not_dns()
    {
        byte[] question = Convert.FromHexString("80940010000100000000000020434B414141414141414141414141414141414141414141414141414141414141410000210001");
        question[2] = 1;
        question[3] = 0;
        Assert.Equal(ProbeAnswer.No, Probe(question, s_elsewhere));
    }

    [Theory]
    [InlineData(5353)]
    [InlineData(5355)]
    [InlineData(137)] // a damaged name of NBNS does not look like one
    public void The_ports_of_the_other_doors_are_theirs(ushort port) =>
        Assert.Equal(ProbeAnswer.No, Probe(DnsMade.Query(1, DnsTypes.A), s_elsewhere with { DestinationPort = port }));

    [Fact]
    public void On_the_link_answers_without_a_question_are_found()
    {
        Assert.Equal(ProbeAnswer.Yes, Probe(DnsMade.Announcement(), new(5353, 5353, true, Transport.Udp), DnsKind.Multicast));
        Assert.Equal(ProbeAnswer.Yes, Probe(DnsMade.LinkLocal(1, true), new(5355, 50123, true, Transport.Udp), DnsKind.LinkLocal));
    }

    [Fact]
    public void On_tcp_the_length_alone_decides_nothing()
    {
        ProbeContext onPort = s_onPort with { Transport = Transport.Tcp };
        byte[] stream = Framed(DnsMade.Query(1, DnsTypes.A));
        Assert.Equal(ProbeAnswer.Perhaps, Probe(stream.AsSpan(0, 1), onPort));
        Assert.Equal(ProbeAnswer.Perhaps, Probe(stream.AsSpan(0, 2), onPort));
        Assert.Equal(ProbeAnswer.Perhaps, Probe(stream.AsSpan(0, 13), onPort));
        Assert.Equal(ProbeAnswer.Yes, Probe(stream.AsSpan(0, 14), onPort));
        Assert.Equal(ProbeAnswer.No, Probe([0, 11, 0, 0], onPort));
        Assert.Equal(ProbeAnswer.No, Probe(Convert.FromHexString("0300001902F08032010000000000080000F0000001000101E0"), onPort)); // S7 setup
    }

    [Fact]
    public void On_a_strange_tcp_port_the_whole_message_must_be_there()
    {
        ProbeContext elsewhere = s_elsewhere with { Transport = Transport.Tcp };
        byte[] stream = Framed(DnsMade.Query(1, DnsTypes.A));
        Assert.Equal(ProbeAnswer.Perhaps, Probe(stream.AsSpan(0, stream.Length - 1), elsewhere));
        Assert.Equal(ProbeAnswer.Yes, Probe(stream, elsewhere));
        Assert.Equal(ProbeAnswer.No, Probe([0x20, 0x00, .. DnsMade.Query(1, DnsTypes.A)], elsewhere)); // would be 8 kB
    }
}
