using System.Runtime.CompilerServices;

namespace Quaywatch.Wire.Capture;

/// <summary>How much of a frame check sequence was captured.</summary>
static class FrameCheck
{
    /// <summary>A snap length cuts the frame check sequence off first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Captured(int length, int captured, int original) =>
        length == 0 ? (byte)0 : (byte)Math.Clamp(length - (long)(original - captured), 0, Math.Min(length, captured));
}
