namespace Quaywatch.Case.Rows;

/// <summary>The site file that was used.</summary>
public sealed record SiteRow
{
    /// <summary>The site's name.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the site file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The files that the site file names (devices, tag maps), each with its hash.</summary>
    public IReadOnlyList<HashedFile> Files { get; init; } = [];
}
