namespace Quaywatch.Observations;

/// <summary>One end of a conversation and what it sent.</summary>
public struct FlowSide
{
    /// <summary>The MAC address it sent from, or to which the other side sent; none without Ethernet.</summary>
    public MacAddress Mac;

    /// <summary>Its IP address; none without IP.</summary>
    public IpAddress Ip;

    /// <summary>Its port; for ICMP the type (side A) and its counterpart or the code (side B), as Zeek has it.</summary>
    public ushort Port;

    /// <summary>Packets that it sent.</summary>
    public long Packets;

    /// <summary>Bytes that it sent, with IP headers (without IP: whole frames), by the lengths that the headers state.</summary>
    public long Bytes;

    /// <summary>Bytes of payload that it sent; for TCP by sequence numbers, so that nothing counts twice.</summary>
    public long Payload;

    /// <summary>Times that a stretch of its stream was missing.</summary>
    public int Gaps;

    /// <summary>Bytes of its stream that were missing.</summary>
    public long GapBytes;

    /// <summary>Packets that sent again what had been seen.</summary>
    public int Retransmissions;
}
