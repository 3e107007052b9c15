namespace Quaywatch.Observations;

/// <summary>A stretch of bytes in the arena of the <see cref="Batch"/> that carries the observation.</summary>
/// <param name="Offset">Where it begins in the arena.</param>
/// <param name="Length">Its length in bytes; 0 means that there is nothing.</param>
public readonly record struct Slice(int Offset, int Length)
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Length == 0;
}
