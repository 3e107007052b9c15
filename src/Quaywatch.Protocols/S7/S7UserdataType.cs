namespace Quaywatch.Protocols.S7;

/// <summary>Which way a userdata PDU goes. Wireshark 4.0, packet-s7comm.c, userdata_type_names.</summary>
public enum S7UserdataType : byte
{
    /// <summary>Sent without being asked each time.</summary>
    Push = 0x0,

    /// <summary>The same from a numerical control.</summary>
    NcPush = 0x3,

    /// <summary>A request.</summary>
    Request = 0x4,

    /// <summary>A request to a numerical control.</summary>
    NcRequest = 0x7,

    /// <summary>A response.</summary>
    Response = 0x8,

    /// <summary>A response of a numerical control.</summary>
    NcResponse = 0xB,
}
