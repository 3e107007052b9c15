namespace Quaywatch.Protocols.S7;

/// <summary>The first parameter byte of jobs and their answers. Wireshark, packet-s7comm.c, param_functionnames.</summary>
public enum S7Function : byte
{
    /// <summary>CPU services.</summary>
    CpuServices = 0x00,

    /// <summary>Read variables.</summary>
    ReadVar = 0x04,

    /// <summary>Write variables.</summary>
    WriteVar = 0x05,

    /// <summary>The client offers a block.</summary>
    RequestDownload = 0x1A,

    /// <summary>The controller asks the client for the next part of the block.</summary>
    DownloadBlock = 0x1B,

    /// <summary>The controller tells the client that it has the block.</summary>
    DownloadEnded = 0x1C,

    /// <summary>The client asks for a block.</summary>
    StartUpload = 0x1D,

    /// <summary>The client asks for the next part.</summary>
    Upload = 0x1E,

    /// <summary>The client has the block.</summary>
    EndUpload = 0x1F,

    /// <summary>Program invocation: start, activate, delete, compress ...</summary>
    PiService = 0x28,

    /// <summary>Stop the controller.</summary>
    PlcStop = 0x29,

    /// <summary>Agree on PDU size and parallel jobs.</summary>
    SetupCommunication = 0xF0,
}
