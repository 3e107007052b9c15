namespace Quaywatch.Wire.Flows;

/// <summary>What one shard counted; the case holds the sum over all shards.</summary>
public sealed class WireCounters
{
    /// <summary>Packets that reached a flow.</summary>
    public long Packets { get; set; }

    /// <summary>Conversations opened.</summary>
    public long Flows { get; set; }

    /// <summary>Conversations that were closed early to make place.</summary>
    public long FlowsEvicted { get; set; }

    /// <summary>Segments whose sequence number no window allows; not believed.</summary>
    public long SegmentsOutOfWindow { get; set; }

    /// <summary>Bytes of streams that found no room behind a hole.</summary>
    public long StreamBytesLetGo { get; set; }

    /// <summary>Adds another shard's figures.</summary>
    public void Add(WireCounters other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Packets += other.Packets;
        Flows += other.Flows;
        FlowsEvicted += other.FlowsEvicted;
        SegmentsOutOfWindow += other.SegmentsOutOfWindow;
        StreamBytesLetGo += other.StreamBytesLetGo;
    }
}
