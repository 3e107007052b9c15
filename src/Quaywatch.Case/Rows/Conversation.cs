namespace Quaywatch.Case.Rows;

/// <summary>`conversations.jsonl`: one conversation: what passed between two ends over one transport, by addresses, ports and
/// tunnel.</summary>
public sealed record Conversation
{
    /// <summary>"C" and 17 characters of base 62, made from input, first packet and key.</summary>
    public required string Uid { get; init; }

    /// <summary>Community ID, version 1: the same in Zeek, Suricata and others.</summary>
    public string? CommunityId { get; set; }

    /// <summary>Transport: `tcp`, `udp`, `icmp`, `ethernet` ...</summary>
    public required string Transport { get; init; }

    /// <summary>All protocols that it spoke, in order.</summary>
    public IReadOnlyList<string> Protocols { get; set; } = [];

    /// <summary>How the protocols are known; absent when there are none.</summary>
    public KnownBy? ProtocolBy { get; set; }

    /// <summary>Who opened it.</summary>
    public required Endpoint Originator { get; set; }

    /// <summary>Who answered, or should have.</summary>
    public required Endpoint Responder { get; set; }

    /// <summary>How it is known who opened it.</summary>
    public OriginatorBy? OriginatorBy { get; set; }

    /// <summary>VLANs in which it was seen, in order.</summary>
    public IReadOnlyList<int> Vlans { get; set; } = [];

    /// <summary>The tunnel it ran in.</summary>
    public string? Tunnel { get; set; }

    /// <summary>First packet.</summary>
    public Timestamp? FirstSeen { get; set; }

    /// <summary>Last packet.</summary>
    public Timestamp? LastSeen { get; set; }

    /// <summary>Packets of the originator.</summary>
    public long OriginatorPackets { get; set; }

    /// <summary>Packets of the responder.</summary>
    public long ResponderPackets { get; set; }

    /// <summary>Bytes of the originator from the network header on, as Zeek counts them.</summary>
    public long OriginatorBytes { get; set; }

    /// <summary>Bytes of the responder from the network header on.</summary>
    public long ResponderBytes { get; set; }

    /// <summary>Bytes of payload of the originator.</summary>
    public long OriginatorPayload { get; set; }

    /// <summary>Bytes of payload of the responder.</summary>
    public long ResponderPayload { get; set; }

    /// <summary>How it began and ended: Zeek's `conn_state` (`SF`, `S0`, `REJ`, `OTH` ...).</summary>
    public string? State { get; set; }

    /// <summary>What happened in it, in order: Zeek's `history`.</summary>
    public string? History { get; set; }

    /// <summary>Holes in its streams.</summary>
    public long Gaps { get; set; }

    /// <summary>Packets that repeated what was sent before.</summary>
    public long Retransmissions { get; set; }

    /// <summary>Zone of the originator, from the site file.</summary>
    public string? OriginatorZone { get; set; }

    /// <summary>Zone of the responder, from the site file.</summary>
    public string? ResponderZone { get; set; }

    /// <summary>Whether one end lies outside the site; absent when that is not known.</summary>
    public bool? LeavesSite { get; set; }

    /// <summary>The server's name as the client asked for it.</summary>
    public string? ServerName { get; set; }

    /// <summary>Fingerprints by kind (`ja4`, `hassh` ...).</summary>
    public IReadOnlyDictionary<string, string>? Fingerprints { get; set; }

    /// <summary>Whether it is encrypted.</summary>
    public Encryption Encrypted { get; set; } = Encryption.Unknown;

    /// <summary>Acts in it, reads included: number by operation.</summary>
    public IReadOnlyDictionary<string, long>? Acts { get; set; }

    /// <summary>Acts in it: number by the protocol's own function name.</summary>
    public IReadOnlyDictionary<string, long>? Functions { get; set; }
}
