using Quaywatch.Observations;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;
using Quaywatch.Wire.Streams;

namespace Quaywatch.Wire.Flows;

/// <summary>The conversations of one logical shard: table, streams, time limits, counters. What it does depends on its own packets
/// and on the input's clock alone, so the case is the same for any number of workers.</summary>
public sealed class FlowShard
{
    readonly int _shard;
    readonly Func<FlowConsumer> _newConsumer;
    readonly FlowTable _table = new();
    readonly Stack<FlowConsumer> _consumers = new();
    readonly List<int> _waiting = [];
    readonly SegmentBudget _budget = new();
    readonly PartBuffer _parts = new();
    long _serial;
    long _swept = long.MinValue;

    /// <summary>A shard.</summary>
    /// <param name="shard">Its number, 0 to 15.</param>
    /// <param name="newConsumer">Makes the listener of a conversation; listeners are pooled.</param>
    public FlowShard(int shard, Func<FlowConsumer> newConsumer)
    {
        _shard = shard;
        _newConsumer = newConsumer;
    }

    /// <summary>What was counted.</summary>
    public WireCounters Counters { get; } = new();

    /// <summary>Takes one packet to its conversation.</summary>
    public void Packet(in FlowPacket packet, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ref readonly PacketHeaders headers = ref packet.Headers;
        FlowEnds ends = FlowOpening.EndsOf(headers);
        FlowKey key = FlowOpening.KeyOf(ends, out bool sourceIsLow);
        ulong hash = key.Hash();
        int number = _table.Find(key, hash);
        if (number >= 0 && FlowLifetime.IsOver(_table[number], headers, packet.Clock))
        {
            Close(number, packet.Clock, batch);
            number = -1;
        }

        if (number < 0)
        {
            number = Open(ref ends, key, hash, sourceIsLow, packet, batch);
        }
        else
        {
            _table.Touch(number);
        }

        FlowRecord flow = _table[number];
        Direction direction = sourceIsLow == flow.LowIsA ? Direction.FromA : Direction.FromB;
        Count(flow, direction, packet);
        if (headers.Transport.Kind == Transport.Tcp && headers.IpVersion != 0)
        {
            Tcp(flow, direction, packet, batch);
        }
        else
        {
            Datagram(flow, direction, packet, batch);
        }

        if (flow.Consumer!.WantsClock && !flow.IsWaiting)
        {
            flow.IsWaiting = true;
            _waiting.Add(number);
        }
    }

    /// <summary>A block of input has ended: time limits are judged by the highest packet time so far.</summary>
    public void BlockEnd(long clock, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        for (int i = _waiting.Count - 1; i >= 0; i--)
        {
            FlowRecord flow = _table[_waiting[i]];
            CheckHoles(flow, clock, batch);
            flow.Consumer!.OnClock(clock, batch);
            if (!flow.Consumer.WantsClock && flow.StreamA?.HasHole != true && flow.StreamB?.HasHole != true)
            {
                flow.IsWaiting = false;
                _waiting.RemoveAt(i);
            }
        }

        if (clock - _swept < FlowLimits.SweepEvery && _swept != long.MinValue)
        {
            return;
        }

        _swept = clock;
        int number = _table.Oldest;
        while (number >= 0 && clock - _table[number].LastClock > FlowLimits.Linger)
        {
            int next = _table[number].Newer;
            if (FlowLifetime.HasExpired(_table[number], clock))
            {
                Close(number, clock, batch);
            }

            number = next;
        }
    }

    /// <summary>The input has ended: all conversations are closed, the one that was idle longest first.</summary>
    public void InputEnd(long clock, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        while (_table.Oldest >= 0)
        {
            Close(_table.Oldest, clock, batch);
        }
    }

    int Open(ref FlowEnds ends, in FlowKey key, ulong hash, bool sourceIsLow, in FlowPacket packet, Batch batch)
    {
        if (_table.IsFull)
        {
            Counters.FlowsEvicted++;
            Close(_table.Oldest, packet.Clock, batch);
        }

        ends.Id = FlowId.Of(_shard, _serial++);
        Counters.Flows++;
        int number = _table.Add(hash);
        FlowRecord flow = _table[number];
        flow.Begin(ends, key, sourceIsLow, packet.Parts[0], packet.Clock);
        FlowOpening.Originate(flow, packet.Headers);
        flow.Consumer = _consumers.TryPop(out FlowConsumer? pooled) ? pooled : _newConsumer();
        flow.Consumer.Open(flow.Ends);
        Flow opened = new() { Phase = FlowPhase.Opened, A = flow.A, B = flow.B };
        Emit(flow, ref opened, batch);
        return number;
    }

    void Count(FlowRecord flow, Direction direction, in FlowPacket packet)
    {
        ref readonly PacketHeaders headers = ref packet.Headers;
        ref FlowSide side = ref flow.Side(direction);
        side.Packets++;
        side.Bytes += packet.Bytes;
        Counters.Packets++;
        flow.Last = Math.Max(flow.Last, packet.Time);
        flow.LastClock = packet.Clock;
        if (headers.VlanCount > 0)
        {
            flow.Vlans.Add(headers.OuterVlan);
            if (headers.VlanCount > 1)
            {
                flow.Vlans.Add(headers.InnerVlan);
            }
        }

        if (side.Mac.IsNone || side.Mac.IsGroup)
        {
            // Side B's address was taken from a frame sent to it, perhaps to a group; its own frame says it better.
            side.Mac = headers.SourceMac;
        }
    }

    void Datagram(FlowRecord flow, Direction direction, in FlowPacket packet, Batch batch)
    {
        ref readonly PacketHeaders headers = ref packet.Headers;
        bool isFrame = headers.IpVersion == 0;
        int from = isFrame ? headers.NetworkOffset : headers.Transport.PayloadOffset;
        int length = isFrame ? headers.NetworkEnd - from : headers.Transport.PayloadLength;
        int stated = isFrame ? length : Math.Max(length, headers.Transport.StatedPayloadLength);
        flow.Side(direction).Payload += stated;
        if (headers.Transport.Kind == Transport.Udp && !isFrame)
        {
            flow.History.Once(direction, 'd');
        }

        PacketPart whole = packet.Parts[0] with { From = packet.Parts[0].From + from, Length = length };
        Chunk chunk = new()
        {
            Bytes = packet.Buffer.Slice(from, length),
            Parts = packet.Parts.Length == 1 ? new ReadOnlySpan<PacketPart>(in whole) : _parts.Slice(packet.Parts, from, length),
            Direction = direction,
            Time = packet.Clock,
            IsCut = stated > length || (headers.Faults & HeaderFaults.Cut) != 0,
        };
        flow.Consumer!.OnDatagram(chunk, batch);
    }

    void Tcp(FlowRecord flow, Direction direction, in FlowPacket packet, Batch batch)
    {
        ref readonly TransportHeader header = ref packet.Headers.Transport;
        ref TcpSide side = ref flow.Tcp(direction);
        uint started = side.Start;
        bool had = side.HasSequence;
        TcpMachine.Packet(flow, direction, header);
        if (!flow.TcpA.DidClose || !flow.TcpB.DidClose)
        {
            flow.LastOpenClock = packet.Clock;
        }

        StreamAssembler stream = StreamOf(flow, direction);
        StreamTarget target = new(flow, direction, packet.Clock, Counters, _parts, batch);
        bool syn = (header.Flags & TcpFlags.Syn) != 0;
        if (syn && (!had || side.Start != started))
        {
            stream.StartAt(1);
        }

        int length = header.PayloadLength;
        if (header.StatedPayloadLength > 0 && (header.Flags & TcpFlags.Rst) == 0)
        {
            long at = side.Relative(header.Sequence) + (syn ? 1 : 0);
            PacketPart whole = packet.Parts[0] with { From = packet.Parts[0].From + header.PayloadOffset, Length = length };
            ReadOnlySpan<PacketPart> parts = packet.Parts.Length == 1
                ? new ReadOnlySpan<PacketPart>(in whole)
                : _parts.Slice(packet.Parts, header.PayloadOffset, length);
            int missing = Math.Max(0, header.StatedPayloadLength - length);
            stream.Segment(target, at, packet.Buffer.Slice(header.PayloadOffset, length), missing, parts);
        }

        if ((header.Flags & TcpFlags.Rst) != 0 || (flow.TcpA.SentFin && flow.TcpB.SentFin && (header.Flags & TcpFlags.Fin) == 0))
        {
            FlushStreams(flow, packet.Clock, batch);
        }

        if (stream.HasHole && !flow.IsWaiting)
        {
            flow.IsWaiting = true;
            _waiting.Add(_table.Newest);
        }
    }

    StreamAssembler StreamOf(FlowRecord flow, Direction direction)
    {
        flow.StreamA ??= new StreamAssembler(_budget);
        flow.StreamB ??= new StreamAssembler(_budget);
        return flow.Stream(direction)!;
    }

    void CheckHoles(FlowRecord flow, long clock, Batch batch)
    {
        flow.StreamA?.CheckTime(new StreamTarget(flow, Direction.FromA, clock, Counters, _parts, batch));
        flow.StreamB?.CheckTime(new StreamTarget(flow, Direction.FromB, clock, Counters, _parts, batch));
    }

    void FlushStreams(FlowRecord flow, long time, Batch batch)
    {
        flow.StreamA?.Flush(new StreamTarget(flow, Direction.FromA, time, Counters, _parts, batch));
        flow.StreamB?.Flush(new StreamTarget(flow, Direction.FromB, time, Counters, _parts, batch));
    }

    void Close(int number, long time, Batch batch)
    {
        FlowRecord flow = _table[number];
        FlowConsumer consumer = flow.Consumer!;
        FlushStreams(flow, time, batch);
        consumer.OnEnd(time, batch);
        if (flow.OriginatorBy == OriginatorBy.Port && consumer.Originator is Direction asked)
        {
            flow.Originator = asked;
            flow.OriginatorBy = OriginatorBy.Protocol;
        }

        if (flow.Ends.Transport is Transport.Icmp or Transport.Icmpv6 && flow.B.Packets == 0)
        {
            flow.Originator = Direction.FromA;
        }

        Flow closed = new() { Phase = FlowPhase.Closed, A = flow.A, B = flow.B, RecognisedBy = consumer.RecognisedBy, Messages = consumer.Messages };
        if (flow.Ends.Transport == Transport.Tcp)
        {
            closed.A.Payload = TcpMachine.Payload(flow.TcpA, flow.TcpB);
            closed.B.Payload = TcpMachine.Payload(flow.TcpB, flow.TcpA);
        }

        closed.State = FlowLifetime.StateOf(flow, closed.A.Payload + closed.B.Payload);
        Span<byte> bytes = stackalloc byte[History.Limit + 1];
        closed.History = batch.Store(bytes[..flow.History.Write(flow.Originator, flow.Originator == Direction.FromB, bytes)]);
        closed.Vlans = batch.Store(bytes[..flow.Vlans.Write(bytes)]);
        closed.Protocols = batch.AddNames(consumer.Protocols);
        Emit(flow, ref closed, batch);
        flow.Consumer = null;
        _consumers.Push(consumer);
        if (flow.IsWaiting)
        {
            flow.IsWaiting = false;
            _waiting.Remove(number);
        }

        flow.StreamA?.Begin();
        flow.StreamB?.Begin();
        _table.Remove(number);
    }

    static void Emit(FlowRecord flow, ref Flow observation, Batch batch)
    {
        Observations.Evidence first = new() { Flow = flow.Ends.Id, Direction = Direction.FromA, First = flow.FirstPacket, Last = flow.FirstPacket };
        observation.Id = flow.Ends.Id;
        observation.Evidence = batch.AddEvidence(first);
        observation.Transport = flow.Ends.Transport;
        observation.IpProtocol = flow.Ends.IpProtocol;
        observation.EtherType = flow.Ends.EtherType;
        observation.Originator = flow.Originator;
        observation.OriginatorBy = flow.OriginatorBy;
        observation.First = flow.First;
        observation.Last = flow.Last;
        batch.Add(observation);
    }
}
