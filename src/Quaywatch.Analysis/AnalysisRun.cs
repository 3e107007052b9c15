using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis;

/// <summary>The composition of all analyzers over one input: batches in, in packet order, and the rows of the case out at the
/// end. One thread.</summary>
public sealed class AnalysisRun : IDisposable
{
    /// <summary>Open conversations, as many as all shards of the floor below hold together.</summary>
    public const int MostOpenConversations = FlowId.Shards * 8_192;

    readonly AnalysisOptions _options;
    readonly Limits _limits = new();
    readonly Analyzers _analyzers;
    readonly Analyzer[][] _listeners;
    readonly Dictionary<FlowId, OpenConversation> _open = [];
    readonly int[] _heads = new int[FlowId.Shards];
    OpenConversation? _latest;

    /// <summary>Begins a run.</summary>
    public AnalysisRun(AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _analyzers = new Analyzers(options, _limits);
        _listeners = new Analyzer[(int)ObservationKind.Anomaly + 1][];
        for (int kind = 0; kind < _listeners.Length; kind++)
        {
            _listeners[kind] = [.. _analyzers.InOrder.Where(analyzer => analyzer.Listens.Contains((ObservationKind)kind))];
        }
    }

    /// <summary>Takes the batches of one block of input, one for each shard, merged by packet, shard and place in the shard.
    /// Batches may be cleared afterwards.</summary>
    /// <param name="shards">Up to 16 batches; the number in the span is the shard.</param>
    /// <exception cref="ArgumentException">There are more batches than shards.</exception>
    public void Take(ReadOnlySpan<Batch> shards)
    {
        if (shards.Length > FlowId.Shards)
        {
            throw new ArgumentException($"There are {FlowId.Shards} shards.", nameof(shards));
        }

        _heads.AsSpan().Clear();
        while (true)
        {
            // The shard whose head comes first, and how far it may run before another shard's head comes first.
            int first = -1;
            int second = -1;
            for (int i = 0; i < shards.Length; i++)
            {
                if (_heads[i] >= shards[i].Entries.Length)
                {
                    continue;
                }

                if (first < 0 || Head(shards, i) < Head(shards, first))
                {
                    (first, second) = (i, first);
                }
                else if (second < 0 || Head(shards, i) < Head(shards, second))
                {
                    second = i;
                }
            }

            if (first < 0)
            {
                break;
            }

            long until = second < 0 ? long.MaxValue : Head(shards, second);
            bool tiesToo = first < second || second < 0;
            ReadOnlySpan<BatchEntry> entries = shards[first].Entries;
            while (_heads[first] < entries.Length
                && (entries[_heads[first]].Order < until || (tiesToo && entries[_heads[first]].Order == until)))
            {
                Dispatch(shards[first], entries[_heads[first]++]);
            }
        }
    }

    /// <summary>Ends the input and makes the rows.</summary>
    /// <param name="facts">What the floors below have counted.</param>
    public AnalysisResult Finish(CaptureFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Draft draft = new(_options, facts, _limits);
        foreach (Analyzer analyzer in _analyzers.InOrder)
        {
            analyzer.Finish(draft);
        }

        return Results.Of(draft);
    }

    /// <summary>Closes the scratch streams.</summary>
    public void Dispose() => _analyzers.Dispose();

    long Head(ReadOnlySpan<Batch> shards, int shard) => shards[shard].Entries[_heads[shard]].Order;

    void Dispatch(Batch batch, BatchEntry entry)
    {
        Analyzer[] listeners = _listeners[(int)entry.Kind];
        if (entry.Kind == ObservationKind.Flow)
        {
            OnFlow(in batch.Flows[entry.Index], batch, entry.Order, listeners);
        }
        else if (listeners.Length > 0 && Find(FlowOf(batch, entry)) is { } conversation)
        {
            Moment at = new(batch, entry.Order, conversation);
            foreach (Analyzer analyzer in listeners)
            {
                Tell(analyzer, batch, entry, in at);
            }
        }
    }

    void OnFlow(in Flow flow, Batch batch, long order, Analyzer[] listeners)
    {
        if (flow.Phase == FlowPhase.Opened)
        {
            if (_open.Count >= MostOpenConversations)
            {
                _limits.Reached("open-conversations");
                return;
            }

            _latest = new OpenConversation(in flow, batch);
            _open[flow.Id] = _latest;
        }

        if (Find(flow.Id) is not { } conversation)
        {
            return;
        }

        foreach (Analyzer analyzer in listeners)
        {
            analyzer.On(in flow, new Moment(batch, order, conversation));
        }

        if (flow.Phase == FlowPhase.Closed)
        {
            _open.Remove(flow.Id);
            _latest = null;
        }
    }

    // Consecutive observations are mostly of one conversation.
    OpenConversation? Find(FlowId id)
    {
        if (_latest is not null && _latest.Id == id)
        {
            return _latest;
        }

        if (_open.TryGetValue(id, out OpenConversation? conversation))
        {
            _latest = conversation;
            return conversation;
        }

        _limits.Reached("observations-of-unknown-conversations");
        return null;
    }

    static FlowId FlowOf(Batch batch, BatchEntry entry) => entry.Kind switch
    {
        ObservationKind.Identity => batch.Identities[entry.Index].Flow,
        ObservationKind.Act => batch.Acts[entry.Index].Flow,
        ObservationKind.Sample => batch.Samples[entry.Index].Flow,
        ObservationKind.Session => batch.Sessions[entry.Index].Flow,
        ObservationKind.Content => batch.Contents[entry.Index].Flow,
        ObservationKind.Lookup => batch.Lookups[entry.Index].Flow,
        ObservationKind.Anomaly => batch.Anomalies[entry.Index].Flow,
        _ => batch.Flows[entry.Index].Id,
    };

    static void Tell(Analyzer analyzer, Batch batch, BatchEntry entry, in Moment at)
    {
        switch (entry.Kind)
        {
            case ObservationKind.Identity:
                analyzer.On(in batch.Identities[entry.Index], in at);
                break;
            case ObservationKind.Act:
                analyzer.On(in batch.Acts[entry.Index], in at);
                break;
            case ObservationKind.Sample:
                analyzer.On(in batch.Samples[entry.Index], in at);
                break;
            case ObservationKind.Session:
                analyzer.On(in batch.Sessions[entry.Index], in at);
                break;
            case ObservationKind.Content:
                analyzer.On(in batch.Contents[entry.Index], in at);
                break;
            case ObservationKind.Lookup:
                analyzer.On(in batch.Lookups[entry.Index], in at);
                break;
            default:
                analyzer.On(in batch.Anomalies[entry.Index], in at);
                break;
        }
    }
}
