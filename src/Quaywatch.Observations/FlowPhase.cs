namespace Quaywatch.Observations;

/// <summary>What a <see cref="Flow"/> observation says.</summary>
public enum FlowPhase : byte
{
    /// <summary>The first packet was seen; addresses and ports are known, counters are not.</summary>
    Opened,

    /// <summary>The conversation ended, timed out, was let go, or the input ended: everything is known.</summary>
    Closed,
}
