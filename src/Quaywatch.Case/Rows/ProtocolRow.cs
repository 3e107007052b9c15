namespace Quaywatch.Case.Rows;

/// <summary>One protocol that was met.</summary>
public sealed record ProtocolRow
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Packets that carried it.</summary>
    public long Packets { get; init; }

    /// <summary>Bytes of those packets on the wire.</summary>
    public long Bytes { get; init; }

    /// <summary>Conversations that spoke it.</summary>
    public long Conversations { get; init; }

    /// <summary>Messages decoded; absent when the protocol is known by port only.</summary>
    public long? Messages { get; init; }

    /// <summary>Messages that broke the protocol's rules; absent when it is known by port only.</summary>
    public long? Anomalies { get; init; }

    /// <summary>How it is known.</summary>
    public required KnownBy By { get; init; }
}
