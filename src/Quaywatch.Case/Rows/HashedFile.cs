namespace Quaywatch.Case.Rows;

/// <summary>A file and its hash.</summary>
public sealed record HashedFile
{
    /// <summary>Its name, relative, with `/`.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of its bytes.</summary>
    public required string Sha256 { get; init; }
}
