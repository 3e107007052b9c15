namespace Quaywatch.Observations;

/// <summary>What a <see cref="Content"/> observation says.</summary>
public enum ContentPhase : byte
{
    /// <summary>A body begins.</summary>
    Begin,

    /// <summary>A part of it, in order.</summary>
    Part,

    /// <summary>It is complete.</summary>
    Complete,

    /// <summary>It ended early: a gap, a limit, the end of the input.</summary>
    Cut,
}
