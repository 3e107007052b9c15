namespace Quaywatch.Observations;

/// <summary>What a <see cref="Session"/> observation says.</summary>
public enum SessionPhase : byte
{
    /// <summary>It began.</summary>
    Began,

    /// <summary>More became known (negotiated parameters, a login).</summary>
    Continued,

    /// <summary>It ended by the protocol's own words.</summary>
    Ended,
}
