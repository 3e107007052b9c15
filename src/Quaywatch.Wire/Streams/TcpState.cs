namespace Quaywatch.Wire.Streams;

/// <summary>How far one side of a TCP connection has come, in the words that Zeek's <c>conn_state</c> is made from.</summary>
public enum TcpState : byte
{
    /// <summary>Nothing was seen of this side.</summary>
    Inactive,

    /// <summary>It sent a SYN.</summary>
    SynSent,

    /// <summary>It opened with SYN and ACK; the SYN before was not seen.</summary>
    SynAckSent,

    /// <summary>It was seen, but not from its SYN on.</summary>
    Partial,

    /// <summary>The connection stands.</summary>
    Established,

    /// <summary>It sent FIN.</summary>
    Closed,

    /// <summary>It sent RST.</summary>
    Reset,
}
