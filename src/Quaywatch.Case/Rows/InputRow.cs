namespace Quaywatch.Case.Rows;

/// <summary>One capture that was read.</summary>
public sealed record InputRow
{
    /// <summary>Number of the input, from 1: the first of each pair in `seen_in`.</summary>
    public required int Input { get; init; }

    /// <summary>Base name; in a folder the path below it, with `/`.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the file as given (compressed, if it is).</summary>
    public string? Sha256 { get; init; }

    /// <summary>Size of the file as given, in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>Format of the capture: `pcap`, `pcapng`; with `.gz` when compressed.</summary>
    public string? Format { get; init; }

    /// <summary>Link types in it, by name, in the order in which they were met.</summary>
    public IReadOnlyList<string> LinkTypes { get; init; } = [];

    /// <summary>Number of packets.</summary>
    public long Packets { get; init; }

    /// <summary>Earliest packet.</summary>
    public Timestamp? First { get; init; }

    /// <summary>Latest packet.</summary>
    public Timestamp? Last { get; init; }

    /// <summary>What was wrong with the file or its packets (`cut-short`, `time-absurd`, ...), each with its count.</summary>
    public IReadOnlyList<NamedCount> Anomalies { get; init; } = [];
}
