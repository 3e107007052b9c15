namespace Quaywatch.Cli.Demo;

/// <summary>The clock of the demonstration, in nanoseconds since 1970.</summary>
static class DemoTime
{
    /// <summary>2026-03-02T22:00:00Z.</summary>
    public const long Begin = 1_772_488_800L * Second;

    /// <summary>One second.</summary>
    public const long Second = 1_000_000_000;

    /// <summary>How long a device takes to answer: 3 ms.</summary>
    public const long Answer = 3_000_000;

    /// <summary>How long a packet takes: 0.2 ms.</summary>
    public const long Hop = 200_000;
}
