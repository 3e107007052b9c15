namespace Quaywatch.Protocols.S7;

/// <summary>Function groups of userdata. Wireshark 4.0, packet-s7comm.c, userdata_functiongroup_names.</summary>
public enum S7Group : byte
{
    /// <summary>The controller tells that its operating mode changes.</summary>
    ModeTransition = 0,

    /// <summary>Programmer commands: test and installation functions.</summary>
    Programmer = 1,

    /// <summary>Cyclic services.</summary>
    Cyclic = 2,

    /// <summary>Block functions.</summary>
    Block = 3,

    /// <summary>CPU functions: system state lists, messages, alarms.</summary>
    Cpu = 4,

    /// <summary>Security: the password.</summary>
    Security = 5,

    /// <summary>Programmable block communication: BSEND and BRECV.</summary>
    BlockSend = 6,

    /// <summary>The clock.</summary>
    Time = 7,

    /// <summary>Programs of a numerical control.</summary>
    NcProgramming = 15,
}
