using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Wire.Streams;

/// <summary>Where a stream's bytes, gaps and anomalies go.</summary>
readonly ref struct StreamTarget
{
    readonly FlowRecord _flow;
    readonly Direction _direction;
    readonly Batch _batch;
    readonly PartBuffer _buffer;

    public StreamTarget(FlowRecord flow, Direction direction, long time, WireCounters counters, PartBuffer buffer, Batch batch)
    {
        _flow = flow;
        _direction = direction;
        _batch = batch;
        _buffer = buffer;
        Time = time;
        Counters = counters;
    }

    /// <summary>The input's clock now.</summary>
    public long Time { get; }

    public WireCounters Counters { get; }

    /// <summary>Hands bytes up.</summary>
    public void Deliver(ReadOnlySpan<byte> bytes, ReadOnlySpan<PacketPart> parts) =>
        _flow.Consumer?.OnStream(new Chunk { Bytes = bytes, Parts = parts, Direction = _direction, Time = Time }, _batch);

    /// <summary>Says that bytes are missing.</summary>
    public void Gap(long bytes)
    {
        ref FlowSide side = ref _flow.Side(_direction);
        side.Gaps++;
        side.GapBytes += bytes;
        _flow.History.Scaled(_direction, 'g', side.Gaps);
        _flow.Consumer?.OnGap(_direction, bytes, _batch);
        _batch.Add(new Anomaly { Evidence = -1, Flow = _flow.Ends.Id, Sender = _direction, Kind = AnomalyKind.Gap });
    }

    /// <summary>Says that bytes were sent again with another content.</summary>
    public void Differs(ReadOnlySpan<PacketPart> parts)
    {
        Observations.Evidence evidence = new() { Flow = _flow.Ends.Id, Direction = _direction, First = parts[0], Last = parts[0] };
        _batch.Add(new Anomaly
        {
            Evidence = _batch.AddEvidence(evidence),
            Flow = _flow.Ends.Id,
            Sender = _direction,
            Kind = AnomalyKind.OverlapDiffers,
        });
    }

    /// <summary>The parts without their first bytes.</summary>
    public ReadOnlySpan<PacketPart> Cut(ReadOnlySpan<PacketPart> parts, int bytes) => _buffer.Slice(parts, bytes, int.MaxValue);
}
