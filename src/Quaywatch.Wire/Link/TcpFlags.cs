namespace Quaywatch.Wire.Link;

/// <summary>TCP flags, RFC 9293, section 3.1.</summary>
[Flags]
public enum TcpFlags : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>No more data.</summary>
    Fin = 1,

    /// <summary>Synchronise.</summary>
    Syn = 2,

    /// <summary>Reset.</summary>
    Rst = 4,

    /// <summary>Push.</summary>
    Psh = 8,

    /// <summary>Acknowledgement field is valid.</summary>
    Ack = 16,

    /// <summary>Urgent pointer is valid.</summary>
    Urg = 32,

    /// <summary>ECN echo.</summary>
    Ece = 64,

    /// <summary>Congestion window reduced.</summary>
    Cwr = 128,
}
