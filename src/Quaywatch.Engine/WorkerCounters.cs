namespace Quaywatch.Engine;

/// <summary>What a walk over the packets counts, the same in every worker.</summary>
sealed class WorkerCounters
{
    /// <summary>Packets.</summary>
    public long Packets { get; set; }

    /// <summary>Bytes on the wire.</summary>
    public long Bytes { get; set; }

    /// <summary>Packets of which the capture holds only the beginning.</summary>
    public long Truncated { get; set; }

    /// <summary>Fragments.</summary>
    public long Fragments { get; set; }

    /// <summary>Earliest packet time; <see cref="long.MaxValue"/> without one.</summary>
    public long First { get; set; } = long.MaxValue;

    /// <summary>Latest packet time; <see cref="long.MinValue"/> without one.</summary>
    public long Last { get; set; } = long.MinValue;
}
