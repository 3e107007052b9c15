namespace Quaywatch.Protocols.Modbus;

/// <summary>Figures of Modbus Application Protocol V1.1b3 (sections 4.1 and 6) and Messaging on TCP/IP Implementation Guide V1.0b
/// (3.1.3, 4.3.2).</summary>
public static class ModbusLimits
{
    /// <summary>The server's port.</summary>
    public const ushort Port = 502;

    /// <summary>Bytes of the MBAP header before those that its length counts: transaction, protocol, length.</summary>
    public const int Envelope = 6;

    /// <summary>The header with the unit identifier.</summary>
    public const int Header = 7;

    /// <summary>The shortest message: header and function code.</summary>
    public const int LeastMessage = 8;

    /// <summary>The least that the length field can say: unit and function code.</summary>
    public const int LeastLength = 2;

    /// <summary>The most that the length field can say: unit and 253 bytes.</summary>
    public const int MostLength = 254;

    /// <summary>The most for UMAS, which negotiates up to 1,021 bytes of its own; with room for its heads.</summary>
    public const int MostUnityLength = 1_100;

    /// <summary>Coils or inputs of one read.</summary>
    public const int MostBitsRead = 2_000;

    /// <summary>Registers of one read.</summary>
    public const int MostRegistersRead = 125;

    /// <summary>Coils of one write.</summary>
    public const int MostBitsWritten = 1_968;

    /// <summary>Registers of one write.</summary>
    public const int MostRegistersWritten = 123;

    /// <summary>Registers written by function 23.</summary>
    public const int MostRegistersWrittenAndRead = 121;

    /// <summary>Words of a queue.</summary>
    public const int MostFifoWords = 31;

    /// <summary>The highest unit identifier on a serial line; 255 stands for the TCP device itself.</summary>
    public const int HighestUnit = 247;

    /// <summary>The value that switches a coil on; 0 switches it off, no other value is allowed.</summary>
    public const ushort CoilOn = 0xff00;

    /// <summary>The only reference type of a file record.</summary>
    public const byte FileReference = 6;

    /// <summary>Requests of one conversation that are kept until their answers come. The guide expects 1 to 16.</summary>
    public const int MostWaiting = 32;
}
