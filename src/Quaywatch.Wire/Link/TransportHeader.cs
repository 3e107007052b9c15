using Quaywatch.Observations;

namespace Quaywatch.Wire.Link;

/// <summary>TCP, UDP, ICMP or SCTP header of one packet. Offsets count from the first byte of the buffer that holds it: the frame,
/// or the reassembled packet.</summary>
public struct TransportHeader
{
    /// <summary>Which transport; <see cref="Observations.Transport.Ip"/> where it has no header that is known here.</summary>
    public Transport Kind;

    /// <summary>Sender's port; for ICMP the type.</summary>
    public ushort SourcePort;

    /// <summary>Receiver's port; for ICMP the code.</summary>
    public ushort DestinationPort;

    /// <summary>Where the payload begins.</summary>
    public int PayloadOffset;

    /// <summary>Payload bytes that were captured.</summary>
    public int PayloadLength;

    /// <summary>Payload bytes that the headers state; more than <see cref="PayloadLength"/> where the snap length cut.</summary>
    public int StatedPayloadLength;

    /// <summary>TCP sequence number.</summary>
    public uint Sequence;

    /// <summary>TCP acknowledgement number.</summary>
    public uint Acknowledgement;

    /// <summary>TCP window, unscaled.</summary>
    public ushort Window;

    /// <summary>TCP flags.</summary>
    public TcpFlags Flags;

    /// <summary>Whether ports (type and code) were there, though the header may have been cut behind them.</summary>
    public bool HasPorts;

    /// <summary>Whether a whole header was there.</summary>
    public bool IsWhole;
}
