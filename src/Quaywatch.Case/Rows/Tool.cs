namespace Quaywatch.Case.Rows;

/// <summary>The program that wrote the case.</summary>
public sealed record Tool
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }
}
