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

    /// <summary>Packets whose link type is not decoded, or whose headers end too early to say whose they are.</summary>
    public long Undecoded { get; set; }

    /// <summary>Packets with an IPv4 header checksum that is wrong.</summary>
    public long IpChecksums { get; set; }

    /// <summary>Packets with a TCP, UDP or ICMP checksum that is wrong.</summary>
    public long TransportChecksums { get; set; }

    /// <summary>Packets with headers that cannot be.</summary>
    public long Malformed { get; set; }

    /// <summary>Fragments.</summary>
    public long Fragments { get; set; }

    /// <summary>Earliest packet time; <see cref="long.MaxValue"/> without one.</summary>
    public long First { get; set; } = long.MaxValue;

    /// <summary>Latest packet time; <see cref="long.MinValue"/> without one.</summary>
    public long Last { get; set; } = long.MinValue;
}
