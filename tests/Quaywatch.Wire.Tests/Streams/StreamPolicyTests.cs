using System.Text;
using CsCheck;
using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Streams;
using Quaywatch.Wire.Tests.Flows;

namespace Quaywatch.Wire.Tests.Streams;

/// <summary>Every sentence of "Streams: the policy, once", named after what went wrong elsewhere where something did.</summary>
public sealed class StreamPolicyTests
{
    [Fact]
    public void Bytes_in_their_turn_go_up_as_they_come()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 1, "abc");
        tap.Tcp(false, TcpFlags.Ack, 1, "xyz");
        tap.Tcp(true, TcpFlags.Ack, 4, "def");
        Assert.Equal(["A:abc", "B:xyz", "A:def"], tap.Heard);
    }

    [Fact]
    public void A_segment_ahead_of_its_turn_waits_for_the_one_before()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 4, "def");
        tap.Tcp(true, TcpFlags.Ack, 7, "ghi");
        tap.Tcp(true, TcpFlags.Ack, 1, "abc");
        Assert.Equal(["A:abc", "A:def", "A:ghi"], tap.Heard);
        Assert.Empty(tap.Anomalies);
    }

    /// <summary>Zeek takes an acknowledgement of data that was not seen yet for loss, and drops the data when it comes
    /// (TCP_Reassembler). A mirror port shows the two directions in any order.</summary>
    [Fact]
    public void An_acknowledgement_before_its_data_is_no_gap()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(false, TcpFlags.Ack, 1, "", 4);
        tap.Tcp(true, TcpFlags.Ack, 1, "abc");
        Assert.Equal(["A:abc"], tap.Heard);
    }

    [Fact]
    public void One_side_alone_is_read_without_a_gap()
    {
        Wiretap tap = new();
        tap.Tcp(false, TcpFlags.Ack, 1, "xyz", 100);
        tap.Tcp(false, TcpFlags.Ack, 4, "uvw", 5_000);
        Assert.Equal(["A:xyz", "A:uvw"], tap.Heard);
    }

    [Fact]
    public void A_hole_becomes_a_gap_by_packet_time_beyond_it()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 4, "def");
        tap.BlockEnd();
        Assert.Empty(tap.Heard);
        tap.Now += StreamAssembler.GapTime + 1;
        tap.BlockEnd();
        Assert.Equal(["A!3", "A:def"], tap.Heard);
        Assert.Equal([AnomalyKind.Gap], tap.Anomalies);
    }

    [Fact]
    public void A_hole_becomes_a_gap_by_bytes_beyond_it()
    {
        Wiretap tap = new();
        tap.Open();
        string kilobyte = new('x', 1024);
        for (int i = 0; i <= StreamAssembler.GapBytes / 1024; i++)
        {
            tap.Tcp(true, TcpFlags.Ack, 4 + (i * 1024), kilobyte);
        }

        Assert.Equal("A!3", tap.Heard[0]);
    }

    [Fact]
    public void Reset_makes_holes_gaps_at_once()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 4, "def");
        tap.Tcp(false, TcpFlags.Rst, 1);
        Assert.Equal(["A!3", "A:def"], tap.Heard);
    }

    /// <summary>A FIN that overtakes data on the mirror port must not cost the data: holes are gaps when both sides have closed.
    /// </summary>
    [Fact]
    public void A_fin_of_one_side_waits_for_bytes_that_it_overtook()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack | TcpFlags.Fin, 4, "def");
        tap.Tcp(true, TcpFlags.Ack, 1, "abc");
        Assert.Equal(["A:abc", "A:def"], tap.Heard);
    }

    [Fact]
    public void The_end_of_both_sides_makes_holes_gaps()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack | TcpFlags.Fin, 4, "def");
        tap.Tcp(false, TcpFlags.Ack | TcpFlags.Fin, 1);
        tap.Tcp(true, TcpFlags.Ack, 8);
        Assert.Equal(["A!3", "A:def"], tap.Heard);
    }

    [Fact]
    public void The_end_of_the_input_makes_holes_gaps()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 4, "def");
        tap.End();
        Assert.Equal(["A!3", "A:def", "end"], tap.Heard);
    }

    [Fact]
    public void A_retransmission_with_the_same_bytes_is_silent()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 1, "abc");
        tap.Tcp(true, TcpFlags.Ack, 1, "abc");
        tap.End();
        Assert.Equal(["A:abc", "end"], tap.Heard);
        Assert.Empty(tap.Anomalies);
        Assert.Equal(1, tap.Closed.Single().A.Retransmissions);
    }

    [Fact]
    public void A_retransmission_with_other_bytes_is_an_anomaly_and_the_first_bytes_win()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 1, "abc");
        tap.Tcp(true, TcpFlags.Ack, 1, "aXc");
        Assert.Equal(["A:abc"], tap.Heard);
        Assert.Equal([AnomalyKind.OverlapDiffers], tap.Anomalies);
    }

    [Fact]
    public void Waiting_bytes_win_over_later_ones_for_the_same_place()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 4, "def");
        tap.Tcp(true, TcpFlags.Ack, 3, "cXeg");
        tap.Tcp(true, TcpFlags.Ack, 1, "ab");
        Assert.Equal("abcdef", Joined(tap));
        Assert.Equal([AnomalyKind.OverlapDiffers], tap.Anomalies);
    }

    [Fact]
    public void A_keep_alive_byte_is_no_overlap()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 1, "abc");
        tap.Tcp(true, TcpFlags.Ack, 3, "\0");
        Assert.Empty(tap.Anomalies);
    }

    [Fact]
    public void What_the_snap_length_cut_off_is_a_gap()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 1, "abcdef", captured: 14 + 20 + 20 + 2);
        tap.Tcp(true, TcpFlags.Ack, 7, "ghi");
        Assert.Equal(["A:ab", "A!4", "A:ghi"], tap.Heard);
    }

    [Fact]
    public void Sequence_numbers_run_over_32_bits()
    {
        Wiretap tap = new();
        tap.Open();
        StringBuilder sent = new();
        for (int i = 0; i < 40; i++)
        {
            tap.Tcp(true, TcpFlags.Ack, 1 + i, "abcdefghij"[(i % 10)..((i % 10) + 1)]);
            sent.Append("abcdefghij"[i % 10]);
        }

        Assert.Equal(sent.ToString(), Joined(tap));
    }

    [Fact]
    public void Any_order_of_segments_gives_the_stream()
    {
        Gen.Select(Gen.Int[1, 8].Array[1, 12], Gen.Int[0, 1_000_000]).Sample((lengths, seed) =>
        {
            string text = string.Concat(Enumerable.Range(0, lengths.Sum()).Select(i => (char)('a' + (i % 26))));
            List<(int At, string Part)> segments = [];
            int at = 0;
            foreach (int length in lengths)
            {
                segments.Add((at, text.Substring(at, length)));
                at += length;
            }

            Random random = new(seed);
            (int At, string Part)[] order = [.. segments.OrderBy(_ => random.Next())];
            Wiretap tap = new();
            tap.Open();
            foreach ((int place, string part) in order)
            {
                tap.Tcp(true, TcpFlags.Ack, 1 + place, part);
            }

            Assert.Equal(text, Joined(tap));
            Assert.Empty(tap.Anomalies);
        });
    }

    static string Joined(Wiretap tap) => string.Concat(tap.Heard.Where(heard => heard[1] == ':').Select(heard => heard[2..]));
}
