namespace Quaywatch.Case.Rows;

/// <summary>`contents.jsonl`: a body that passed: a file, a block of a controller, a message.</summary>
public sealed record ContentRow
{
    /// <summary>`B1`, `B2` ... in order of time.</summary>
    public required string Id { get; init; }

    /// <summary>First packet.</summary>
    public Timestamp? FirstSeen { get; set; }

    /// <summary>Last packet.</summary>
    public Timestamp? LastSeen { get; set; }

    /// <summary>Name that the network gave it.</summary>
    public string? Name { get; set; }

    /// <summary>Media type as the protocol declared it.</summary>
    public string? MediaType { get; set; }

    /// <summary>What its first bytes say that it is.</summary>
    public string? Magic { get; set; }

    /// <summary>Size in bytes, as far as it was seen.</summary>
    public long Size { get; set; }

    /// <summary>SHA-256 of what was seen.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Whether all of it was seen.</summary>
    public bool Complete { get; set; }

    /// <summary>Who sent it.</summary>
    public required Endpoint Source { get; set; }

    /// <summary>Who received it.</summary>
    public required Endpoint Destination { get; set; }

    /// <summary>Protocol.</summary>
    public string? Protocol { get; set; }

    /// <summary>`uid` of the conversation.</summary>
    public string? Uid { get; set; }

    /// <summary>Input of its first packet.</summary>
    public int Input { get; set; }

    /// <summary>Its first packet.</summary>
    public long Packet { get; set; }
}
