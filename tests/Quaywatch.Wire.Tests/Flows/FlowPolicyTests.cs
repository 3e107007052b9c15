using Quaywatch.Observations;
using Quaywatch.Wire.Flows;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Flows;

/// <summary>Keys, time limits, states, who opened.</summary>
public sealed class FlowPolicyTests
{
    [Fact]
    public void A_whole_connection_is_SF()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Ack, 1, "abc", 1);
        tap.Tcp(false, TcpFlags.Ack, 1, "wxyz", 4);
        tap.Tcp(true, TcpFlags.Ack | TcpFlags.Fin, 4, "", 5);
        tap.Tcp(false, TcpFlags.Ack | TcpFlags.Fin, 5, "", 5);
        tap.Tcp(true, TcpFlags.Ack, 5, "", 6);
        tap.End();
        Flow flow = tap.Closed.Single();
        Assert.Equal("SF", flow.State);
        Assert.Equal("ShADdFf", tap.HistoryOf(flow));
        Assert.Equal((3, 4), (flow.A.Payload, flow.B.Payload));
        Assert.Equal((5, 3), (flow.A.Packets, flow.B.Packets));
        Assert.Equal(OriginatorBy.Syn, flow.OriginatorBy);
    }

    [Fact]
    public void Refused_and_unanswered_attempts_have_Zeeks_names()
    {
        Wiretap refused = new();
        refused.Tcp(true, TcpFlags.Syn, 0);
        refused.Tcp(false, TcpFlags.Rst | TcpFlags.Ack, 0, "", 1);
        refused.End();
        Assert.Equal("REJ", refused.Closed.Single().State);

        Wiretap unanswered = new();
        unanswered.Tcp(true, TcpFlags.Syn, 0);
        unanswered.End();
        Assert.Equal("S0", unanswered.Closed.Single().State);
    }

    /// <summary>ntop/ntopng#1870: with the VLAN in the key one conversation became two, since a mirror showed one direction tagged.
    /// </summary>
    [Fact]
    public void Vlans_are_recorded_and_do_not_split_a_conversation()
    {
        Wiretap tap = new();
        tap.Tcp(true, TcpFlags.Syn, 0, vlan: 107);
        tap.Tcp(false, TcpFlags.Syn | TcpFlags.Ack, 0, "", 1);
        tap.Tcp(true, TcpFlags.Ack, 1, "", 1, vlan: 7);
        tap.End();
        Flow flow = tap.Closed.Single();
        Assert.Equal([0, 7, 0, 107], tap.Batch.Bytes(flow.Vlans).ToArray());
    }

    [Fact]
    public void Syn_behind_its_syn_ack_still_names_the_originator()
    {
        Wiretap tap = new();
        tap.Tcp(false, TcpFlags.Syn | TcpFlags.Ack, 0, "", 1);
        tap.Tcp(true, TcpFlags.Syn, 0);
        tap.Tcp(true, TcpFlags.Ack, 1, "", 1);
        tap.End();
        Flow flow = tap.Closed.Single();
        Assert.Equal(Direction.FromB, flow.Originator);
        Assert.Equal(OriginatorBy.Syn, flow.OriginatorBy);
        Assert.Equal(50_000, flow.B.Port);
    }

    /// <summary>zeek/zeek#5047: counters stayed with the wrong side when the roles were flipped later.</summary>
    [Fact]
    public void What_the_protocol_shows_beats_the_port_and_counters_stay_with_their_sides()
    {
        Wiretap tap = new() { Protocol = Direction.FromB };
        tap.Udp(true, 50_000, 40_001, "question");
        tap.Udp(false, 50_000, 40_001, "x");
        tap.End();
        Flow flow = tap.Closed.Single();
        Assert.Equal((Direction.FromB, OriginatorBy.Protocol), (flow.Originator, flow.OriginatorBy));
        Assert.Equal((8, 1), (flow.A.Payload, flow.B.Payload));
        Assert.Equal("^dD", tap.HistoryOf(flow));
    }

    [Fact]
    public void A_server_port_is_a_guess_and_says_so()
    {
        Wiretap tap = new();
        tap.Udp(false, 50_000, 161, "answer");
        tap.End();
        Flow flow = tap.Closed.Single();
        Assert.Equal((Direction.FromB, OriginatorBy.Port), (flow.Originator, flow.OriginatorBy));
        Assert.Equal("SHR", flow.State);
    }

    [Fact]
    public void Idle_conversations_end_by_the_clock()
    {
        Wiretap tap = new();
        tap.Udp(true, 50_000, 161, "one");
        tap.Now += FlowLimits.OtherIdle + 1;
        tap.Udp(true, 50_000, 161, "two");
        Assert.Single(tap.Closed);
        tap.Now += FlowLimits.OtherIdle + 1;
        tap.BlockEnd();
        Assert.Equal(2, tap.Closed.Count());
    }

    [Fact]
    public void A_new_syn_after_the_end_is_a_new_conversation()
    {
        Wiretap tap = new();
        tap.Open();
        tap.Tcp(true, TcpFlags.Rst, 1);
        tap.Tcp(true, TcpFlags.Syn, 1_000_000);
        tap.End();
        Assert.Equal(["RSTO", "S0"], tap.Closed.Select(flow => flow.State!));
    }

    [Fact]
    public void When_the_table_is_full_the_one_idle_longest_makes_place_and_is_counted()
    {
        Wiretap tap = new();
        for (int i = 0; i <= FlowLimits.Flows; i++)
        {
            tap.Tcp(true, TcpFlags.Syn, 0, clientPort: (ushort)(1 + i));
        }

        Assert.Equal(1, tap.Counters.FlowsEvicted);
        Assert.Equal(1, tap.Closed.Single().A.Port);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_packet_after_warm_up()
    {
        Wiretap tap = new() { IsDeaf = true };
        tap.Open();
        for (int i = 0; i < 100; i++)
        {
            Round(tap, i);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 100; i < 10_100; i++)
        {
            Round(tap, i);
        }

        // The bench itself encodes the payload: an array of 32 bytes a round.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_100 * 32);

        static void Round(Wiretap tap, int i)
        {
            tap.Tcp(true, TcpFlags.Ack, 1 + (i * 3), "abc");
            tap.Batch.Clear();
        }
    }
}
