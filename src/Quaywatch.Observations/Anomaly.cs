namespace Quaywatch.Observations;

/// <summary>The bytes broke a rule: which, where.</summary>
public struct Anomaly
{
    /// <summary>Evidence number; -1 where no packet can be named (a gap).</summary>
    public int Evidence;

    /// <summary>The conversation.</summary>
    public FlowId Flow;

    /// <summary>Who sent it.</summary>
    public Direction Sender;

    /// <summary>The protocol, by its name in interface.md; null below protocols.</summary>
    public string? Protocol;

    /// <summary>In which way.</summary>
    public AnomalyKind Kind;

    /// <summary>Which rule, in a few constant words; null where the kind says it.</summary>
    public string? Detail;
}
