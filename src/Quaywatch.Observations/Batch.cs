namespace Quaywatch.Observations;

/// <summary>The observations of one block of input and one shard. Structs and slices of one arena, so that nothing is allocated
/// for an observation that nobody keeps; an analyzer that keeps bytes copies them. Cleared and used again.</summary>
public sealed class Batch
{
    readonly PooledList<BatchEntry> _entries = new();
    readonly PooledList<Evidence> _evidence = new();
    readonly PooledList<PacketPart> _parts = new();
    readonly PooledList<byte> _arena = new();
    readonly PooledList<string> _names = new();

    /// <summary>The number of the packet that is being worked on, over the whole input; set by the engine.</summary>
    public long Order { get; set; }

    /// <summary>The input's clock, nanoseconds: packet time that never goes back and follows a step by at most an hour. Time limits
    /// are judged by it, never by the times of packets; set by the engine.</summary>
    public long Clock { get; set; }

    /// <summary>All observations in the order in which they were said.</summary>
    public ReadOnlySpan<BatchEntry> Entries => _entries.Span;

    /// <summary>Conversations.</summary>
    public PooledList<Flow> Flows { get; } = new();

    /// <summary>Identities.</summary>
    public PooledList<Identity> Identities { get; } = new();

    /// <summary>Acts.</summary>
    public PooledList<Act> Acts { get; } = new();

    /// <summary>Samples.</summary>
    public PooledList<Sample> Samples { get; } = new();

    /// <summary>Sessions.</summary>
    public PooledList<Session> Sessions { get; } = new();

    /// <summary>Contents.</summary>
    public PooledList<Content> Contents { get; } = new();

    /// <summary>Look-ups.</summary>
    public PooledList<Lookup> Lookups { get; } = new();

    /// <summary>Anomalies.</summary>
    public PooledList<Anomaly> Anomalies { get; } = new();

    /// <summary>Adds a conversation's opening or closing.</summary>
    public void Add(in Flow flow) => Enter(ObservationKind.Flow, Flows.Add(flow));

    /// <summary>Adds an identity.</summary>
    public void Add(in Identity identity) => Enter(ObservationKind.Identity, Identities.Add(identity));

    /// <summary>Adds an act.</summary>
    public void Add(in Act act) => Enter(ObservationKind.Act, Acts.Add(act));

    /// <summary>Adds a sample.</summary>
    public void Add(in Sample sample) => Enter(ObservationKind.Sample, Samples.Add(sample));

    /// <summary>Adds a session.</summary>
    public void Add(in Session session) => Enter(ObservationKind.Session, Sessions.Add(session));

    /// <summary>Adds a content.</summary>
    public void Add(in Content content) => Enter(ObservationKind.Content, Contents.Add(content));

    /// <summary>Adds a look-up.</summary>
    public void Add(in Lookup lookup) => Enter(ObservationKind.Lookup, Lookups.Add(lookup));

    /// <summary>Adds an anomaly.</summary>
    public void Add(in Anomaly anomaly) => Enter(ObservationKind.Anomaly, Anomalies.Add(anomaly));

    /// <summary>Copies bytes into the arena.</summary>
    public Slice Store(ReadOnlySpan<byte> bytes) => new(_arena.AddRange(bytes), bytes.Length);

    /// <summary>The bytes of a slice; valid until the next <see cref="Store"/>.</summary>
    public ReadOnlySpan<byte> Bytes(Slice slice) => _arena.Span.Slice(slice.Offset, slice.Length);

    /// <summary>A slice as text.</summary>
    public string Text(Slice slice) => NetworkText.Decode(Bytes(slice));

    /// <summary>Adds evidence and returns its number.</summary>
    public int AddEvidence(in Evidence evidence) => _evidence.Add(evidence);

    /// <summary>The evidence of that number.</summary>
    public ref readonly Evidence EvidenceAt(int number) => ref _evidence[number];

    /// <summary>Adds packet parts for <see cref="Evidence.Middle"/>.</summary>
    public Slice AddParts(ReadOnlySpan<PacketPart> parts) => new(_parts.AddRange(parts), parts.Length);

    /// <summary>The packet parts of a slice.</summary>
    public ReadOnlySpan<PacketPart> Parts(Slice slice) => _parts.Span.Slice(slice.Offset, slice.Length);

    /// <summary>Adds names for <see cref="Flow.Protocols"/>.</summary>
    public Slice AddNames(ReadOnlySpan<string> names) => new(_names.AddRange(names), names.Length);

    /// <summary>The names of a slice.</summary>
    public ReadOnlySpan<string> Names(Slice slice) => _names.Span.Slice(slice.Offset, slice.Length);

    /// <summary>Forgets everything but keeps the room.</summary>
    public void Clear()
    {
        _entries.Clear();
        _evidence.Clear();
        _parts.Clear();
        _arena.Clear();
        _names.Clear();
        Flows.Clear();
        Identities.Clear();
        Acts.Clear();
        Samples.Clear();
        Sessions.Clear();
        Contents.Clear();
        Lookups.Clear();
        Anomalies.Clear();
    }

    void Enter(ObservationKind kind, int index) => _entries.Add(new BatchEntry(Order, kind, index));
}
