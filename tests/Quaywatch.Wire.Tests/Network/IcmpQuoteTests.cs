using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;
using Quaywatch.Wire.Tests.Link;

namespace Quaywatch.Wire.Tests.Network;

public class IcmpQuoteTests
{
    [Fact]
    public void An_error_names_the_conversation_of_the_packet_it_quotes()
    {
        byte[] frame = FrameSamples.All["error"].Bytes;
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Ethernet, frame.Length);
        PacketHeaders quoted = default;
        Assert.True(IcmpQuote.TryRead(frame, headers.Transport, ref quoted));
        Assert.Equal(("10.0.0.1", "10.0.0.2"), (quoted.SourceIp.ToString(), quoted.DestinationIp.ToString()));
        Assert.Equal((Transport.Udp, 4096, 53), (quoted.Transport.Kind, quoted.Transport.SourcePort, quoted.Transport.DestinationPort));
        Assert.Equal(42, quoted.NetworkOffset);
        Assert.Equal(HeaderFaults.None, quoted.Faults);
    }

    [Fact]
    public void Eight_bytes_of_a_segment_give_its_ports_and_no_fault()
    {
        byte[] segment = BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ip(FrameSamples.V6A, FrameSamples.V6B);
            f.Tcp(49152, 102, 1000, 0, TcpFlags.Syn);
        });
        byte[] frame = BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ip(FrameSamples.V6B, FrameSamples.V6A);
            f.Icmp(1, 4, 0, segment.AsSpan(0, 48));
        });
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Raw, frame.Length);
        PacketHeaders quoted = default;
        Assert.True(IcmpQuote.TryRead(frame, headers.Transport, ref quoted));
        Assert.Equal((true, false, 49152, 102, 1000u), (
            quoted.Transport.HasPorts, quoted.Transport.IsWhole, quoted.Transport.SourcePort, quoted.Transport.DestinationPort, quoted.Transport.Sequence));
        Assert.Equal(60, quoted.IpLength);
        Assert.Equal(HeaderFaults.None, quoted.Faults);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(11, true)]
    [InlineData(12, true)]
    [InlineData(0, false)]
    [InlineData(8, false)]
    public void Only_errors_quote(byte type, bool quotes)
    {
        byte[] frame = BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ip(FrameSamples.V4B, FrameSamples.V4A);
            f.Icmp(type, 0, 0, Hex.Bytes(FrameSamples.UdpV4));
        });
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Raw, frame.Length);
        PacketHeaders quoted = default;
        Assert.Equal(quotes, IcmpQuote.TryRead(frame, headers.Transport, ref quoted));
    }

    [Fact]
    public void An_error_that_quotes_nothing_or_noise_is_read_as_such()
    {
        foreach (byte[] quote in (byte[][])[[], [0x45], [.. Enumerable.Repeat((byte)0xFF, 40)]])
        {
            byte[] frame = BuilderBox.Build((ref FrameBuilder f) =>
            {
                f.Ip(FrameSamples.V4B, FrameSamples.V4A);
                f.Icmp(3, 1, 0, quote);
            });
            PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Raw, frame.Length);
            PacketHeaders quoted = default;
            Assert.False(IcmpQuote.TryRead(frame, headers.Transport, ref quoted));
        }
    }
}
