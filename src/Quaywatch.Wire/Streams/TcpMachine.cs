using Quaywatch.Observations;
using Quaywatch.Wire.Flows;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Streams;

/// <summary>The state of a TCP connection as Zeek judges it, so that <c>conn_state</c> and <c>history</c> mean what analysts know.
/// </summary>
/// <remarks>Facts from Zeek's documentation of conn.log and the behaviour of its TCP session adapter (BSD-3-Clause). Where Zeek is
/// known to err (an acknowledgement before its data taken for a gap) this does not follow.</remarks>
static class TcpMachine
{
    /// <summary>A jump of sequence numbers in SYN, RST or acknowledgement that is not believed.</summary>
    const long TooFar = 1 << 20;

    /// <summary>Takes one packet in: sequence numbers, history, state. Returns whether it sent again what had been sent.</summary>
    public static bool Packet(FlowRecord flow, Direction direction, in TransportHeader header)
    {
        ref TcpSide side = ref flow.Tcp(direction);
        ref TcpSide peer = ref flow.Tcp(direction.Other());
        TcpFlags flags = header.Flags;
        int length = header.StatedPayloadLength;
        int span = Span(flags, length);
        Begin(ref side, header.Sequence, flags, span);
        long at = side.Relative(header.Sequence);
        Write(flow, direction, ref side, flags, at, length);
        if (header.Window == 0 && (flags & TcpFlags.Rst) == 0 && peer.State != TcpState.Closed && side.State != TcpState.Reset)
        {
            flow.History.Scaled(direction, 'w', ++side.ZeroWindows);
        }

        side.SentFin |= (flags & TcpFlags.Fin) != 0;
        if ((flags & TcpFlags.Ack) != 0)
        {
            Acknowledge(ref peer, header.Acknowledgement, flags);
        }

        bool again = Advance(ref side, at + span, flags, length);
        if (again)
        {
            flow.History.Scaled(direction, 't', ++flow.Side(direction).Retransmissions);
        }

        bool isOriginator = direction == flow.Originator;
        if (Change(ref side, ref peer, header, isOriginator, length, out bool swapped) && !side.DidClose)
        {
            side.DidClose = true;
        }

        if (swapped)
        {
            flow.Originator = flow.Originator.Other();
        }

        return again;
    }

    /// <summary>Bytes of payload that a side sent, by its sequence numbers and what the other acknowledged.</summary>
    public static long Payload(in TcpSide side, in TcpSide peer)
    {
        if (!side.HasSequence ||
            (side.Before == TcpState.SynSent && side.State == TcpState.Reset && peer.State == TcpState.Inactive && side.Acked > 0))
        {
            return 0;
        }

        long size = Math.Max(side.Last, side.Acked);
        size -= size > 0 ? 1 : 0;
        return size - (side.SentFin && size > 0 ? 1 : 0);
    }

    /// <summary>Zeek's conn_state.</summary>
    /// <param name="originator">State of the side that opened.</param>
    /// <param name="responder">State of the other.</param>
    /// <param name="payload">Bytes of payload of both.</param>
    /// <param name="sawSyn">Whether the originator's SYN was seen.</param>
    public static string StateOf(TcpState originator, TcpState responder, long payload, bool sawSyn)
    {
        bool originatorIdle = originator is TcpState.Inactive or TcpState.Partial;
        bool responderIdle = responder is TcpState.Inactive or TcpState.Partial;
        return (originator, responder) switch
        {
            (TcpState.SynSent or TcpState.SynAckSent, TcpState.Reset) => "REJ",
            (TcpState.Reset, TcpState.Reset) when payload == 0 => "REJ",
            (_, TcpState.Reset) => originatorIdle ? "RSTRH" : "RSTR",
            (TcpState.Reset, _) => responderIdle ? (sawSyn ? "RSTOS0" : "OTH") : "RSTO",
            (TcpState.Closed, TcpState.Closed) => "SF",
            (TcpState.Closed, _) => responderIdle ? "SH" : "S2",
            (_, TcpState.Closed) => originatorIdle ? "SHR" : "S3",
            (TcpState.SynSent, TcpState.Inactive) => "S0",
            (TcpState.Established, TcpState.Established) => "S1",
            _ => "OTH",
        };
    }

    static int Span(TcpFlags flags, int length) =>
        ((flags & TcpFlags.Rst) != 0 ? 0 : length) + ((flags & TcpFlags.Syn) != 0 ? 1 : 0) + ((flags & TcpFlags.Fin) != 0 ? 1 : 0);

    static void Begin(ref TcpSide side, uint sequence, TcpFlags flags, int span)
    {
        bool syn = (flags & TcpFlags.Syn) != 0;
        if (side.State == TcpState.Inactive)
        {
            if (syn)
            {
                side.Begin(sequence, span);
            }
            else
            {
                side.Begin(sequence - 1, 1);
            }
        }
        else if (syn && sequence != side.Start &&
                 (side.State is TcpState.SynSent or TcpState.SynAckSent or TcpState.Established or TcpState.Partial ||
                  (side.State == TcpState.Reset && side.Before == TcpState.Inactive)))
        {
            side.Begin(sequence, span);
        }
    }

    static void Write(FlowRecord flow, Direction direction, ref TcpSide side, TcpFlags flags, long at, int length)
    {
        switch (flags & (TcpFlags.Syn | TcpFlags.Fin | TcpFlags.Rst))
        {
            case TcpFlags.None:
                if (length > 0)
                {
                    flow.History.Once(direction, 'd');
                }
                else if ((flags & TcpFlags.Ack) != 0)
                {
                    flow.History.Once(direction, 'a');
                }

                break;

            case TcpFlags.Syn:
                Repeated(flow, direction, (flags & TcpFlags.Ack) != 0 ? 'h' : 's', at, ref side.LastSyn);
                break;

            case TcpFlags.Fin:
                Repeated(flow, direction, 'f', at + length, ref side.LastFin);
                break;

            case TcpFlags.Rst:
                Repeated(flow, direction, 'r', at, ref side.LastRst);
                break;

            case TcpFlags.Fin | TcpFlags.Rst:
            case TcpFlags.Fin | TcpFlags.Rst | TcpFlags.Syn:
                flow.History.Once(direction, 'i');
                break;

            default:
                flow.History.Once(direction, 'q');
                break;
        }
    }

    static void Repeated(FlowRecord flow, Direction direction, char letter, long at, ref long last)
    {
        if (flow.History.Once(direction, letter) && at != last)
        {
            flow.History.Add(direction, letter);
        }

        last = at;
    }

    static void Acknowledge(ref TcpSide peer, uint number, TcpFlags flags)
    {
        if (peer.State == TcpState.Inactive)
        {
            if (!peer.HasSequence)
            {
                peer.Begin(number - 1, 0);
            }

            return;
        }

        long at = peer.Acked + (int)(number - (peer.Start + (uint)peer.Acked));
        bool broken = number == 0 && at - peer.Acked > TooFar;
        if ((flags & TcpFlags.Rst) == 0 && at > peer.Acked && !broken)
        {
            peer.Acked = at;
        }
    }

    static bool Advance(ref TcpSide side, long end, TcpFlags flags, int length)
    {
        long ahead = end - side.Last;
        if ((flags & (TcpFlags.Syn | TcpFlags.Rst)) != 0 && Math.Abs(ahead) > TooFar)
        {
            return false;
        }

        if ((flags & TcpFlags.Fin) != 0 && side.Last == 1)
        {
            side.Last = end;
            return false;
        }

        if (side.State == TcpState.Reset)
        {
            return false;
        }

        if (ahead > 0)
        {
            side.Last = end;
            return false;
        }

        return length > 0;
    }

    /// <summary>Changes the side's state; returns whether this packet closes the side.</summary>
    static bool Change(ref TcpSide side, ref TcpSide peer, in TransportHeader header, bool isOriginator, int length, out bool swapped)
    {
        swapped = false;
        bool fin = (header.Flags & TcpFlags.Fin) != 0;
        bool rst = (header.Flags & TcpFlags.Rst) != 0;
        switch (side.State)
        {
            case TcpState.Inactive:
                FromInactive(ref side, ref peer, header, isOriginator, length, out swapped);
                return fin || rst;

            case TcpState.SynSent:
            case TcpState.SynAckSent:
                if (fin)
                {
                    side.Become(TcpState.Closed);
                }

                if (rst)
                {
                    side.Become(TcpState.Reset);
                }

                return fin || rst;

            case TcpState.Established:
            case TcpState.Partial:
                FromEstablished(ref side, ref peer, header.Flags);
                return fin || rst;

            case TcpState.Closed:
                if (rst && peer.State != TcpState.Closed)
                {
                    side.Become(TcpState.Reset);
                    return true;
                }

                return false;

            default:
                return false;
        }
    }

    static void FromEstablished(ref TcpSide side, ref TcpSide peer, TcpFlags flags)
    {
        if ((flags & (TcpFlags.Syn | TcpFlags.Ack)) == TcpFlags.Syn && side.State == TcpState.Partial && peer.State == TcpState.Inactive)
        {
            side.Become(TcpState.SynSent);
        }

        if ((flags & (TcpFlags.Fin | TcpFlags.Rst)) == TcpFlags.Fin)
        {
            side.Become(TcpState.Closed);
            if (peer.State == TcpState.Reset && peer.Before == TcpState.Closed)
            {
                // The peer sent FIN and then RST: that was an ordinary end.
                peer.Become(TcpState.Closed);
            }
        }

        if ((flags & TcpFlags.Rst) != 0)
        {
            side.Become(TcpState.Reset);
        }
    }

    static void FromInactive(ref TcpSide side, ref TcpSide peer, in TransportHeader header, bool isOriginator, int length, out bool swapped)
    {
        swapped = false;
        bool ack = (header.Flags & TcpFlags.Ack) != 0;
        if ((header.Flags & TcpFlags.Syn) != 0)
        {
            if (isOriginator)
            {
                side.Become(ack ? TcpState.SynAckSent : TcpState.SynSent);
            }
            else
            {
                // SYN behind SYN-ACK: the mirror port showed them in the wrong order.
                swapped = !ack && peer.State == TcpState.SynAckSent && header.Sequence == side.Start;
                if (swapped || peer.State == TcpState.SynSent)
                {
                    peer.Become(TcpState.Established);
                }

                side.Become(TcpState.Established);
            }
        }

        if ((header.Flags & TcpFlags.Fin) != 0)
        {
            side.Become(TcpState.Closed);
        }

        if ((header.Flags & TcpFlags.Rst) != 0)
        {
            side.Become(TcpState.Reset);
        }

        if (side.State != TcpState.Inactive || (!isOriginator && length == 0 && peer.State == TcpState.SynSent))
        {
            return;
        }

        side.Become(ack && peer.State == TcpState.Established ? TcpState.Established : TcpState.Partial);
    }
}
