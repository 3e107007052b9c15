namespace Quaywatch.Protocols.Iso;

/// <summary>The kinds of TPDU of ISO 8073 / ITU-T X.224, table 8: the upper half of the code byte.
/// Expedited data (1, 2) belongs to other classes.</summary>
public enum CotpType : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Unit data (connectionless, ISO 8602).</summary>
    UnitData = 0x4,

    /// <summary>Reject.</summary>
    Reject = 0x5,

    /// <summary>Data acknowledgement.</summary>
    Acknowledge = 0x6,

    /// <summary>Error.</summary>
    Error = 0x7,

    /// <summary>Disconnect request.</summary>
    DisconnectRequest = 0x8,

    /// <summary>Disconnect confirm.</summary>
    DisconnectConfirm = 0xC,

    /// <summary>Connection confirm.</summary>
    ConnectionConfirm = 0xD,

    /// <summary>Connection request.</summary>
    ConnectionRequest = 0xE,

    /// <summary>Data.</summary>
    Data = 0xF,
}
