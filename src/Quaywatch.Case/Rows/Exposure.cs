namespace Quaywatch.Case.Rows;

/// <summary>`exposure.jsonl`: cargo information that someone told someone.</summary>
public sealed record Exposure
{
    /// <summary>`X1`, `X2` ... in order of time.</summary>
    public required string Id { get; init; }

    /// <summary>First packet.</summary>
    public Timestamp? FirstSeen { get; set; }

    /// <summary>Last packet.</summary>
    public Timestamp? LastSeen { get; set; }

    /// <summary>How often.</summary>
    public long Count { get; set; }

    /// <summary>What kind of information.</summary>
    public required ExposedThing What { get; set; }

    /// <summary>Number of containers.</summary>
    public long Containers { get; set; }

    /// <summary>Up to 20 container numbers; all are in `containers.parquet`.</summary>
    public IReadOnlyList<string> ContainerIds { get; set; } = [];

    /// <summary>Which facts were readable.</summary>
    public IReadOnlyList<ExposedFact> Facts { get; set; } = [];

    /// <summary>Places named, as UN/LOCODE.</summary>
    public IReadOnlyList<string> Places { get; set; } = [];

    /// <summary>Who sent it.</summary>
    public required Endpoint Source { get; set; }

    /// <summary>Who received it.</summary>
    public required Endpoint Destination { get; set; }

    /// <summary>Country of the destination's address.</summary>
    public string? Country { get; set; }

    /// <summary>Which border it crossed.</summary>
    public Crossing Crosses { get; set; }

    /// <summary>Protocol.</summary>
    public string? Protocol { get; set; }

    /// <summary>How well it was protected.</summary>
    public Protection Protection { get; set; }

    /// <summary>Whether the site file approves of it; absent without a site file.</summary>
    public bool? Approved { get; set; }

    /// <summary>The line of the site file that approves of it.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>`uid`s of the conversations.</summary>
    public IReadOnlyList<string> Uids { get; set; } = [];

    /// <summary>Ids of the bodies in `contents.jsonl`.</summary>
    public IReadOnlyList<string> Contents { get; set; } = [];

    /// <summary>Packets that show it.</summary>
    public IReadOnlyList<Seen> SeenIn { get; set; } = [];
}
