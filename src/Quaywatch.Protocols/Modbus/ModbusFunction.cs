namespace Quaywatch.Protocols.Modbus;

/// <summary>The public function codes. Modbus Application Protocol V1.1b3, section 5.1; UMAS is Schneider Electric's own.</summary>
public enum ModbusFunction : byte
{
    /// <summary>No function: the code may not be used.</summary>
    None = 0,

    /// <summary>Reads outputs, one bit each.</summary>
    ReadCoils = 1,

    /// <summary>Reads inputs, one bit each.</summary>
    ReadDiscreteInputs = 2,

    /// <summary>Reads holding registers.</summary>
    ReadHoldingRegisters = 3,

    /// <summary>Reads input registers.</summary>
    ReadInputRegisters = 4,

    /// <summary>Sets one output on or off.</summary>
    WriteSingleCoil = 5,

    /// <summary>Writes one holding register.</summary>
    WriteSingleRegister = 6,

    /// <summary>Reads eight exception status outputs, whose meaning is the device's own.</summary>
    ReadExceptionStatus = 7,

    /// <summary>Tests and counters of the serial line, by sub-function; also restart and listen only mode.</summary>
    Diagnostics = 8,

    /// <summary>Reads a status word and how many messages succeeded.</summary>
    GetCommEventCounter = 11,

    /// <summary>The same with the last 64 events.</summary>
    GetCommEventLog = 12,

    /// <summary>Sets outputs one after another.</summary>
    WriteMultipleCoils = 15,

    /// <summary>Writes holding registers one after another.</summary>
    WriteMultipleRegisters = 16,

    /// <summary>Asks what the device is and whether it runs.</summary>
    ReportServerId = 17,

    /// <summary>Reads records of files (extended memory).</summary>
    ReadFileRecord = 20,

    /// <summary>Writes records of files (extended memory).</summary>
    WriteFileRecord = 21,

    /// <summary>Changes bits of one holding register.</summary>
    MaskWriteRegister = 22,

    /// <summary>Writes holding registers, then reads holding registers.</summary>
    ReadWriteMultipleRegisters = 23,

    /// <summary>Reads a queue of registers without emptying it.</summary>
    ReadFifoQueue = 24,

    /// <summary>Carries another interface: device identification, CANopen.</summary>
    EncapsulatedInterface = 43,

    /// <summary>UMAS, the engineering protocol of Schneider Electric's Unity controllers.</summary>
    Unity = 90,
}
