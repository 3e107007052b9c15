using Quaywatch.Observations;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Flows;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;

namespace Quaywatch.Engine;

/// <summary>Walks whole blocks, decodes every packet's headers, and takes those of its shards to their conversations. What it finds
/// is in one batch a shard.</summary>
sealed class Worker
{
    /// <summary>The fragment header of IPv6, which the packet made whole does not have.</summary>
    const int Ipv6FragmentHeader = 8;

    readonly FlowShard?[] _shards = new FlowShard?[FlowId.Shards];
    readonly Batch[] _batches;
    readonly int[] _order;
    readonly DuplicateFilter _duplicates = new();
    readonly bool _keepDuplicates;
    readonly TimeWindow _window;
    readonly List<InputFaults> _faults = [];
    readonly FragmentReassembler _fragments = new();
    InputClock _clock;

    /// <summary>A worker that owns the shards named.</summary>
    /// <param name="shards">Its shards, in the order in which their timers run at a block's end; the order must not matter.</param>
    /// <param name="batches">The batches of all 16 shards.</param>
    /// <param name="consumers">Makes, for each shard, what makes the listener of a conversation.</param>
    /// <param name="keepDuplicates">Whether packets that were there twice count twice.</param>
    /// <param name="window">Which packets count, by their time.</param>
    public Worker(IReadOnlyList<int> shards, Batch[] batches, Func<Func<FlowConsumer>> consumers, bool keepDuplicates, TimeWindow window)
    {
        _window = window;
        _keepDuplicates = keepDuplicates;
        _batches = batches;
        _order = [.. shards];
        foreach (int shard in shards)
        {
            _shards[shard] = new FlowShard(shard, consumers());
        }
    }

    /// <summary>What the walk counted.</summary>
    public WorkerCounters Counters { get; } = new();

    /// <summary>Steps of the clock.</summary>
    public long ClockSteps => _clock.Steps;

    /// <summary>Packets that were there twice.</summary>
    public DuplicateFilter Duplicates => _duplicates;

    /// <summary>Fragments.</summary>
    public ref readonly FragmentCounters Fragments => ref _fragments.Counters;

    /// <summary>What is wrong with the packets of the input of that number, from 1.</summary>
    public InputFaults FaultsOf(int input)
    {
        while (_faults.Count < input)
        {
            _faults.Add(new InputFaults());
        }

        return _faults[input - 1];
    }

    /// <summary>Sums of the shards' counters.</summary>
    public WireCounters Wire()
    {
        WireCounters sum = new();
        foreach (int shard in _order)
        {
            sum.Add(_shards[shard]!.Counters);
        }

        return sum;
    }

    /// <summary>Walks a block.</summary>
    public void Take(CaptureBlock block)
    {
        PacketHeaders headers = default;
        BlockCursor cursor = default;
        long last = 0;
        while (block.TryNext(ref cursor, out CapturedPacket packet, out long order))
        {
            last = order;
            if (_window.Holds(packet.Time))
            {
                _clock.Advance(packet.Time);
                Packet(packet, order, ref headers);
            }
        }

        foreach (int shard in _order)
        {
            Batch batch = _batches[shard];
            batch.Order = last;
            batch.Clock = _clock.Now;
            _shards[shard]!.BlockEnd(_clock.Now, batch);
        }
    }

    /// <summary>The input has ended: closes all conversations.</summary>
    public void End(long order)
    {
        _fragments.Finish();
        foreach (int shard in _order)
        {
            Batch batch = _batches[shard];
            batch.Order = order;
            batch.Clock = _clock.Now;
            _shards[shard]!.InputEnd(_clock.Now, batch);
        }
    }

    void Packet(in CapturedPacket packet, long order, ref PacketHeaders headers)
    {
        Count(packet);
        InputFaults faults = FaultsOf(packet.Input);
        ReadOnlySpan<byte> frame = packet.Bytes;
        int onTheWire = packet.OriginalLength;
        if (packet.FrameCheckLength > 0 && frame.Length == packet.OriginalLength && frame.Length > packet.FrameCheckLength)
        {
            frame = frame[..^packet.FrameCheckLength];
            onTheWire -= packet.FrameCheckLength;
        }

        if (!LinkDecoder.TryDecode(frame, packet.LinkType, onTheWire, ref headers))
        {
            faults.Undecoded++;
            return;
        }

        Note(faults, headers.Faults);
        if (!_keepDuplicates && _duplicates.IsDuplicate(frame, headers, _clock.Now))
        {
            return;
        }

        PacketPart whole = new(packet.Time, packet.Offset, packet.Number, packet.Input, 0, frame.Length);
        if (headers.IpVersion != 0 && headers.IsFragment)
        {
            Fragment(packet, frame, whole, order, ref headers);
        }
        else if (headers.IpVersion != 0 && !headers.Transport.IsWhole)
        {
            faults.Undecoded++;
        }
        else if (headers.IpVersion != 0 || !headers.SourceMac.IsNone || !headers.DestinationMac.IsNone)
        {
            FlowPacket flow = new(in headers)
            {
                Buffer = frame,
                Parts = new ReadOnlySpan<PacketPart>(in whole),
                Bytes = headers.IpVersion != 0 ? headers.IpLength : onTheWire,
                Time = packet.Time,
                Clock = _clock.Now,
            };
            Deal(flow, order);
        }
        else
        {
            faults.Undecoded++;
        }
    }

    void Fragment(in CapturedPacket packet, ReadOnlySpan<byte> frame, in PacketPart whole, long order, ref PacketHeaders headers)
    {
        Counters.Fragments++;
        InputFaults faults = FaultsOf(packet.Input);
        int headerLength = headers.TransportOffset - headers.NetworkOffset - (headers.IpVersion == 6 ? Ipv6FragmentHeader : 0);
        if (!_fragments.TryAdd(frame, headers, whole, _clock.Now, out ReassembledPacket made))
        {
            return;
        }

        IpDecoder.DecodeReassembled(made.Bytes, made.Protocol, ref headers);
        Note(faults, headers.Faults);
        if (!headers.Transport.IsWhole)
        {
            faults.Undecoded++;
            return;
        }

        FlowPacket flow = new(in headers)
        {
            Buffer = made.Bytes,
            Parts = made.Parts,
            Bytes = made.Bytes.Length + headerLength,
            Time = packet.Time,
            Clock = _clock.Now,
        };
        Deal(flow, order);
    }

    /// <summary>Takes a packet to its shard: by the pair of its addresses, or of those that an ICMP error quotes.</summary>
    void Deal(in FlowPacket packet, long order)
    {
        ref readonly PacketHeaders headers = ref packet.Headers;
        int shard;
        if (headers.IpVersion == 0)
        {
            shard = FlowKey.ShardOf(new IpAddress(0, (ulong)headers.SourceMac.Value), new IpAddress(headers.EtherType, (ulong)headers.DestinationMac.Value));
        }
        else
        {
            PacketHeaders quoted = default;
            shard = IcmpQuote.IsError(headers.Transport) && IcmpQuote.TryRead(packet.Buffer, headers.Transport, ref quoted)
                ? FlowKey.ShardOf(quoted.SourceIp, quoted.DestinationIp)
                : FlowKey.ShardOf(headers.SourceIp, headers.DestinationIp);
        }

        if (_shards[shard] is { } owned)
        {
            Batch batch = _batches[shard];
            batch.Order = order;
            batch.Clock = packet.Clock;
            owned.Packet(packet, batch);
        }
    }

    void Count(in CapturedPacket packet)
    {
        Counters.Packets++;
        Counters.Bytes += packet.OriginalLength;
        Counters.Truncated += packet.OriginalLength > packet.Bytes.Length ? 1 : 0;
        if (!PacketTime.IsAbsurd(packet.Time))
        {
            Counters.First = Math.Min(Counters.First, packet.Time);
            Counters.Last = Math.Max(Counters.Last, packet.Time);
        }
    }

    static void Note(InputFaults faults, HeaderFaults found)
    {
        if (found == HeaderFaults.None)
        {
            return;
        }

        faults.IpChecksums += (found & HeaderFaults.IpChecksum) != 0 ? 1 : 0;
        faults.TransportChecksums += (found & HeaderFaults.TransportChecksum) != 0 ? 1 : 0;
        faults.Malformed += (found & HeaderFaults.Malformed) != 0 ? 1 : 0;
    }
}
