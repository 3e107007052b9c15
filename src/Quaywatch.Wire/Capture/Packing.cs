namespace Quaywatch.Wire.Capture;

/// <summary>How a file is compressed.</summary>
enum Packing
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>gzip, RFC 1952.</summary>
    Gzip,

    /// <summary>zstd, RFC 8878.</summary>
    Zstd,
}
