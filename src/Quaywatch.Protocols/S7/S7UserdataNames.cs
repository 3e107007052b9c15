namespace Quaywatch.Protocols.S7;

/// <summary>The words for the codes of userdata. Source of every table: Wireshark 4.0.17, packet-s7comm.c, by the name of its
/// value string; the wording is kept. Null where a table has no word.</summary>
public static class S7UserdataNames
{
    /// <summary>Which way it goes: userdata_type_names.</summary>
    public static string? Type(int type) => type switch
    {
        0x0 => "Push",
        0x4 => "Request",
        0x8 => "Response",
        0x3 => "NC Push",
        0x7 => "NC Request",
        0xB => "NC Response",
        _ => null,
    };

    /// <summary>Function groups: userdata_functiongroup_names.</summary>
    public static string? Group(int group) => group switch
    {
        0x0 => "Mode-transition",
        0x1 => "Programmer commands",
        0x2 => "Cyclic services",
        0x3 => "Block functions",
        0x4 => "CPU functions",
        0x5 => "Security",
        0x6 => "PBC BSEND/BRECV",
        0x7 => "Time functions",
        0xF => "NC programming",
        _ => null,
    };

    /// <summary>The function of a group; null where it is not known.</summary>
    public static string? Subfunction(S7Group group, byte subfunction) => group switch
    {
        S7Group.ModeTransition => Mode(subfunction),
        S7Group.Programmer => Programmer(subfunction),
        S7Group.Cyclic => Cyclic(subfunction),
        S7Group.Block => Block(subfunction),
        S7Group.Cpu => Cpu(subfunction),
        S7Group.Security => Security(subfunction),
        S7Group.Time => Time(subfunction),
        S7Group.NcProgramming => NcProgramming(subfunction),
        _ => null,
    };

    /// <summary>Programmer commands, and the functions of their jobs: userdata_prog_subfunc_names.</summary>
    public static string? Programmer(byte subfunction) => subfunction switch
    {
        0x01 => "Block status",
        0x02 => "Variable status",
        0x03 => "Output ISTACK",
        0x04 => "Output BSTACK",
        0x05 => "Output LSTACK",
        0x06 => "Time measurement from to",
        0x07 => "Force selection",
        0x08 => "Modify variable",
        0x09 => "Force",
        0x0A => "Breakpoint",
        0x0B => "Exit HOLD",
        0x0C => "Memory reset",
        0x0D => "Disable job",
        0x0E => "Enable job",
        0x0F => "Delete job",
        0x10 => "Read job list",
        0x11 => "Read job",
        0x12 => "Replace job",
        0x13 => "Block status v2",
        0x16 => "Flash LED",
        _ => null,
    };

    /// <summary>Cyclic services: userdata_cyclic_subfunc_names.</summary>
    public static string? Cyclic(byte subfunction) => subfunction switch
    {
        0x01 => "Cyclic transfer",
        0x04 => "Unsubscribe",
        0x05 => "Change driven transfer",
        0x07 => "Change driven transfer modify",
        0x08 => "RDREC",
        _ => null,
    };

    /// <summary>Block functions: userdata_block_subfunc_names.</summary>
    public static string? Block(byte subfunction) => subfunction switch
    {
        0x01 => "List blocks",
        0x02 => "List blocks of type",
        0x03 => "Get block info",
        _ => null,
    };

    /// <summary>CPU functions: userdata_cpu_subfunc_names.</summary>
    public static string? Cpu(byte subfunction) => subfunction switch
    {
        0x01 => "Read SZL",
        0x02 => "Message service",
        0x03 => "Diagnostic message",
        0x05 => "ALARM_8 indication",
        0x06 => "NOTIFY indication",
        0x07 => "ALARM_8 lock",
        0x08 => "ALARM_8 unlock",
        0x09 => "SCAN indication",
        0x12 => "ALARM_S indication",
        0x11 => "ALARM_SQ indication",
        0x13 => "ALARM query",
        0x0B => "ALARM ack",
        0x0C => "ALARM ack indication",
        0x0D => "ALARM lock indication",
        0x0E => "ALARM unlock indication",
        0x16 => "NOTIFY_8 indication",
        _ => null,
    };

    /// <summary>Security: userdata_sec_subfunc_names; 2 from domain practice (Snap7: clear session password).</summary>
    public static string? Security(byte subfunction) => subfunction switch
    {
        0x01 => "PLC password",
        0x02 => "Clear PLC password",
        _ => null,
    };

    /// <summary>The clock: userdata_time_subfunc_names.</summary>
    public static string? Time(byte subfunction) => subfunction switch
    {
        0x01 => "Read clock",
        0x02 => "Set clock",
        0x03 => "Read clock (following)",
        0x04 => "Set clock",
        _ => null,
    };

    /// <summary>Programs of a numerical control: userdata_ncprg_subfunc_names.</summary>
    public static string? NcProgramming(byte subfunction) => subfunction switch
    {
        0x01 => "Request download",
        0x02 => "Download block",
        0x03 => "Continue download",
        0x04 => "Download ended",
        0x06 => "Start upload",
        0x07 => "Upload",
        0x08 => "Continue upload",
        _ => null,
    };

    /// <summary>Operating modes in a mode transition: modetrans_param_subfunc_names.</summary>
    public static string? Mode(byte mode) => mode switch
    {
        0x00 => "STOP",
        0x01 => "Warm Restart",
        0x02 => "RUN",
        0x03 => "Hot Restart",
        0x04 => "HOLD",
        0x06 => "Cold Restart",
        0x09 => "RUN_R (H-System redundant)",
        0x0B => "LINK-UP",
        0x0C => "UPDATE",
        _ => null,
    };

    /// <summary>Methods.</summary>
    public static string? Method(byte method) => method switch
    {
        0x00 => "Undef",
        0x11 => "Req",
        0x12 => "Res",
        _ => null,
    };
}
