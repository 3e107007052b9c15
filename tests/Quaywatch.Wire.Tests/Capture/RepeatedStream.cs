namespace Quaywatch.Wire.Tests.Capture;

/// <summary>A file that is larger than memory should be: a head, and the same record again and again.</summary>
sealed class RepeatedStream(byte[] head, byte[] record, long repeats) : Stream
{
    long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => head.Length + (record.Length * repeats);

    public override long Position { get => _at; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        ReadOnlySpan<byte> piece = _at < head.Length ? head.AsSpan((int)_at) : record.AsSpan((int)((_at - head.Length) % record.Length));
        int filled = 0;
        while (_at < Length && filled < buffer.Length)
        {
            int step = Math.Min(piece.Length, buffer.Length - filled);
            piece[..step].CopyTo(buffer[filled..]);
            filled += step;
            _at += step;
            piece = record;
        }

        return filled;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
