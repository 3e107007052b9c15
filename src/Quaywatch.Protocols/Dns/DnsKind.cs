namespace Quaywatch.Protocols.Dns;

/// <summary>The three protocols that share DNS's message.</summary>
public enum DnsKind : byte
{
    /// <summary>DNS between a client and a server. RFC 1034, 1035.</summary>
    Unicast,

    /// <summary>Multicast DNS: every host answers for itself. RFC 6762.</summary>
    Multicast,

    /// <summary>Link-Local Multicast Name Resolution, Windows' way of the same. RFC 4795.</summary>
    LinkLocal,
}
