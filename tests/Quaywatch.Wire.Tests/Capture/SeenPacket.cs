using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Capture;

/// <summary>A packet as it was walked over, copied.</summary>
sealed record SeenPacket(
    long Order, int Input, int Number, long Time, long Offset, int Original, LinkType LinkType, int FrameCheckLength, string Bytes)
{
    public int Captured => Bytes.Length / 2;
}
