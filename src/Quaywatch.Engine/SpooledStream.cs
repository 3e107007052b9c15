using Quaywatch.Case;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine;

/// <summary>A pipe that is kept while it is read, so that its packets can be read again for evidence. What is read before the case
/// has a place (the first bytes, by which the format is told) waits in memory.</summary>
/// <param name="pipe">The pipe; disposed with this stream.</param>
public sealed class SpooledStream(Stream pipe) : ForwardStream
{
    /// <summary>The number in the copy's name: inputs are numbered from 1.</summary>
    internal const int Number = 0;

    MemoryStream? _early = new();
    Stream? _copy;

    /// <summary>Where the copy will lie while the case is made.</summary>
    /// <param name="folder">The case.</param>
    public static string PathIn(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Path.Combine(full + CaseLayout.PartialSuffix, CaseLayout.SpoolOf(Number));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int got = pipe.Read(buffer);
        ((Stream?)_early ?? _copy)?.Write(buffer[..got]);
        if (got == 0)
        {
            _copy?.Flush();
        }

        return got;
    }

    /// <summary>Keeps everything there from now on, and what was read before.</summary>
    internal void KeepIn(Stream copy)
    {
        _early?.WriteTo(copy);
        _early?.Dispose();
        _early = null;
        _copy = copy;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // The copy is the case writer's, who has closed it by now; it was flushed when the pipe ended.
            _early?.Dispose();
            pipe.Dispose();
        }

        base.Dispose(disposing);
    }
}
