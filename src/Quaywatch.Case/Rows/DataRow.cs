namespace Quaywatch.Case.Rows;

/// <summary>A list or table that statements of the case stand on.</summary>
public sealed record DataRow
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The day it was made or fetched, `2026-11-24`.</summary>
    public string? Date { get; init; }

    /// <summary>SHA-256 of it.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Number of its rows.</summary>
    public long? Rows { get; init; }
}
