namespace Quaywatch.Protocols.Modbus;

/// <summary>The memories of a unit; the second byte of a target's space. The first five are the leading digits of the reference
/// notation (Modicon Modbus Protocol Reference Guide PI-MBUS-300): 0x coils, 1x inputs, 3x input registers, 4x holding registers,
/// 6x files.</summary>
public enum ModbusTable : byte
{
    /// <summary>Coils: outputs, one bit each.</summary>
    Coils = 0,

    /// <summary>Discrete inputs, one bit each.</summary>
    DiscreteInputs = 1,

    /// <summary>Input registers, 16 bits each.</summary>
    InputRegisters = 3,

    /// <summary>Holding registers, 16 bits each.</summary>
    HoldingRegisters = 4,

    /// <summary>Records of a file, 16 bits each; the space goes on with the file's number.</summary>
    File = 6,

    /// <summary>A queue that hangs on a holding register: its words lie elsewhere.</summary>
    Fifo = 7,

    /// <summary>No memory: the unit itself.</summary>
    Unit = 255,
}
