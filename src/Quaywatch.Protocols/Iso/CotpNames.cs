namespace Quaywatch.Protocols.Iso;

/// <summary>Names of the shared envelope. Sources: ITU-T X.224 (11/95), 13.1 to 13.12; the wording of kinds and causes is
/// Wireshark 4.0's (packet-ositp.c).</summary>
public static class CotpNames
{
    /// <summary>The name of a kind of TPDU.</summary>
    public static string Type(CotpType type) => type switch
    {
        (CotpType)1 => "ED Expedited Data",
        (CotpType)2 => "EA Expedited Data Acknowledgement",
        CotpType.UnitData => "UD Unit Data",
        CotpType.Reject => "RJ Reject",
        CotpType.Acknowledge => "AK Data Acknowledgement",
        CotpType.Error => "ER TPDU Error",
        CotpType.DisconnectRequest => "DR Disconnect Request",
        CotpType.DisconnectConfirm => "DC Disconnect Confirm",
        CotpType.ConnectionConfirm => "CC Connect Confirm",
        CotpType.ConnectionRequest => "CR Connect Request",
        CotpType.Data => "DT Data",
        _ => "Unknown TPDU",
    };

    /// <summary>Why DR disconnects. X.224, 13.5.3.</summary>
    public static string Reason(byte reason) => reason switch
    {
        0 => "Reason not specified",
        1 => "Congestion at TSAP",
        2 => "Session entity not attached to TSAP",
        3 => "Address unknown",
        128 => "Normal Disconnect",
        129 => "Remote transport entity congestion",
        130 => "Connection negotiation failed",
        131 => "Duplicate source reference",
        132 => "Mismatched references",
        133 => "Protocol error",
        135 => "Reference overflow",
        136 => "Connection request refused",
        138 => "Header or parameter length invalid",
        _ => "Unknown disconnect reason",
    };

    /// <summary>Why ER rejects. X.224, 13.12.3.</summary>
    public static string RejectCause(byte cause) => cause switch
    {
        0 => "Reason not specified",
        1 => "Invalid parameter code",
        2 => "Invalid TPDU type",
        3 => "Invalid parameter value",
        _ => "Unknown reject cause",
    };

    /// <summary>The name of a parameter of the variable part; null where it is not known.</summary>
    public static string? Parameter(byte code) => code switch
    {
        0x85 => "Acknowledge time",
        0x86 => "Residual error rate",
        0x87 => "Priority",
        0x88 => "Transit delay",
        0x89 => "Throughput",
        0x8A => "Sequence number",
        0x8B => "Reassignment time",
        0x8C => "Flow control",
        0xC0 => "TPDU size",
        0xC1 => "Calling TSAP",
        0xC2 => "Called TSAP",
        0xC3 => "Checksum",
        0xC4 => "Version",
        0xC5 => "Protection",
        0xC6 => "Additional options",
        0xC7 => "Alternative classes",
        0xE0 => "Additional information",
        0xF0 => "Preferred maximum TPDU size",
        0xF2 => "Inactivity timer",
        _ => null,
    };
}
