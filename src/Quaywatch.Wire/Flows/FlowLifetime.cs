using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Streams;

namespace Quaywatch.Wire.Flows;

/// <summary>When a conversation is over, and how it ended.</summary>
static class FlowLifetime
{
    /// <summary>Whether the conversation had ended before this packet, so that the packet opens another one with the same key.
    /// </summary>
    public static bool IsOver(FlowRecord flow, in PacketHeaders headers, long clock)
    {
        if (HasExpired(flow, clock))
        {
            return true;
        }

        TcpFlags flags = headers.Transport.Flags & (TcpFlags.Syn | TcpFlags.Ack);
        if (flow.Ends.Transport != Transport.Tcp || flags != TcpFlags.Syn)
        {
            return false;
        }

        // A new SYN opens a new conversation, unless it repeats the old one's, or came behind its SYN-ACK.
        ref readonly TcpSide originator = ref flow.Tcp(flow.Originator);
        ref readonly TcpSide responder = ref flow.Tcp(flow.Originator.Other());
        if (originator.State is TcpState.Closed or TcpState.Reset && responder.State is TcpState.Closed or TcpState.Reset or TcpState.Inactive)
        {
            return true;
        }

        uint sequence = headers.Transport.Sequence;
        bool knownSyn = (originator.HasSequence && sequence == originator.Start) || (responder.HasSequence && sequence == responder.Start);
        bool missedSyn = originator.State == TcpState.Inactive || responder.State == TcpState.Inactive || originator.State == TcpState.Partial;
        return !knownSyn && (!missedSyn || originator.State == TcpState.SynSent);
    }

    /// <summary>Whether it was idle, or closed, for longer than its limit.</summary>
    public static bool HasExpired(FlowRecord flow, long clock)
    {
        long idle = clock - flow.LastClock;
        if (flow.Ends.Transport != Transport.Tcp)
        {
            return idle > FlowLimits.OtherIdle;
        }

        if (idle > FlowLimits.TcpIdle)
        {
            return true;
        }

        ref readonly TcpSide originator = ref flow.Tcp(flow.Originator);
        ref readonly TcpSide responder = ref flow.Tcp(flow.Originator.Other());
        bool attempt = originator.State is TcpState.SynSent or TcpState.SynAckSent && responder.State == TcpState.Inactive;
        bool reset = originator.State == TcpState.Reset || responder.State == TcpState.Reset;
        bool halfSeen = originator.State == TcpState.Inactive || responder.State == TcpState.Inactive;
        bool closed = (originator.DidClose && responder.DidClose) || ((originator.DidClose || responder.DidClose) && (reset || halfSeen));
        return (attempt && clock - flow.FirstClock > FlowLimits.Linger) || (closed && clock - flow.LastOpenClock > FlowLimits.Linger);
    }

    /// <summary>Zeek's conn_state.</summary>
    public static string StateOf(FlowRecord flow, long payload)
    {
        bool originatorSeen = flow.Side(flow.Originator).Packets > 0;
        bool responderSeen = flow.Side(flow.Originator.Other()).Packets > 0;
        return flow.Ends.Transport switch
        {
            Transport.Tcp => TcpMachine.StateOf(
                flow.Tcp(flow.Originator).State, flow.Tcp(flow.Originator.Other()).State, payload, flow.Tcp(flow.Originator).Before == TcpState.SynSent),
            Transport.Udp => (originatorSeen, responderSeen) switch
            {
                (true, true) => "SF",
                (true, false) => "S0",
                _ => "SHR",
            },
            _ => "OTH",
        };
    }
}
