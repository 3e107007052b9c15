namespace Quaywatch.Wire.Tests.Capture;

/// <summary>A stream that gives at most so many bytes at once, and cannot seek, as a pipe.</summary>
sealed class ChoppyStream(byte[] bytes, int chunk) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(chunk, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(chunk, count));
}
