using System.Buffers.Binary;
using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;
using Quaywatch.Wire.Tests.Link;

namespace Quaywatch.Wire.Tests.Network;

public class TransportDecoderTests
{
    [Fact]
    public void A_segment_is_read_behind_its_options()
    {
        PacketHeaders headers = Decode("tcp", out byte[] frame);
        TransportHeader tcp = headers.Transport;
        Assert.Equal(HeaderFaults.None, headers.Faults);
        Assert.True(tcp.IsWhole && tcp.HasPorts);
        Assert.Equal((49152, 102), (tcp.SourcePort, tcp.DestinationPort));
        Assert.Equal((1000u, 2000u), (tcp.Sequence, tcp.Acknowledgement));
        Assert.Equal(TcpFlags.Psh | TcpFlags.Ack, tcp.Flags);
        Assert.Equal(8192, tcp.Window);
        Assert.Equal("hello"u8, frame.AsSpan(tcp.PayloadOffset, tcp.PayloadLength));
    }

    [Theory]
    [InlineData(0x40)]
    [InlineData(0x00)]
    [InlineData(0xC0)]
    public void A_header_length_that_can_t_be_leaves_no_payload(byte dataOffset)
    {
        byte[] frame = (byte[])FrameSamples.All["tcp"].Bytes.Clone();
        frame[14 + 20 + 12] = dataOffset;
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Ethernet, frame.Length);
        Assert.Equal(HeaderFaults.Malformed, headers.Faults);
        Assert.False(headers.Transport.IsWhole);
        Assert.Equal(102, headers.Transport.DestinationPort);
        Assert.Equal(0, headers.Transport.PayloadLength);
    }

    [Fact]
    public void A_header_cut_by_the_snap_length_gives_what_is_left_of_it()
    {
        byte[] frame = FrameSamples.All["tcp"].Bytes;
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame.AsSpan(0, 34 + 30), LinkType.Ethernet, frame.Length);
        Assert.Equal(HeaderFaults.Truncated | HeaderFaults.Cut, headers.Faults);
        Assert.Equal((1000u, 2000u, 5), (headers.Transport.Sequence, headers.Transport.Acknowledgement, headers.Transport.StatedPayloadLength));

        headers = HeaderInvariants.DecodeChecked(frame.AsSpan(0, 34 + 8), LinkType.Ethernet, frame.Length);
        Assert.Equal((true, 102, 1000u, 0u), (headers.Transport.HasPorts, headers.Transport.DestinationPort, headers.Transport.Sequence, headers.Transport.Acknowledgement));
        headers = HeaderInvariants.DecodeChecked(frame.AsSpan(0, 34 + 3), LinkType.Ethernet, frame.Length);
        Assert.False(headers.Transport.HasPorts);
        Assert.Equal(Transport.Tcp, headers.Transport.Kind);
    }

    [Theory]
    [InlineData(0, 3, HeaderFaults.TransportChecksum)]
    [InlineData(7, 0, HeaderFaults.Malformed)]
    [InlineData(8, 0, HeaderFaults.TransportChecksum)]
    [InlineData(10, 2, HeaderFaults.TransportChecksum)]
    [InlineData(12, 3, HeaderFaults.Malformed)]
    [InlineData(65535, 3, HeaderFaults.Malformed)]
    public void The_length_of_udp_bounds_its_payload_and_never_beyond_ip(int length, int payload, HeaderFaults faults)
    {
        byte[] frame = Hex.Bytes(FrameSamples.UdpV4);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(24), (ushort)length);
        frame[26]++;
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Raw, frame.Length);
        Assert.Equal(faults, headers.Faults);
        Assert.Equal(payload, headers.Transport.PayloadLength);
        Assert.Equal(payload, headers.Transport.StatedPayloadLength);
        Assert.Equal(53, headers.Transport.DestinationPort);
    }

    [Fact]
    public void No_checksum_of_udp_is_right_in_ipv4_and_wrong_in_ipv6()
    {
        byte[] frame = Hex.Bytes(FrameSamples.UdpV4);
        frame[26] = frame[27] = 0;
        Assert.Equal(HeaderFaults.None, HeaderInvariants.DecodeChecked(frame, LinkType.Raw, frame.Length).Faults);

        frame = BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ip(FrameSamples.V6A, FrameSamples.V6B);
            f.Udp(1, 2, "abc"u8);
        });
        frame[46] = frame[47] = 0;
        Assert.Equal(HeaderFaults.TransportChecksum, HeaderInvariants.DecodeChecked(frame, LinkType.Raw, frame.Length).Faults);
    }

    [Theory]
    [InlineData("ethernet")]
    [InlineData("tcp")]
    [InlineData("tcp over ipv6")]
    [InlineData("icmp")]
    [InlineData("icmpv6")]
    public void A_turned_bit_anywhere_in_the_message_is_a_wrong_checksum_unless_the_capture_was_cut(string name)
    {
        (LinkType type, byte[] frame) = FrameSamples.All[name];
        PacketHeaders intact = HeaderInvariants.DecodeChecked(frame, type, frame.Length);
        Assert.Equal(HeaderFaults.None, intact.Faults);
        byte[] broken = (byte[])frame.Clone();
        broken[^1] ^= 4;
        PacketHeaders headers = HeaderInvariants.DecodeChecked(broken, type, frame.Length);
        Assert.Equal(HeaderFaults.TransportChecksum, headers.Faults);
        if (intact.Transport.PayloadLength > 1)
        {
            broken[^2] ^= 4;
            Assert.Equal(HeaderFaults.Cut, HeaderInvariants.DecodeChecked(broken.AsSpan(0, broken.Length - 1), type, frame.Length).Faults);
        }
    }

    [Fact]
    public void Icmp_has_type_and_code_for_ports()
    {
        PacketHeaders headers = Decode("icmp", out byte[] frame);
        Assert.Equal((Transport.Icmp, 8, 0), (headers.Transport.Kind, headers.Transport.SourcePort, headers.Transport.DestinationPort));
        Assert.Equal("ping"u8, frame.AsSpan(headers.Transport.PayloadOffset, headers.Transport.PayloadLength));
        headers = Decode("icmpv6", out _);
        Assert.Equal((Transport.Icmpv6, 128), (headers.Transport.Kind, headers.Transport.SourcePort));
    }

    [Fact]
    public void Sctp_has_its_common_header()
    {
        PacketHeaders headers = Decode("sctp", out _);
        Assert.Equal((Transport.Sctp, 2905, 2905, 4), (headers.Transport.Kind, headers.Transport.SourcePort, headers.Transport.DestinationPort, headers.Transport.PayloadLength));
    }

    [Fact]
    public void Another_protocol_is_all_payload()
    {
        PacketHeaders headers = Decode("other protocol", out byte[] frame);
        Assert.Equal((Transport.Ip, true, 89), (headers.Transport.Kind, headers.Transport.IsWhole, headers.IpProtocol));
        Assert.Equal("ospf"u8, frame.AsSpan(headers.Transport.PayloadOffset, headers.Transport.PayloadLength));
    }

    static PacketHeaders Decode(string name, out byte[] frame)
    {
        (LinkType type, frame) = FrameSamples.All[name];
        return HeaderInvariants.DecodeChecked(frame, type, frame.Length);
    }
}
