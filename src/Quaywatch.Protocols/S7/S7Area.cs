namespace Quaywatch.Protocols.S7;

/// <summary>Memory areas of an item. Wireshark, packet-s7comm.c, item_areanames.</summary>
public enum S7Area : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A data record of a module (RDREC).</summary>
    DataRecord = 0x01,

    /// <summary>System information of the 200 family.</summary>
    SystemInfo200 = 0x03,

    /// <summary>System flags of the 200 family.</summary>
    SystemFlags200 = 0x05,

    /// <summary>Analog inputs of the 200 family.</summary>
    AnalogInputs200 = 0x06,

    /// <summary>Analog outputs of the 200 family.</summary>
    AnalogOutputs200 = 0x07,

    /// <summary>Counters.</summary>
    Counters = 0x1C,

    /// <summary>Timers.</summary>
    Timers = 0x1D,

    /// <summary>IEC counters of the 200 family.</summary>
    Counters200 = 0x1E,

    /// <summary>IEC timers of the 200 family.</summary>
    Timers200 = 0x1F,

    /// <summary>Peripheral inputs (read) or outputs (written), past the process image.</summary>
    Peripheral = 0x80,

    /// <summary>Process image of the inputs.</summary>
    Inputs = 0x81,

    /// <summary>Process image of the outputs.</summary>
    Outputs = 0x82,

    /// <summary>Flags (Merker).</summary>
    Flags = 0x83,

    /// <summary>A data block.</summary>
    DataBlock = 0x84,

    /// <summary>An instance data block.</summary>
    InstanceBlock = 0x85,

    /// <summary>Local data.</summary>
    Local = 0x86,

    /// <summary>Local data of the caller.</summary>
    CallerLocal = 0x87,
}
