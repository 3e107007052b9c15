namespace Quaywatch.Wire.Capture;

/// <summary>Times of packets: nanoseconds since 1970-01-01T00:00:00Z in a signed 64-bit number.</summary>
public static class PacketTime
{
    /// <summary>Stands for "no time": a record that carries none (pcapng's Simple Packet Block).</summary>
    public const long None = long.MinValue;

    /// <summary>Nanoseconds of one second.</summary>
    public const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>2262-01-01T00:00:00Z, the first time that is left out of a case.</summary>
    public const long FirstAbsurd = 9_214_646_400L * NanosecondsPerSecond;

    /// <summary>Whether a time lies outside 1970 to 2261, or is <see cref="None"/>; such a time is never shown and moves no clock.</summary>
    public static bool IsAbsurd(long time) => (ulong)time >= FirstAbsurd;
}
