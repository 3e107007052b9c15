using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Frame;

/// <summary>One end of a conversation by its addresses, as seen on the wire.</summary>
/// <param name="Mac">Its MAC address, or the router's before it; none without Ethernet.</param>
/// <param name="Ip">Its IP address; none without IP.</param>
/// <param name="Port">Its port; -1 where the transport has none.</param>
internal readonly record struct End(MacAddress Mac, IpAddress Ip, int Port = -1) : IComparable<End>
{
    /// <summary>The same end without its port: what stands for a host.</summary>
    public End Host => this with { Port = -1 };

    /// <summary>IP address, else MAC address, else empty: the name that the tap's place does not change.</summary>
    public string Text => !Ip.IsNone ? Ip.ToString() : Mac.IsNone ? "" : Mac.ToString();

    /// <summary>Whether it names one host, not a group, and not nobody.</summary>
    public bool IsHost => Ip.IsNone
        ? !Mac.IsNone && !Mac.IsGroup
        : !Ip.IsMulticast && !Ip.IsBroadcast && !Ip.IsUnspecified && !Ip.IsLoopback && !Mac.IsGroup;

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
