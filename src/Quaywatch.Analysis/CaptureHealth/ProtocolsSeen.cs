using Quaywatch.Analysis.Conversations;
using Quaywatch.Analysis.Frame;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.CaptureHealth;

/// <summary>The protocols that were met, those known by port only included. The volume of a conversation counts for each
/// protocol that it spoke.</summary>
internal sealed class ProtocolsSeen(Limits limits) : Analyzer
{
    /// <summary>Protocol names; the contract has fewer.</summary>
    public const int MostProtocols = 512;

    readonly BoundedTable<string, Entry> _protocols = new(MostProtocols, limits, "protocols");
    long _unknownPackets;

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Flow, ObservationKind.Anomaly];

    /// <inheritdoc/>
    public override void On(in Flow flow, in Moment at)
    {
        if (flow.Phase != FlowPhase.Closed)
        {
            return;
        }

        ReadOnlySpan<string> names = at.Batch.Names(flow.Protocols);
        if (names.IsEmpty && flow.A.Payload + flow.B.Payload > 0)
        {
            _unknownPackets += flow.A.Packets + flow.B.Packets;
        }

        foreach (string name in names)
        {
            if (_protocols.GetOrAdd(name, static _ => new Entry()) is { } entry)
            {
                entry.Packets += flow.A.Packets + flow.B.Packets;
                entry.Bytes += flow.A.Bytes + flow.B.Bytes;
                entry.Conversations++;
                entry.Messages += flow.Messages;
                KnownBy by = ConversationNames.Of(flow.RecognisedBy) ?? KnownBy.Port;
                entry.By = by < entry.By ? by : entry.By;
            }
        }
    }

    /// <inheritdoc/>
    public override void On(in Anomaly anomaly, in Moment at)
    {
        if (anomaly.Protocol is { } name && _protocols.GetOrAdd(name, static _ => new Entry()) is { } entry)
        {
            entry.Anomalies++;
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        draft.UnknownProtocolPackets = _unknownPackets;
        draft.Protocols = [.. _protocols.Entries
            .Where(entry => entry.Value.Conversations > 0)
            .OrderByDescending(entry => entry.Value.Packets)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new ProtocolRow
            {
                Name = entry.Key,
                Packets = entry.Value.Packets,
                Bytes = entry.Value.Bytes,
                Conversations = entry.Value.Conversations,
                Messages = entry.Value.By == KnownBy.Port ? null : entry.Value.Messages,
                Anomalies = entry.Value.By == KnownBy.Port ? null : entry.Value.Anomalies,
                By = entry.Value.By,
            })];
    }

    sealed class Entry
    {
        public long Packets { get; set; }

        public long Bytes { get; set; }

        public long Conversations { get; set; }

        public long Messages { get; set; }

        public long Anomalies { get; set; }

        public KnownBy By { get; set; } = KnownBy.Port;
    }
}
