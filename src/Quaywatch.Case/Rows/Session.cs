namespace Quaywatch.Case.Rows;

/// <summary>`sessions.jsonl`: who was connected to what, as whom, how well protected.</summary>
public sealed record Session
{
    /// <summary>`S1`, `S2` ... in order of time.</summary>
    public required string Id { get; init; }

    /// <summary>First packet.</summary>
    public Timestamp? FirstSeen { get; set; }

    /// <summary>Last packet.</summary>
    public Timestamp? LastSeen { get; set; }

    /// <summary>What it is.</summary>
    public required SessionKind Kind { get; set; }

    /// <summary>Who opened it.</summary>
    public required Endpoint Client { get; set; }

    /// <summary>Who was asked.</summary>
    public required Endpoint Server { get; set; }

    /// <summary>User, when it was readable.</summary>
    public string? UserName { get; set; }

    /// <summary>Whether the user proved who he is.</summary>
    public Authenticated Authenticated { get; set; } = Authenticated.Unknown;

    /// <summary>How well it is protected.</summary>
    public required Protection Protection { get; set; }

    /// <summary>What else the protocol says of it: connection resource, rack and slot, policy, version.</summary>
    public string? Detail { get; set; }

    /// <summary>`uid` of the conversation.</summary>
    public string? Uid { get; set; }

    /// <summary>Packets that show it.</summary>
    public IReadOnlyList<Seen> SeenIn { get; set; } = [];
}
