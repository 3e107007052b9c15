namespace Quaywatch.Wire.Link;

/// <summary>What is wrong with the headers of a frame; each is counted, none is a reason to drop the frame by itself.</summary>
[Flags]
public enum HeaderFaults : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A header is cut by the capture's snap length, or the frame ends within it.</summary>
    Truncated = 1,

    /// <summary>A length or field that cannot be.</summary>
    Malformed = 2,

    /// <summary>The IPv4 header checksum is wrong.</summary>
    IpChecksum = 4,

    /// <summary>The TCP, UDP or ICMP checksum is wrong.</summary>
    TransportChecksum = 8,

    /// <summary>The packet is longer than what was captured of it.</summary>
    Cut = 16,
}
