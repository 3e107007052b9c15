namespace Quaywatch.Observations;

/// <summary>A conversation opened or closed. Made by Wire, not by a parser.</summary>
public struct Flow
{
    /// <summary>Opened or closed.</summary>
    public FlowPhase Phase;

    /// <summary>The conversation's number.</summary>
    public FlowId Id;

    /// <summary>Evidence number of its first packet.</summary>
    public int Evidence;

    /// <summary>What carries it.</summary>
    public Transport Transport;

    /// <summary>The IP protocol number; 0 without IP.</summary>
    public byte IpProtocol;

    /// <summary>The EtherType; for IEEE 802.3 with LLC the two service access points.</summary>
    public ushort EtherType;

    /// <summary>Side A, the sender of the first packet.</summary>
    public FlowSide A;

    /// <summary>Side B.</summary>
    public FlowSide B;

    /// <summary>The side that opened the conversation.</summary>
    public Direction Originator;

    /// <summary>How that is known.</summary>
    public OriginatorBy OriginatorBy;

    /// <summary>Time of the first packet, nanoseconds since 1970.</summary>
    public long First;

    /// <summary>Time of the last packet, nanoseconds since 1970.</summary>
    public long Last;

    /// <summary>Zeek's conn_state; null while open.</summary>
    public string? State;

    /// <summary>Zeek's history, in ASCII.</summary>
    public Slice History;

    /// <summary>VLAN ids seen, ascending, two bytes each, big-endian.</summary>
    public Slice Vlans;

    /// <summary>What it spoke, in the order found: numbers into <see cref="Batch.Names"/>.</summary>
    public Slice Protocols;

    /// <summary>How that is known.</summary>
    public RecognisedBy RecognisedBy;

    /// <summary>Messages that were read.</summary>
    public long Messages;
}
