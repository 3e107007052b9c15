namespace Quaywatch.Wire.Capture;

/// <summary>What tells whether a file is still the one that was read: size and time of the last change.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="ChangedTicks">Last change, UTC, in ticks of 100 ns; compared, never shown.</param>
readonly record struct CaptureIdentity(long Length, long ChangedTicks)
{
    /// <summary>The identity of an open file.</summary>
    public static CaptureIdentity Of(FileStream file) =>
        new(file.CanSeek ? file.Length : 0, File.GetLastWriteTimeUtc(file.SafeFileHandle).Ticks);
}
