namespace Quaywatch.Wire.Capture;

/// <summary>A stream that cannot be rewound, with the bytes that were already taken from it in front again.</summary>
sealed class HeadedStream(byte[] head, Stream rest) : ForwardStream
{
    int _at;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_at == head.Length)
        {
            return rest.Read(buffer);
        }

        int step = Math.Min(buffer.Length, head.Length - _at);
        head.AsSpan(_at, step).CopyTo(buffer);
        _at += step;
        return step;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
