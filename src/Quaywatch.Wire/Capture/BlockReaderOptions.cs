namespace Quaywatch.Wire.Capture;

/// <summary>How inputs are read.</summary>
public sealed class BlockReaderOptions
{
    /// <summary>Bytes of an input's buffer, a power of two; of 16 KiB and 1 MiB in speed.md the latter was the fastest.</summary>
    public int BufferSize { get; init; } = 1 << 20;

    /// <summary>How many inputs may be open at once; an input beyond waits, which is counted.</summary>
    public int MostOpen { get; init; } = 512;

    /// <summary>Whether each input is hashed as it is read.</summary>
    public bool Hash { get; init; } = true;
}
