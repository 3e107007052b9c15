using Quaywatch.Case.Rows;

namespace Quaywatch.Engine;

/// <summary>What is wrong with the packets of one input, beside what is wrong with it as a file. None of it drops a packet by
/// itself: a wrong checksum mostly means that the capturing host's card fills it in later.</summary>
sealed class InputFaults
{
    /// <summary>Packets whose link type is not decoded, or whose headers end too early to say whose they are.</summary>
    public long Undecoded { get; set; }

    /// <summary>Packets with headers that cannot be.</summary>
    public long Malformed { get; set; }

    /// <summary>Packets with an IPv4 header checksum that is wrong.</summary>
    public long IpChecksums { get; set; }

    /// <summary>Packets with a TCP, UDP or ICMP checksum that is wrong.</summary>
    public long TransportChecksums { get; set; }

    /// <summary>Those that were met, by the names of `inputs[].anomalies`.</summary>
    public IEnumerable<NamedCount> Met()
    {
        (string Name, long Count)[] all =
        [
            ("packets-undecoded", Undecoded),
            ("headers-malformed", Malformed),
            ("ip-checksums-wrong", IpChecksums),
            ("transport-checksums-wrong", TransportChecksums),
        ];
        return all.Where(fault => fault.Count > 0).Select(fault => new NamedCount { Name = fault.Name, Count = fault.Count });
    }
}
