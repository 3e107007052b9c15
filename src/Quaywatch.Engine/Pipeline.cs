using Quaywatch.Analysis;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Quaywatch.Protocols.Framework;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Flows;
using Quaywatch.Wire.Network;

namespace Quaywatch.Engine;

/// <summary>Blocks in, batches to the analysis in order: the straight line, one thread. The shards are there from the start, so
/// that several workers will give the same case.</summary>
public sealed class Pipeline
{
    readonly BlockReader _reader;
    readonly Action<Batch[]>? _take;
    readonly Worker _worker;
    readonly TimeWindow _window;
    readonly Batch[] _batches = new Batch[FlowId.Shards];

    /// <summary>A pipeline.</summary>
    /// <param name="reader">The inputs.</param>
    /// <param name="analysis">Where observations go; null where only messages are wanted.</param>
    /// <param name="listener">Is shown every message; null where nobody is.</param>
    /// <param name="shardOrder">The order in which shards are served, for the test that it does not matter; null for theirs.</param>
    /// <param name="keepDuplicates">Whether packets that were there twice count twice, for comparison with tools that do so.</param>
    /// <param name="window">Which packets count, by their time.</param>
    public Pipeline(
        BlockReader reader, AnalysisRun? analysis, MessageListener? listener = null, IReadOnlyList<int>? shardOrder = null, bool keepDuplicates = false, TimeWindow window = default)
        : this(reader, analysis is null ? null : batches => analysis.Take(batches), () => Protocols.Framework.Conversation.Factory(listener), shardOrder, keepDuplicates, window)
    {
    }

    /// <summary>A pipeline with other listeners: for the commands that show packets.</summary>
    /// <param name="reader">The inputs.</param>
    /// <param name="take">Is handed the batches of each block; null where nobody wants them.</param>
    /// <param name="consumers">Makes, for each shard, what makes the listener of a conversation.</param>
    /// <param name="shardOrder">The order in which shards are served; null for theirs.</param>
    /// <param name="keepDuplicates">Whether packets that were there twice count twice.</param>
    /// <param name="window">Which packets count, by their time.</param>
    internal Pipeline(
        BlockReader reader, Action<Batch[]>? take, Func<Func<FlowConsumer>> consumers, IReadOnlyList<int>? shardOrder = null, bool keepDuplicates = false, TimeWindow window = default)
    {
        _window = window;
        _reader = reader;
        _take = take;
        for (int i = 0; i < _batches.Length; i++)
        {
            _batches[i] = new Batch();
        }

        _worker = new Worker(shardOrder ?? [.. Enumerable.Range(0, FlowId.Shards)], _batches, consumers, keepDuplicates, window);
    }

    /// <summary>Runs to the end of the input, or until it is cancelled: then what was read is finished.</summary>
    /// <param name="progress">Is told after each block; null where nobody is.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>What was counted.</returns>
    public CaptureFacts Run(Action<RunProgress>? progress, CancellationToken cancellation)
    {
        DroppedMemory dropped = new();
        long packets = 0;
        while (!cancellation.IsCancellationRequested && _reader.TryRead(out CaptureBlock? block))
        {
            packets += block.Packets;
            _worker.Take(block);
            Analyze();
            block.Release();
            dropped.TakeBack();
            progress?.Invoke(new RunProgress(_reader.BytesRead, _reader.BytesTotal, packets));
        }

        _worker.End(packets);
        Analyze();
        return Facts(cancellation.IsCancellationRequested);
    }

    /// <summary>What is wrong with the packets of the input of that number, for `inputs[].anomalies`.</summary>
    public IEnumerable<NamedCount> AnomaliesOf(int input) => _worker.FaultsOf(input).Met();

    void Analyze()
    {
        _take?.Invoke(_batches);
        foreach (Batch batch in _batches)
        {
            batch.Clear();
        }
    }

    CaptureFacts Facts(bool partial)
    {
        WorkerCounters counters = _worker.Counters;
        return new CaptureFacts
        {
            Packets = counters.Packets,
            Bytes = counters.Bytes,
            Duplicates = _worker.Duplicates.Duplicates,
            Truncated = counters.Truncated,
            Fragments = counters.Fragments,
            ClockSteps = _worker.ClockSteps,
            First = counters.First == long.MaxValue ? null : counters.First,
            Last = counters.Last == long.MinValue ? null : counters.Last,
            Partial = partial,
            Filtered = !_window.IsEverything,
            LimitsReached = Limits(),
        };
    }

    List<NamedCount> Limits()
    {
        WireCounters wire = _worker.Wire();
        FragmentCounters fragments = _worker.Fragments;
        (string Name, long Count)[] all =
        [
            ("conversations-evicted", wire.FlowsEvicted),
            ("stream-bytes-let-go", wire.StreamBytesLetGo),
            ("segments-out-of-window", wire.SegmentsOutOfWindow),
            ("duplicates-forgotten", _worker.Duplicates.Forgotten),
            ("fragmented-packets-evicted", fragments.LimitPackets),
            ("fragments-unfinished", fragments.UnfinishedFragments),
        ];
        return [.. all.Where(limit => limit.Count > 0).Select(limit => new NamedCount { Name = limit.Name, Count = limit.Count })];
    }
}
