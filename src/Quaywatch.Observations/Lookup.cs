namespace Quaywatch.Observations;

/// <summary>A name was asked for, or a name or address stands for another.</summary>
public struct Lookup
{
    /// <summary>Evidence number.</summary>
    public int Evidence;

    /// <summary>The conversation.</summary>
    public FlowId Flow;

    /// <summary>Who sent it.</summary>
    public Direction Sender;

    /// <summary>The protocol, by its name in interface.md.</summary>
    public string Protocol;

    /// <summary>What is said.</summary>
    public LookupKind Kind;

    /// <summary>The name, without a trailing dot.</summary>
    public Slice Name;

    /// <summary>The other name.</summary>
    public Slice Other;

    /// <summary>The record type's number (DNS), else 0.</summary>
    public ushort Type;

    /// <summary>The IP address.</summary>
    public IpAddress Ip;

    /// <summary>The MAC address.</summary>
    public MacAddress Mac;
}
