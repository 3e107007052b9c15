using Quaywatch.Observations;

namespace Quaywatch.Wire.Flows;

/// <summary>A conversation's number and its two ends, known from its first packet.</summary>
public struct FlowEnds
{
    /// <summary>The conversation's number.</summary>
    public FlowId Id;

    /// <summary>What carries it.</summary>
    public Transport Transport;

    /// <summary>The IP protocol number; 0 without IP.</summary>
    public byte IpProtocol;

    /// <summary>The EtherType.</summary>
    public ushort EtherType;

    /// <summary>MAC address of side A.</summary>
    public MacAddress MacA;

    /// <summary>MAC address of side B.</summary>
    public MacAddress MacB;

    /// <summary>IP address of side A, the sender of the first packet.</summary>
    public IpAddress IpA;

    /// <summary>IP address of side B.</summary>
    public IpAddress IpB;

    /// <summary>Port of side A.</summary>
    public ushort PortA;

    /// <summary>Port of side B.</summary>
    public ushort PortB;

    /// <summary>The sender's port.</summary>
    public readonly ushort SourcePort(Direction direction) => direction == Direction.FromA ? PortA : PortB;

    /// <summary>The receiver's port.</summary>
    public readonly ushort DestinationPort(Direction direction) => direction == Direction.FromA ? PortB : PortA;
}
