namespace Quaywatch.Protocols.Modbus;

/// <summary>How a record of a file is written.</summary>
public enum ModbusFileForm : byte
{
    /// <summary>Asked for: reference type 1, file 2, record 2, words 2.</summary>
    ReadRequest,

    /// <summary>Read: bytes 1, reference type 1, values.</summary>
    ReadResponse,

    /// <summary>Written, and its echo: reference type 1, file 2, record 2, words 2, values.</summary>
    Write,
}
