using Quaywatch.Wire.Capture;

namespace Quaywatch.Cli.Terminals;

/// <summary>A pipe that ends when the command is interrupted, even if nobody writes to it: a read that waits can't be called back,
/// so another thread waits for it, and is left behind.</summary>
sealed class InterruptedStream(Stream pipe, CancellationToken interrupted) : ForwardStream
{
    readonly byte[] _bytes = new byte[1 << 18];

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int most = Math.Min(buffer.Length, _bytes.Length);
        try
        {
            int got = Task.Run(() => pipe.Read(_bytes, 0, most), interrupted).WaitAsync(interrupted).GetAwaiter().GetResult();
            _bytes.AsSpan(0, got).CopyTo(buffer);
            return got;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            pipe.Dispose();
        }

        base.Dispose(disposing);
    }
}
