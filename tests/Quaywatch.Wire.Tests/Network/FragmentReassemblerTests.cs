using CsCheck;
using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;
using Quaywatch.Wire.Tests.Link;

namespace Quaywatch.Wire.Tests.Network;

public class FragmentReassemblerTests
{
    const long Second = 1_000_000_000;

    readonly FragmentReassembler _reassembler = new();
    int _packet;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_datagram_in_three_fragments_is_whole_again_and_names_the_frames_of_all_its_bytes(bool isV6)
    {
        byte[] datagram = Datagram(isV6, 3000);
        Assert.Null(Add(isV6, 1, 0, datagram[..1200], more: true));
        Assert.Null(Add(isV6, 1, 1200, datagram[1200..2400], more: true));
        Whole whole = Add(isV6, 1, 2400, datagram[2400..], more: false)!;

        Assert.Equal(datagram, whole.Bytes);
        Assert.Equal((3, IpProtocols.Udp, false), (whole.Fragments, whole.Protocol, whole.HasConflict));
        int from = 14 + (isV6 ? 48 : 20);
        Assert.Equal(
            [new PacketPart(1, 1001, 1, 1, from, 1200), new PacketPart(2, 1002, 2, 1, from, 1200), new PacketPart(3, 1003, 3, 1, from, 608)],
            whole.Parts);

        PacketHeaders headers = whole.Headers;
        IpDecoder.DecodeReassembled(whole.Bytes, whole.Protocol, ref headers);
        Assert.Equal(HeaderFaults.None, headers.Faults);
        Assert.False(headers.IsFragment);
        Assert.Equal((Transport.Udp, 7, 8, 3000), (headers.Transport.Kind, headers.Transport.SourcePort, headers.Transport.DestinationPort, headers.Transport.PayloadLength));
        Assert.Equal(8, headers.Transport.PayloadOffset);
        Assert.Equal(0, _reassembler.InWork);
    }

    [Fact]
    public void The_last_fragment_may_come_first_as_windows_and_old_linux_send_them()
    {
        byte[] datagram = Datagram(false, 3000);
        Assert.Null(Add(false, 1, 2400, datagram[2400..], more: false));
        Assert.Null(Add(false, 1, 1200, datagram[1200..2400], more: true));
        Whole whole = Add(false, 1, 0, datagram[..1200], more: true)!;
        Assert.Equal(datagram, whole.Bytes);
        Assert.Equal([3, 2, 1], whole.Parts.Select(p => p.Packet));
    }

    [Fact]
    public void A_first_fragment_too_small_for_a_header_hides_nothing()
    {
        // RFC 1858: the ports in the first fragment, the flags in the second
        byte[] datagram = Datagram(false, 100);
        Assert.Null(Add(false, 1, 0, datagram[..8], more: true));
        Assert.Equal(datagram, Add(false, 1, 8, datagram[8..], more: false)!.Bytes);
    }

    [Fact]
    public void Extension_headers_within_the_fragmented_part_are_walked_when_it_is_whole()
    {
        byte[] payload = [.. Hex.Bytes("11 00 0104 00000000"), .. Datagram(true, 64)];
        Assert.Null(Add(true, 9, 0, payload[..16], more: true, protocol: IpProtocols.DestinationOptions));
        Whole whole = Add(true, 9, 16, payload[16..], more: false, protocol: 99)!;
        PacketHeaders headers = whole.Headers;
        IpDecoder.DecodeReassembled(whole.Bytes, whole.Protocol, ref headers);
        Assert.Equal((IpProtocols.Udp, 8, 64), (headers.IpProtocol, headers.TransportOffset, headers.Transport.PayloadLength));
        Assert.Equal(HeaderFaults.None, headers.Faults);
    }

    [Fact]
    public void Fragments_of_many_packets_interleave()
    {
        byte[][] datagrams = [.. Enumerable.Range(0, 50).Select(i => Datagram(false, 1000 + i))];
        for (uint i = 0; i < 50; i++)
        {
            Assert.Null(Add(false, i, 0, datagrams[i][..800], more: true));
        }

        for (uint i = 50; i-- > 0;)
        {
            Assert.Equal(datagrams[i], Add(false, i, 800, datagrams[i][800..], more: false)!.Bytes);
        }
    }

    [Fact]
    public void Duplicates_bring_nothing_and_are_counted()
    {
        byte[] datagram = Datagram(false, 1000);
        Add(false, 1, 0, datagram[..504], more: true);
        Add(false, 1, 0, datagram[..504], more: true);
        Whole whole = Add(false, 1, 504, datagram[504..], more: false)!;
        Assert.Equal(datagram, whole.Bytes);
        Assert.Equal([1, 3], whole.Parts.Select(p => p.Packet));
        Assert.Equal(3, whole.Fragments);
        Assert.Equal((1, 0), (_reassembler.Counters.Duplicates, _reassembler.Counters.Conflicts));
    }

    [Fact]
    public void Where_fragments_overlap_with_other_data_the_first_bytes_win_and_it_is_said()
    {
        byte[] datagram = Datagram(false, 1000);
        byte[] other = new byte[1008];
        Add(false, 1, 400, datagram[400..], more: false);
        Whole whole = Add(false, 1, 0, other[..800], more: true)!;
        Assert.Equal([.. other[..400], .. datagram[400..]], whole.Bytes);
        Assert.Equal([2, 1], whole.Parts.Select(p => p.Packet));
        Assert.True(whole.HasConflict);
        Assert.Equal(1, _reassembler.Counters.Conflicts);
    }

    [Fact]
    public void A_fragment_over_two_holes_gives_two_parts()
    {
        byte[] datagram = Datagram(false, 1000);
        Add(false, 1, 0, datagram[..104], more: true);
        Add(false, 1, 400, datagram[400..504], more: true);
        Whole whole = Add(false, 1, 96, datagram[96..], more: false)!;
        Assert.Equal(datagram, whole.Bytes);
        Assert.Equal([(1, 34, 104), (3, 42, 296), (2, 34, 104), (3, 442, 504)], whole.Parts.Select(p => (p.Packet, p.From, p.Length)));
    }

    [Fact]
    public void The_ping_of_death_is_malformed()
    {
        byte[] datagram = new byte[65_536];
        Add(false, 1, 0, datagram[..1480], more: true);
        Assert.Null(Add(false, 1, 0xFFF8, datagram[..8], more: false));
        Assert.Equal(1, _reassembler.Counters.Malformed);
        Assert.Null(Add(false, 1, 1480, datagram[..64_048], more: true));
        Whole whole = Add(false, 1, 65_528, datagram[..7], more: false)!;
        Assert.Equal(65_535, whole.Bytes.Length);
    }

    [Fact]
    public void Empty_fragments_and_such_behind_the_end_are_malformed_and_an_empty_last_one_is_not()
    {
        byte[] datagram = Datagram(false, 1000);
        Add(false, 1, 0, [], more: true);
        Assert.Equal(1, _reassembler.Counters.Malformed);
        Add(false, 1, 800, datagram[800..], more: false);
        Add(false, 1, 800, datagram[..504], more: true);
        Assert.Equal(2, _reassembler.Counters.Malformed);
        Add(false, 1, 800, datagram[800..900], more: false);
        Assert.Equal(3, _reassembler.Counters.Malformed);
        Assert.Equal(datagram, Add(false, 1, 0, datagram[..800], more: true)!.Bytes);

        Add(false, 2, 0, datagram[..800], more: true);
        Assert.Equal(datagram[..800], Add(false, 2, 800, [], more: false)!.Bytes);
    }

    [Fact]
    public void An_inner_length_that_is_no_multiple_of_8_is_cut_in_ipv4_and_refused_in_ipv6()
    {
        byte[] datagram = Datagram(false, 1000);
        Add(false, 1, 0, datagram[..403], more: true);
        Whole whole = Add(false, 1, 400, datagram[400..], more: false)!;
        Assert.Equal([(1, 400), (2, 608)], whole.Parts.Select(p => (p.Packet, p.Length)));
        Add(true, 1, 0, datagram[..403], more: true);
        Assert.Equal(2, _reassembler.Counters.Malformed);
        Assert.Equal(0, _reassembler.InWork);
    }

    [Fact]
    public void A_fragment_that_the_capture_cut_can_t_make_its_packet_whole()
    {
        byte[] frame = Frame(false, 1, 0, new byte[800], more: true, IpProtocols.Udp);
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame.AsSpan(0, 500), LinkType.Ethernet, frame.Length);
        Assert.False(_reassembler.TryAdd(frame.AsSpan(0, 500), headers, default, 0, out _));
        Assert.Equal((1, 0), (_reassembler.Counters.Cut, _reassembler.InWork));
    }

    [Fact]
    public void What_is_not_whole_after_30_seconds_of_packet_time_is_given_up()
    {
        byte[] datagram = Datagram(false, 1000);
        Add(false, 1, 0, datagram[..800], more: true, now: Second);
        Add(false, 2, 0, datagram[..800], more: true, now: 2 * Second);
        Assert.NotNull(Add(false, 1, 800, datagram[800..], more: false, now: 31 * Second));
        Assert.Null(Add(false, 2, 800, datagram[800..], more: false, now: (32 * Second) + 1));
        Assert.Equal((1, 1), (_reassembler.Counters.UnfinishedFragments, _reassembler.Counters.UnfinishedPackets));
        _reassembler.Finish();
        Assert.Equal((2, 2), (_reassembler.Counters.UnfinishedFragments, _reassembler.Counters.UnfinishedPackets));
        Assert.Equal(0, _reassembler.InWork);
    }

    [Fact]
    public void Of_too_many_packets_the_oldest_gives_way()
    {
        byte[] datagram = Datagram(false, 100);
        for (uint i = 0; i <= FragmentReassembler.PacketLimit; i++)
        {
            Add(false, i, 0, datagram[..40], more: true);
        }

        Assert.Equal(FragmentReassembler.PacketLimit, _reassembler.InWork);
        Assert.Equal((1, 1), (_reassembler.Counters.LimitPackets, _reassembler.Counters.UnfinishedFragments));
        Assert.NotNull(Add(false, 1, 40, datagram[40..], more: false));
        Assert.Null(Add(false, 0, 40, datagram[40..], more: false));
    }

    [Fact]
    public void Memory_is_bounded_whatever_the_fragments_claim()
    {
        for (uint i = 0; i < FragmentReassembler.PacketLimit; i++)
        {
            Add(false, i, 60_000, new byte[8], more: true);
        }

        int held = FragmentReassembler.MemoryLimit / (64 << 10);
        Assert.Equal(held, _reassembler.InWork);
        Assert.Equal(FragmentReassembler.PacketLimit - held, _reassembler.Counters.LimitPackets);
    }

    [Fact]
    public void A_packet_in_more_parts_than_are_kept_is_given_up()
    {
        for (int i = 0; i <= FragmentReassembler.PartLimit; i++)
        {
            Add(false, 1, i * 16, new byte[8], more: true);
        }

        Assert.Equal((1, FragmentReassembler.PartLimit + 1, 0), (_reassembler.Counters.LimitPackets, _reassembler.Counters.UnfinishedFragments, _reassembler.InWork));
    }

    [Fact]
    public void Any_fragments_in_any_order_come_out_as_the_naive_model_says() => Gen.Select(
        Gen.Int[0, 40].Select(n => n * 8), Gen.Int[0, 120], Gen.Byte, Gen.Int[0, 3]).Array[1, 12].Sample(
        pieces =>
        {
            FragmentReassembler reassembler = new();
            NaiveReassembly naive = new();
            for (int i = 0; i < pieces.Length; i++)
            {
                (int offset, int length, byte value, int kind) = pieces[i];
                bool isLast = kind == 0 && offset > 0;
                length = isLast ? length : Math.Max(8, length & ~7);
                byte[] payload = new byte[length];

                // data that mostly agrees, so that overlaps of both kinds come about
                for (int k = 0; k < length; k++)
                {
                    payload[k] = kind == 3 ? value : (byte)(offset + k);
                }

                byte[] frame = Frame(false, 1, offset, payload, !isLast, IpProtocols.Udp);
                PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Ethernet, frame.Length);
                bool isWhole = reassembler.TryAdd(frame, headers, new PacketPart(0, 0, i, 1, 0, 0), 0, out ReassembledPacket packet);
                naive.Add(offset, payload, isLast, i, headers.TransportOffset);
                Assert.Equal(naive.IsWhole, isWhole);
                if (isWhole)
                {
                    Assert.Equal(naive.Bytes, packet.Bytes.ToArray());
                    Assert.Equal(naive.HasConflict, packet.HasConflict);
                    Assert.Equal(
                        naive.Origins,
                        packet.Parts.ToArray().SelectMany(p => Enumerable.Range(p.From, p.Length).Select(at => (p.Packet, at))));
                    break;
                }
            }
        },
        iter: 20_000);

    [Fact]
    public void Nothing_is_allocated_after_the_first_round()
    {
        byte[][] frames = [.. Enumerable.Range(0, 40).Select(i => Frame(false, 1, i * 1480, new byte[i == 39 ? 99 : 1480], i < 39, IpProtocols.Udp))];
        PacketHeaders[] headers = [.. frames.Select(f => HeaderInvariants.DecodeChecked(f, LinkType.Ethernet, f.Length))];
        void Round()
        {
            for (int i = 0; i < frames.Length; i++)
            {
                _reassembler.TryAdd(frames[i], headers[i], default, 0, out _);
            }
        }

        Round();
        Round();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Round();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(3, _reassembler.Counters.Packets);
    }

    Whole? Add(bool isV6, uint id, int offset, byte[] payload, bool more, byte protocol = IpProtocols.Udp, long now = 0)
    {
        byte[] frame = Frame(isV6, id, offset, payload, more, protocol);
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, LinkType.Ethernet, frame.Length);
        Assert.True(headers.IsFragment);
        _packet++;
        return _reassembler.TryAdd(frame, headers, new PacketPart(_packet, 1000 + _packet, _packet, 1, 0, 0), now, out ReassembledPacket packet)
            ? new Whole(packet.Bytes.ToArray(), packet.Parts.ToArray(), packet.Protocol, packet.Fragments, packet.HasConflict, headers)
            : null;
    }

    static byte[] Frame(bool isV6, uint id, int offset, byte[] payload, bool more, byte protocol) => BuilderBox.Build((ref FrameBuilder f) =>
    {
        f.Ethernet(FrameSamples.Laptop, FrameSamples.Controller);
        f.Ip(isV6 ? FrameSamples.V6A : FrameSamples.V4A, isV6 ? FrameSamples.V6B : FrameSamples.V4B);
        f.Fragment(id, offset, more);
        f.IpPayload(protocol, payload);
    });

    /// <summary>A UDP datagram 7 > 8 with its header.</summary>
    static byte[] Datagram(bool isV6, int length)
    {
        byte[] payload = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];
        return BuilderBox.Build((ref FrameBuilder f) =>
        {
            f.Ip(isV6 ? FrameSamples.V6A : FrameSamples.V4A, isV6 ? FrameSamples.V6B : FrameSamples.V4B);
            f.Udp(7, 8, payload);
        })[(isV6 ? 40 : 20)..];
    }

    sealed record Whole(byte[] Bytes, PacketPart[] Parts, byte Protocol, int Fragments, bool HasConflict, PacketHeaders Headers);
}
