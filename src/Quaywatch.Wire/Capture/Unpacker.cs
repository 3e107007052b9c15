namespace Quaywatch.Wire.Capture;

/// <summary>Unpacks a compressed file. Bytes that were unpacked before a cut or damaged place are delivered, and afterwards it is
/// known what was wrong.</summary>
abstract class Unpacker : ForwardStream
{
    /// <summary>Whether the file ended within its compressed data.</summary>
    public bool IsCut { get; protected set; }

    /// <summary>Whether the compressed data could not be unpacked further, or a checksum was wrong.</summary>
    public bool IsDamaged { get; protected set; }

    /// <summary>What unpacks a file; null where it is not compressed.</summary>
    public static Unpacker? For(Packing packing, GivenBytes given) => packing switch
    {
        Packing.Gzip => new GzipReader(given),
        Packing.Zstd => new ZstdReader(given),
        _ => null,
    };
}
