using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Frame;

/// <summary>One end of a conversation by its addresses, as seen on the wire.</summary>
/// <param name="Mac">Its MAC address, or the router's before it; none without Ethernet.</param>
/// <param name="Ip">Its IP address; none without IP.</param>
/// <param name="Port">Its port; -1 where the transport has none.</param>
internal readonly record struct End(MacAddress Mac, IpAddress Ip, int Port = -1) : IComparable<End>
{
    /// <summary>The host at this end: without the port, and without addresses that name a group or nobody (0.0.0.0 while DHCP
    /// asks, a unicast IP packet sent to a multicast MAC). Nothing remains of a multicast or broadcast end. Loopback addresses
    /// are hosts: a capture of one computer's loopback has no others.</summary>
    public End Host => Ip.IsMulticast || Ip.IsBroadcast
        ? default
        : new(Mac.IsGroup ? default : Mac, Ip.IsUnspecified ? default : Ip);

    /// <summary>The same end by its IP address alone, by its MAC address only where it has none: the host that is meant, whatever
    /// router stands before it.</summary>
    public End ByAddress => Ip.IsNone ? new(Mac, default) : new(default, Ip);

    /// <summary>Whether there is neither address.</summary>
    public bool IsNone => Mac.IsNone && Ip.IsNone;

    /// <summary>IP address, else MAC address, else empty: the name that the tap's place does not change.</summary>
    public string Text => !Ip.IsNone ? Ip.ToString() : Mac.IsNone ? "" : Mac.ToString();

    /// <inheritdoc/>
    public int CompareTo(End other)
    {
        int order = Ip.CompareTo(other.Ip);
        order = order != 0 ? order : Mac.CompareTo(other.Mac);
        return order != 0 ? order : Port.CompareTo(other.Port);
    }

    /// <summary>As an endpoint of a row, without device and name, which are known at the end of the input.</summary>
    public Endpoint Row() => new()
    {
        Ip = Ip.IsNone ? null : Ip.ToString(),
        Mac = Mac.IsNone ? null : Mac.ToString(),
        Port = Port < 0 ? null : Port,
    };
}
