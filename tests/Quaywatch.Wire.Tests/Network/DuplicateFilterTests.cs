using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;
using Quaywatch.Wire.Tests.Link;

namespace Quaywatch.Wire.Tests.Network;

public class DuplicateFilterTests
{
    const long Millisecond = 1_000_000;

    readonly DuplicateFilter _filter = new();

    [Fact]
    public void A_packet_seen_before_and_behind_a_router_is_one_packet()
    {
        // wanted in zeek/zeek#2206: the mirror shows both sides of a router
        Assert.False(Seen(Segment(hopLimit: 64), 0));
        Assert.True(Seen(Segment(hopLimit: 63, from: FrameSamples.Controller), 1));
        Assert.Equal(1, _filter.Duplicates);
    }

    [Fact]
    public void A_packet_shown_in_two_vlans_is_one_packet()
    {
        // ntop/ntopng#1870: one direction tagged, the other not, or the same packet in both VLANs
        Assert.False(Seen(Segment(), 0));
        Assert.True(Seen(Segment(vlan: 107), 1));
        Assert.True(Seen(Segment(vlan: 108), 2));
    }

    [Fact]
    public void Ipv6_differs_in_its_hop_limit_only()
    {
        byte[] Frame(byte hopLimit, byte last) => BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ethernet(FrameSamples.Laptop, FrameSamples.Controller);
            f.Ip(FrameSamples.V6A, FrameSamples.V6B, hopLimit);
            f.Udp(1, 2, [last]);
        });
        Assert.False(Seen(Frame(64, 1), 0));
        Assert.True(Seen(Frame(63, 1), 0));
        Assert.False(Seen(Frame(63, 2), 0));
    }

    [Fact]
    public void Padding_is_no_part_of_the_packet()
    {
        Assert.False(Seen(Segment(), 0));
        Assert.True(Seen([.. Segment(), 0, 0, 0, 0], 1));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(50, true)]
    [InlineData(51, false)]
    [InlineData(-50, true)]
    [InlineData(-51, false)]
    public void Only_within_50_milliseconds_of_the_first(int milliseconds, bool isDuplicate)
    {
        Assert.False(Seen(Segment(), 1000 * Millisecond));
        Assert.Equal(isDuplicate, Seen(Segment(), (1000 + milliseconds) * Millisecond));
    }

    [Fact]
    public void The_window_is_that_of_the_first_copy_so_a_steady_repetition_is_not_swallowed_for_ever()
    {
        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(i => Seen(Segment(), i * 40 * Millisecond)));
    }

    [Fact]
    public void Absurd_times_neither_match_nor_overflow()
    {
        Assert.False(Seen(Segment(), long.MinValue));
        Assert.False(Seen(Segment(), 0));
        Assert.False(Seen(Segment(), long.MaxValue));
        Assert.True(Seen(Segment(), long.MaxValue));
    }

    [Fact]
    public void Every_other_byte_of_the_packet_makes_another_packet()
    {
        byte[] frame = Segment();
        Assert.False(Seen(frame, 0));
        for (int i = 14; i < frame.Length; i++)
        {
            byte[] changed = (byte[])frame.Clone();
            changed[i] ^= 1;

            // version and lengths would make another kind of packet; TTL and checksum are what copies differ in
            bool isBlind = i is 14 + 8 or 14 + 10 or 14 + 11;
            if (i is not (14 or 16 or 17))
            {
                Assert.Equal(isBlind, Seen(changed, 1));
            }
        }
    }

    [Fact]
    public void The_two_copies_of_prp_differ_in_their_trailer_and_are_one_frame()
    {
        byte[] payload = [.. Hex.Bytes("8001 1122334455667788 0001 35 00"), .. new byte[32]];
        byte[] Frame(string lan, ushort? vlan) => BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ethernet(FrameSamples.Laptop, FrameSamples.Controller);
            if (vlan is not null)
            {
                f.Vlan(vlan.Value, 6);
            }

            f.Payload(0x8892, [.. payload, .. Hex.Bytes("0042" + lan + "034 88fb")]);
        });
        Assert.Equal(0x34, payload.Length + 6);
        Assert.False(Seen(Frame("a", null), 0));
        Assert.True(Seen(Frame("b", null), 1));
        Assert.True(Seen(Frame("b", 0), 1));
        Assert.False(Seen(Frame("c", null), 1));
    }

    [Fact]
    public void Frames_without_ip_are_told_apart_by_macs_type_and_bytes()
    {
        byte[] frame = FrameSamples.All["profinet"].Bytes;
        Assert.False(Seen(frame, 0));
        foreach (int i in (int[])[0, 6, 11, frame.Length - 1])
        {
            byte[] changed = (byte[])frame.Clone();
            changed[i] ^= 1;
            Assert.False(Seen(changed, 0));
        }

        Assert.True(Seen(frame, 0));
        Assert.True(Seen([.. frame[..12], .. frame[16..]], 0));
    }

    [Fact]
    public void A_frame_that_nobody_can_read_is_compared_whole()
    {
        Assert.False(Seen([1, 2, 3, 4], 0, (LinkType)105));
        Assert.False(Seen([0, 2, 3, 4], 0, (LinkType)105));
        Assert.True(Seen([1, 2, 3, 4], 0, (LinkType)105));
    }

    [Fact]
    public void The_table_grows_with_the_rate_and_ends_at_its_limit()
    {
        for (int i = 0; i < 40_000; i++)
        {
            Assert.False(Seen(Segment(id: (ushort)i), i));
        }

        Assert.True(Seen(Segment(id: 0), 40_000));
        Assert.True(Seen(Segment(id: 39_999), 40_000));
        Assert.Equal((2, 0), (_filter.Duplicates, _filter.Forgotten));
        for (int i = 0; i < 100_000; i++)
        {
            Assert.False(Seen(Segment(sequence: 1_000_000 + (uint)i), i));
        }

        Assert.Equal(140_000 - DuplicateFilter.EntryLimit, _filter.Forgotten);
        Assert.True(Seen(Segment(sequence: 1_099_999), 100_000));
        Assert.False(Seen(Segment(sequence: 1_010_000), 100_000));
    }

    [Fact]
    public void One_packet_of_an_absurd_time_does_not_stay_for_ever()
    {
        Seen(Segment(id: 1), long.MaxValue / 2);
        for (int i = 0; i < 100_000; i++)
        {
            Seen(Segment(id: 2, sequence: (uint)i), i * Millisecond);
        }

        Assert.Equal(0, _filter.Forgotten);
    }

    [Fact]
    public void Two_runs_over_the_same_packets_agree()
    {
        static long Run()
        {
            DuplicateFilter filter = new();
            PacketHeaders headers = default;
            for (int i = 0; i < 200_000; i++)
            {
                byte[] frame = (byte[])FrameSamples.All["tcp"].Bytes.Clone();
                frame[18] = (byte)(i * 31);
                frame[19] = (byte)(i / 3);
                LinkDecoder.TryDecode(frame, LinkType.Ethernet, frame.Length, ref headers);
                filter.IsDuplicate(frame, headers, i * 100);
            }

            return filter.Duplicates;
        }

        Assert.NotEqual(0, Run());
        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Nothing_is_allocated_once_the_table_has_grown()
    {
        byte[] frame = Segment();
        Seen(frame, 0);
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Ethernet, frame.Length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            LinkDecoder.TryDecode(frame, LinkType.Ethernet, frame.Length, ref headers);
            _filter.IsDuplicate(frame, headers, i * Millisecond * 100);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    bool Seen(byte[] frame, long time, LinkType type = LinkType.Ethernet)
    {
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, type, frame.Length);
        return _filter.IsDuplicate(frame, headers, time);
    }

    static byte[] Segment(byte hopLimit = 64, Observations.MacAddress from = default, ushort? vlan = null, ushort id = 7, uint sequence = 1000) =>
        BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ethernet(from.IsNone ? FrameSamples.Laptop : from, FrameSamples.Controller);
            if (vlan is not null)
            {
                f.Vlan(vlan.Value);
            }

            f.Ip(FrameSamples.V4A, FrameSamples.V4B, hopLimit, id);
            f.Tcp(49152, 102, sequence, 1, TcpFlags.Ack, "0123456789"u8);
        });
}
