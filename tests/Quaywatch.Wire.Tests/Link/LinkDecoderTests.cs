using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;

namespace Quaywatch.Wire.Tests.Link;

public class LinkDecoderTests
{
    [Theory]
    [InlineData("ethernet")]
    [InlineData("padded")]
    [InlineData("vlan")]
    [InlineData("qinq")]
    [InlineData("snap")]
    [InlineData("cooked")]
    [InlineData("cooked 2")]
    [InlineData("cooked 2 with vlan")]
    [InlineData("null little-endian")]
    [InlineData("null big-endian")]
    [InlineData("loop")]
    [InlineData("raw")]
    public void The_same_datagram_is_found_behind_every_link(string name)
    {
        PacketHeaders headers = Decode(name, out byte[] frame);

        Assert.Equal(HeaderFaults.None, headers.Faults);
        Assert.Equal(EtherTypes.Ipv4, headers.EtherType);
        Assert.False(headers.IsLlc);
        Assert.Equal(4, headers.IpVersion);
        Assert.Equal("10.0.0.1", headers.SourceIp.ToString());
        Assert.Equal("10.0.0.2", headers.DestinationIp.ToString());
        Assert.Equal(31, headers.IpLength);
        Assert.Equal(31, headers.NetworkEnd - headers.NetworkOffset);
        Assert.Equal(Transport.Udp, headers.Transport.Kind);
        Assert.Equal((4096, 53), (headers.Transport.SourcePort, headers.Transport.DestinationPort));
        Assert.Equal("abc"u8, frame.AsSpan(headers.Transport.PayloadOffset, headers.Transport.PayloadLength));
        Assert.Equal(3, headers.Transport.StatedPayloadLength);
    }

    [Fact]
    public void Mac_addresses_are_read_from_ethernet_and_the_sender_from_cooked_captures()
    {
        PacketHeaders headers = Decode("ethernet", out _);
        Assert.Equal("00:0e:8c:00:00:01", headers.SourceMac.ToString());
        Assert.Equal("00:1b:1b:00:00:02", headers.DestinationMac.ToString());

        foreach (string cooked in (string[])["cooked", "cooked 2"])
        {
            headers = Decode(cooked, out _);
            Assert.Equal("00:0e:8c:00:00:01", headers.SourceMac.ToString());
            Assert.True(headers.DestinationMac.IsNone);
        }
    }

    [Theory]
    [InlineData("ethernet", 0, 0, 0)]
    [InlineData("vlan", 1, 107, 0)]
    [InlineData("qinq", 2, 100, 107)]
    [InlineData("cooked 2 with vlan", 1, 107, 0)]
    [InlineData("profinet", 1, 0, 0)]
    public void Vlan_tags_are_counted_and_the_outermost_and_innermost_kept(string name, int count, int outer, int inner)
    {
        PacketHeaders headers = Decode(name, out _);
        Assert.Equal((count, outer, inner), (headers.VlanCount, headers.OuterVlan, headers.InnerVlan));
    }

    [Fact]
    public void Vlan_tags_without_end_stop_at_the_limit()
    {
        byte[] frame = Hex.Bytes("001b1b000002 000e8c000001" + string.Concat(Enumerable.Repeat("8100 0001", 100)) + "0800");
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Ethernet, frame.Length);
        Assert.Equal(EthernetDecoder.TagLimit, headers.VlanCount);
        Assert.Equal(EtherTypes.Vlan, headers.EtherType);
        Assert.Equal(HeaderFaults.Malformed, headers.Faults);
        Assert.Equal(14 + (4 * EthernetDecoder.TagLimit), headers.NetworkOffset);
    }

    [Fact]
    public void A_frame_of_802_3_ends_where_its_length_says_and_names_its_service_access_points()
    {
        PacketHeaders headers = Decode("llc", out byte[] frame);
        Assert.True(headers.IsLlc);
        Assert.Equal(0x4242, headers.EtherType);
        Assert.Equal(17, headers.NetworkOffset);
        Assert.Equal(52, headers.NetworkEnd);
        Assert.Equal(frame.Length, headers.NetworkEnd);
        Assert.Equal(Transport.Ethernet, headers.Transport.Kind);
        Assert.Equal(35, headers.Transport.PayloadLength);
    }

    [Fact]
    public void A_maker_s_protocol_in_snap_keeps_the_maker_before_it()
    {
        PacketHeaders headers = Decode("snap of a maker", out byte[] frame);
        Assert.True(headers.IsLlc);
        Assert.Equal(0xAAAA, headers.EtherType);
        Assert.Equal(Hex.Bytes("00000c 2000 02b4 0000"), frame[headers.NetworkOffset..headers.NetworkEnd]);
    }

    [Fact]
    public void Ipx_without_llc_is_not_taken_for_llc()
    {
        PacketHeaders headers = Decode("ipx", out byte[] frame);
        Assert.True(headers.IsLlc);
        Assert.Equal(0xFFFF, headers.EtherType);
        Assert.Equal(Hex.Bytes("ffff 0022 0011"), frame[headers.NetworkOffset..headers.NetworkEnd]);
    }

    [Theory]
    [InlineData("02000000", 4)]
    [InlineData("00000002", 4)]
    [InlineData("18000000", 6)]
    [InlineData("0000001c", 6)]
    [InlineData("1e000000", 6)]
    [InlineData("0000000a", 6)]
    [InlineData("17000000", 6)]
    public void Address_families_are_read_in_both_byte_orders_and_of_all_systems(string family, int version)
    {
        byte[] packet = version == 4 ? Hex.Bytes(FrameSamples.UdpV4) : BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ip(FrameSamples.V6A, FrameSamples.V6B);
            f.Udp(1, 2, "x"u8);
        });
        byte[] frame = [.. Hex.Bytes(family), .. packet];
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Null, frame.Length);
        Assert.Equal(version, headers.IpVersion);
        Assert.Equal(HeaderFaults.None, headers.Faults);
    }

    [Fact]
    public void Loop_is_big_endian_only()
    {
        PacketHeaders headers = HeaderInvariants.DecodeChecked(Hex.Bytes("02000000" + FrameSamples.UdpV4), LinkType.Loop, 35);
        Assert.Equal(0, headers.IpVersion);
    }

    [Fact]
    public void A_netlink_message_in_a_cooked_capture_is_no_ip_whatever_its_number()
    {
        byte[] frame = Hex.Bytes("0004 0338 0000 0000000000000000 0800" + FrameSamples.UdpV4);
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.LinuxCooked, frame.Length);
        Assert.Equal(0, headers.IpVersion);
        Assert.Equal(0, headers.EtherType);
    }

    [Fact]
    public void Arp_and_other_protocols_without_ip_are_handed_on_with_their_type()
    {
        PacketHeaders headers = Decode("arp", out byte[] frame);
        Assert.Equal(EtherTypes.Arp, headers.EtherType);
        Assert.Equal(14, headers.NetworkOffset);
        Assert.Equal(60, headers.NetworkEnd);
        Assert.Equal(Hex.Bytes("0001 0800 06 04 0001 000e8c000001 0a000001 000000000000 0a000002"), frame[14..42]);

        headers = Decode("profinet", out frame);
        Assert.Equal(0x8892, headers.EtherType);
        Assert.Equal(Hex.Bytes("8001"), frame[headers.Transport.PayloadOffset..][..2]);
        Assert.Equal(0, headers.IpVersion);
    }

    [Fact]
    public void An_unknown_link_type_is_said_to_be_unread()
    {
        PacketHeaders headers = default;
        Assert.False(LinkDecoder.TryDecode(Hex.Bytes(FrameSamples.UdpV4), (LinkType)105, 31, ref headers));
        Assert.Equal(0, headers.Transport.PayloadLength);
        Assert.Equal(0, headers.IpVersion);
        Assert.Equal(HeaderFaults.None, headers.Faults);
    }

    [Theory]
    [InlineData(LinkType.Ethernet, 14)]
    [InlineData(LinkType.LinuxCooked, 16)]
    [InlineData(LinkType.LinuxCooked2, 20)]
    [InlineData(LinkType.Null, 4)]
    [InlineData(LinkType.Loop, 4)]
    public void A_link_header_that_is_not_whole_is_truncated(LinkType type, int length)
    {
        PacketHeaders headers = default;
        Assert.False(LinkDecoder.TryDecode(new byte[length - 1], type, 100, ref headers));
        Assert.Equal(HeaderFaults.Truncated | HeaderFaults.Cut, headers.Faults);
        Assert.False(LinkDecoder.TryDecode([], type, 0, ref headers));
        Assert.Equal(HeaderFaults.Truncated, headers.Faults);
    }

    [Fact]
    public void A_frame_cut_by_the_snap_length_is_cut_and_one_cut_in_its_padding_only_is_not()
    {
        byte[] frame = FrameSamples.All["padded"].Bytes;
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame.AsSpan(0, 45), LinkType.Ethernet, frame.Length);
        Assert.Equal(HeaderFaults.None, headers.Faults);
        headers = HeaderInvariants.DecodeChecked(frame.AsSpan(0, 44), LinkType.Ethernet, frame.Length);
        Assert.Equal(HeaderFaults.Cut, headers.Faults);
        Assert.Equal((2, 3), (headers.Transport.PayloadLength, headers.Transport.StatedPayloadLength));
        headers = HeaderInvariants.DecodeChecked(FrameSamples.All["arp"].Bytes.AsSpan(0, 30), LinkType.Ethernet, 60);
        Assert.Equal(HeaderFaults.Cut, headers.Faults);
        Assert.Equal(46, headers.Transport.StatedPayloadLength);
    }

    [Theory]
    [MemberData(nameof(FrameSamples.Names), MemberType = typeof(FrameSamples))]
    public void Every_prefix_keeps_its_offsets_within(string name)
    {
        (LinkType type, byte[] frame) = FrameSamples.All[name];
        for (int length = 0; length <= frame.Length; length++)
        {
            HeaderInvariants.DecodeChecked(frame.AsSpan(0, length), type, frame.Length);
            HeaderInvariants.DecodeChecked(frame.AsSpan(0, length), type, length);
        }
    }

    [Theory]
    [MemberData(nameof(FrameSamples.Names), MemberType = typeof(FrameSamples))]
    public void Bytes_around_the_frame_change_nothing(string name)
    {
        (LinkType type, byte[] frame) = FrameSamples.All[name];
        byte[] poisoned = new byte[frame.Length + 128];
        for (int length = 0; length <= frame.Length; length++)
        {
            poisoned.AsSpan().Fill(0xFF);
            frame.AsSpan(0, length).CopyTo(poisoned.AsSpan(64));
            PacketHeaders alone = HeaderInvariants.DecodeChecked(frame.AsSpan(0, length).ToArray(), type, frame.Length);
            PacketHeaders within = HeaderInvariants.DecodeChecked(poisoned.AsSpan(64, length), type, frame.Length);
            Assert.Equal(alone, within);
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        (LinkType Type, byte[] Bytes)[] frames = [.. FrameSamples.All.Values];
        PacketHeaders headers = default;
        PacketHeaders quoted = default;
        long before = 0;
        for (int round = 0; round < 100; round++)
        {
            before = round == 1 ? GC.GetAllocatedBytesForCurrentThread() : before;
            foreach ((LinkType type, byte[] bytes) in frames)
            {
                LinkDecoder.TryDecode(bytes, type, bytes.Length, ref headers);
                IcmpQuote.TryRead(bytes, headers.Transport, ref quoted);
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static PacketHeaders Decode(string name, out byte[] frame)
    {
        (LinkType type, frame) = FrameSamples.All[name];
        return HeaderInvariants.DecodeChecked(frame, type, frame.Length);
    }
}
