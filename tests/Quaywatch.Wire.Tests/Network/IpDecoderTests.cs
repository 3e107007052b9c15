using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;
using Quaywatch.Wire.Tests.Link;

namespace Quaywatch.Wire.Tests.Network;

public class IpDecoderTests
{
    [Fact]
    public void Options_are_passed_over()
    {
        byte[] frame = FrameSamples.All["options"].Bytes;
        PacketHeaders headers = Decode(frame);
        Assert.Equal(HeaderFaults.None, headers.Faults);
        Assert.Equal(24, headers.TransportOffset);
        Assert.Equal(53, headers.Transport.DestinationPort);
    }

    [Fact]
    public void A_length_of_0_is_that_of_an_offloaded_packet_and_means_what_was_sent()
    {
        // Linux and Windows hand segments over 64 KiB to the network card with length 0
        byte[] frame = Change(0, 2, 0, 0);
        PacketHeaders headers = Decode(frame);
        Assert.Equal(31, headers.IpLength);
        Assert.Equal(3, headers.Transport.PayloadLength);
        Assert.Equal(HeaderFaults.IpChecksum, headers.Faults);
    }

    [Theory]
    [InlineData(0x44, 31)]
    [InlineData(0x40, 31)]
    [InlineData(0x45, 19)]
    [InlineData(0x4F, 59)]
    public void Lengths_that_can_t_be_leave_the_addresses_and_no_transport(byte first, byte total)
    {
        byte[] frame = Change(first - 0x45, 2, 0, total);
        PacketHeaders headers = Decode(frame);
        Assert.True(headers.Faults.HasFlag(HeaderFaults.Malformed));
        Assert.Equal("10.0.0.1", headers.SourceIp.ToString());
        Assert.Equal(Transport.Ip, headers.Transport.Kind);
        Assert.False(headers.Transport.IsWhole);
        Assert.Equal(0, headers.Transport.PayloadLength);
    }

    [Fact]
    public void Padding_behind_the_packet_is_no_payload()
    {
        byte[] frame = [.. Hex.Bytes(FrameSamples.UdpV4), 1, 2, 3, 4, 5];
        PacketHeaders headers = Decode(frame);
        Assert.Equal(31, headers.NetworkEnd);
        Assert.Equal(3, headers.Transport.PayloadLength);
        Assert.Equal(HeaderFaults.None, headers.Faults);
    }

    [Fact]
    public void A_packet_longer_than_its_frame_is_malformed_and_no_more_is_believed_than_there_was()
    {
        byte[] frame = Change(0, 2, 1, 31);
        frame[25] = 255;
        PacketHeaders headers = Decode(frame);
        Assert.Equal(HeaderFaults.Malformed | HeaderFaults.IpChecksum, headers.Faults);
        Assert.Equal(287, headers.IpLength);
        Assert.Equal((3, 3), (headers.Transport.PayloadLength, headers.Transport.StatedPayloadLength));
    }

    [Fact]
    public void A_wrong_header_checksum_is_a_fault_and_the_packet_is_read_all_the_same()
    {
        PacketHeaders headers = Decode(Change(0, 10, 0, 0));
        Assert.Equal(HeaderFaults.IpChecksum, headers.Faults);
        Assert.Equal(3, headers.Transport.PayloadLength);
    }

    [Theory]
    [InlineData(0x2000, true, 0)]
    [InlineData(0x00B9, false, 1480)]
    [InlineData(0x3FFF, true, 0xFFF8)]
    public void Fragments_are_told_by_either_mark(int field, bool more, int offset)
    {
        PacketHeaders headers = Decode(Change(0, 6, (byte)(field >> 8), (byte)field));
        Assert.True(headers.IsFragment);
        Assert.Equal(more, headers.MoreFragments);
        Assert.Equal(offset, headers.FragmentOffset);
        Assert.Equal(0x1234u, headers.FragmentId);
        Assert.Equal(IpProtocols.Udp, headers.IpProtocol);
        Assert.Equal(11, headers.Transport.PayloadLength);
        Assert.False(headers.Transport.HasPorts);
    }

    [Fact]
    public void Do_not_fragment_is_no_fragment() => Assert.False(Decode(Change(0, 6, 0x40, 0)).IsFragment);

    [Fact]
    public void A_version_that_contradicts_the_ethertype_is_read_and_a_fault()
    {
        byte[] frame = Hex.Bytes("001b1b000002 000e8c000001 86dd" + FrameSamples.UdpV4);
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Ethernet, frame.Length);
        Assert.Equal(4, headers.IpVersion);
        Assert.Equal(HeaderFaults.Malformed, headers.Faults);

        frame[14] = 0x55;
        headers = HeaderInvariants.DecodeChecked(frame, LinkType.Ethernet, frame.Length);
        Assert.Equal(0, headers.IpVersion);
        Assert.Equal(HeaderFaults.Malformed, headers.Faults);
        Assert.Equal(31, headers.Transport.PayloadLength);
    }

    [Fact]
    public void Ipv6_ends_where_its_payload_length_says()
    {
        byte[] frame =
        [
            .. BuilderBox.Build((ref FrameBuilder f) =>
            {
                f.Ip(FrameSamples.V6A, FrameSamples.V6B, hopLimit: 3);
                f.Udp(1, 2, "abc"u8);
            }),
            9,
            9,
        ];
        PacketHeaders headers = Decode(frame);
        Assert.Equal(HeaderFaults.None, headers.Faults);
        Assert.Equal(51, headers.IpLength);
        Assert.Equal(51, headers.NetworkEnd);
        Assert.Equal(3, headers.HopLimit);
        Assert.Equal(3, headers.Transport.PayloadLength);
    }

    [Fact]
    public void Ipv6_without_payload_has_none_unless_it_is_too_long_to_say_so()
    {
        byte[] frame = new byte[40 + 20];
        frame[0] = 0x60;
        frame[6] = IpProtocols.Tcp;
        Assert.Equal((40, 40), (Decode(frame).NetworkEnd, Decode(frame).IpLength));

        // Linux hands "big TCP" segments to the network card so
        frame = [.. frame[..40], .. new byte[70_000]];
        frame[52] = 0x50;
        Assert.Equal(70_000 - 20, Decode(frame).Transport.PayloadLength);
    }

    [Fact]
    public void A_fragment_cut_within_its_options_is_still_a_fragment()
    {
        byte[] frame = (byte[])FrameSamples.All["options"].Bytes.Clone();
        frame[6] = 0x20;
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame.AsSpan(0, 22), LinkType.Raw, frame.Length);
        Assert.True(headers.IsFragment);
        Assert.Equal((0, 11), (headers.Transport.PayloadLength, headers.Transport.StatedPayloadLength));
    }

    static PacketHeaders Decode(byte[] frame) => HeaderInvariants.DecodeChecked(frame, LinkType.Raw, frame.Length);

    static byte[] Change(int first, int at, byte high, byte low)
    {
        byte[] frame = Hex.Bytes(FrameSamples.UdpV4);
        frame[0] = (byte)(frame[0] + first);
        frame[at] = high;
        frame[at + 1] = low;
        return frame;
    }
}
