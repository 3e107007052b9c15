namespace Quaywatch.Wire.Flows;

/// <summary>How much a shard keeps and for how long, in packet time. The times are Zeek's defaults, so that conversations are cut
/// at the same places.</summary>
public static class FlowLimits
{
    /// <summary>Open conversations in one shard; the one that was idle longest makes place.</summary>
    public const int Flows = 8192;

    /// <summary>TCP without a packet: 5 min, in nanoseconds.</summary>
    public const long TcpIdle = 300_000_000_000;

    /// <summary>Anything else without a packet: 1 min, in nanoseconds.</summary>
    public const long OtherIdle = 60_000_000_000;

    /// <summary>TCP after it has closed, or an attempt without an answer: 5 s, in nanoseconds.</summary>
    public const long Linger = 5_000_000_000;

    /// <summary>How often idle conversations are looked for: 1 s, in nanoseconds.</summary>
    public const long SweepEvery = 1_000_000_000;
}
