namespace Quaywatch.Case.Rows;

/// <summary>A name and how often it happened.</summary>
public sealed record NamedCount
{
    /// <summary>What was counted.</summary>
    public required string Name { get; init; }

    /// <summary>How often.</summary>
    public required long Count { get; init; }
}
