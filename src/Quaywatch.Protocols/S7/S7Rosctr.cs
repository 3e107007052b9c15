namespace Quaywatch.Protocols.S7;

/// <summary>Remote operating service control: what kind of PDU this is. Wireshark, packet-s7comm.c, rosctr_names.</summary>
public enum S7Rosctr : byte
{
    /// <summary>Not set.</summary>
    None = 0,

    /// <summary>A request.</summary>
    Job = 1,

    /// <summary>An answer without content; in practice a refusal.</summary>
    Ack = 2,

    /// <summary>An answer with content.</summary>
    AckData = 3,

    /// <summary>A request, an answer or an announcement of the extended services (PG, cyclic, blocks, SZL, time ...).</summary>
    Userdata = 7,
}
