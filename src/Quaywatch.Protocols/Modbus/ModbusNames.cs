using System.Globalization;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Modbus;

/// <summary>The tables of Modbus. Sources: [1] Modbus Application Protocol V1.1b3, sections 5 to 7 and Annex A; [2] Modicon Modbus
/// Protocol Reference Guide PI-MBUS-300 Rev. J, for the codes that [1] reserves as in use by "legacy" products. Words as Wireshark
/// 4.0 prints them, where it has one.</summary>
public static class ModbusNames
{
    /// <summary>MEI type of CANopen general reference.</summary>
    public const byte CanOpen = 13;

    /// <summary>MEI type of device identification.</summary>
    public const byte DeviceIdentification = 14;

    /// <summary>Diagnostics: send the data back.</summary>
    public const ushort ReturnQueryData = 0;

    /// <summary>Diagnostics: restart the communication port.</summary>
    public const ushort RestartCommunications = 1;

    /// <summary>Diagnostics: read the diagnostic register.</summary>
    public const ushort ReturnDiagnosticRegister = 2;

    /// <summary>Diagnostics: another end mark for the ASCII transmission.</summary>
    public const ushort ChangeAsciiDelimiter = 3;

    /// <summary>Diagnostics: take no command and answer nothing until restarted.</summary>
    public const ushort ForceListenOnly = 4;

    /// <summary>Exception: accepted, but it will take long.</summary>
    public const byte Acknowledge = 5;

    /// <summary>Exception: the gateway has no way to the unit.</summary>
    public const byte GatewayPathUnavailable = 10;

    /// <summary>Exception: the unit did not answer the gateway.</summary>
    public const byte GatewayTargetFailed = 11;

    static readonly string[] FunctionNames = MakeFunctions();
    static readonly string[] ExceptionNames = MakeExceptions();

    static readonly string?[] DiagnosticNames =
    [
        "Return Query Data", "Restart Communications Option", "Return Diagnostic Register", "Change ASCII Input Delimiter",
        "Force Listen Only Mode", null, null, null, null, null, "Clear Counters and Diagnostic Register",
        "Return Bus Message Count", "Return Bus Communication Error Count", "Return Bus Exception Error Count",
        "Return Slave Message Count", "Return Slave No Response Count", "Return Slave NAK Count", "Return Slave Busy Count",
        "Return Bus Character Overrun Count", null, "Clear Overrun Counter and Flag", "Get/Clear Modbus Plus Statistics",
    ];

    static readonly string[] ObjectNames =
        ["VendorName", "ProductCode", "MajorMinorRevision", "VendorURL", "ProductName", "ModelName", "UserApplicationName"];

    static readonly string[] LevelNames =
    [
        "Basic Device Identification", "Regular Device Identification", "Extended Device Identification", "Specific Identification Object",
    ];

    /// <summary>The function's name; a code that none of the sources names is said by number.</summary>
    public static string Function(ModbusFunction function) => FunctionNames[(byte)function & 0x7f];

    /// <summary>The name of what a message asks: the sub-function's where there is one, else the function's.</summary>
    public static string Asked(ModbusFunction function, int subFunction) => function switch
    {
        ModbusFunction.Diagnostics => Diagnostic(subFunction) ?? "Diagnostics",
        ModbusFunction.EncapsulatedInterface => Interface(subFunction) ?? "Encapsulated Interface Transport",
        _ => Function(function),
    };

    /// <summary>Whether the function has a public form in [1].</summary>
    public static bool IsPublic(ModbusFunction function) =>
        function is (>= ModbusFunction.ReadCoils and <= ModbusFunction.Diagnostics)
            or ModbusFunction.GetCommEventCounter or ModbusFunction.GetCommEventLog
            or (>= ModbusFunction.WriteMultipleCoils and <= ModbusFunction.ReportServerId)
            or (>= ModbusFunction.ReadFileRecord and <= ModbusFunction.ReadFifoQueue)
            or ModbusFunction.EncapsulatedInterface;

    /// <summary>Which memory a function is about.</summary>
    public static ModbusTable Table(ModbusFunction function) => function switch
    {
        ModbusFunction.ReadCoils or ModbusFunction.WriteSingleCoil or ModbusFunction.WriteMultipleCoils => ModbusTable.Coils,
        ModbusFunction.ReadDiscreteInputs => ModbusTable.DiscreteInputs,
        ModbusFunction.ReadInputRegisters => ModbusTable.InputRegisters,
        ModbusFunction.ReadHoldingRegisters or ModbusFunction.WriteSingleRegister or ModbusFunction.WriteMultipleRegisters
            or ModbusFunction.MaskWriteRegister or ModbusFunction.ReadWriteMultipleRegisters => ModbusTable.HoldingRegisters,
        ModbusFunction.ReadFileRecord or ModbusFunction.WriteFileRecord => ModbusTable.File,
        ModbusFunction.ReadFifoQueue => ModbusTable.Fifo,
        _ => ModbusTable.Unit,
    };

    /// <summary>What a function amounts to; for 23, which does two things, the write. A code that nobody has published, and what
    /// is carried but not decoded (CANopen, UMAS), may change the device, so it is not taken for a read.</summary>
    public static Operation Operation(ModbusFunction function, int subFunction) => (int)function switch
    {
        >= 1 and <= 4 or 20 or 24 => Observations.Operation.Read,
        5 or 6 or 15 or 16 or 21 or 22 or 23 => Observations.Operation.Write,
        7 or 10 or 11 or 12 or 14 or 17 or 127 => Observations.Operation.Browse,
        8 => DiagnosticOperation(subFunction),
        19 => Observations.Operation.Reset,
        43 when subFunction == DeviceIdentification => Observations.Operation.Browse,
        125 => Observations.Operation.Firmware,
        _ => Observations.Operation.Other,
    };

    /// <summary>The exception's name; a code that none of the sources names is said by number.</summary>
    public static string Exception(byte code) => ExceptionNames[code];

    /// <summary>Whether the code is an exception in one of the sources.</summary>
    public static bool IsException(byte code) => code is (>= 1 and <= 8) or 10 or 11 or 255;

    /// <summary>The diagnostic sub-function's name; null where it has none.</summary>
    public static string? Diagnostic(int code) => (uint)code < DiagnosticNames.Length ? DiagnosticNames[code] : null;

    /// <summary>Whether the diagnostic sub-function is one of [1].</summary>
    public static bool IsDiagnostic(ushort code) => Diagnostic(code) is not null;

    /// <summary>The name and Wireshark filter of the counter that a diagnostic sub-function answers with; null where it has none.</summary>
    public static (string Name, string Filter)? Counter(int code) => code switch
    {
        10 => ("Clear Counters & Diag Register Echo", "modbus.diagnostic.clear_ctr_diag_reg"),
        11 => ("Total Message Count", "modbus.diagnostic.bus_message_count"),
        12 => ("CRC Error Count", "modbus.diagnostic.bus_comm_error_count"),
        13 => ("Exception Error Count", "modbus.diagnostic.bus_exception_error_count"),
        14 => ("Slave Message Count", "modbus.diagnostic.slave_message_count"),
        15 => ("Slave No Response Count", "modbus.diagnostic.no_slave_response_count"),
        16 => ("Slave NAK Count", "modbus.diagnostic.slave_nak_count"),
        17 => ("Slave Device Busy Count", "modbus.diagnostic.slave_busy_count"),
        18 => ("Slave Character Overrun Count", "modbus.diagnostic.bus_char_overrun_count"),
        _ => null,
    };

    /// <summary>What a restart does with the event log; null where the word has no meaning. [1] 6.8 has 0xff00 for clearing,
    /// Wireshark 0x00ff.</summary>
    public static string? RestartOption(ushort option) => option switch
    {
        0 => "Leave Log",
        0xff00 => "Clear Log",
        _ => null,
    };

    /// <summary>The MEI type's name; null where it has none.</summary>
    public static string? Interface(int type) => type switch
    {
        CanOpen => "CANopen Request/Response",
        DeviceIdentification => "Read Device Identification",
        _ => null,
    };

    /// <summary>The name of an object of device identification; null where it is the device's own.</summary>
    public static string? ObjectName(byte id) => id < ObjectNames.Length ? ObjectNames[id] : null;

    /// <summary>Which identification is asked for; null where the code has no meaning.</summary>
    public static string? IdentificationLevel(byte code) => code is >= 1 and <= 4 ? LevelNames[code - 1] : null;

    /// <summary>Which identification the device can give; null where the code has no meaning.</summary>
    public static string? Conformity(byte code) => code switch
    {
        0x01 => "Basic Device Identification (stream)",
        0x02 => "Regular Device Identification (stream)",
        0x03 => "Extended Device Identification (stream)",
        0x81 => "Basic Device Identification (stream and individual)",
        0x82 => "Regular Device Identification (stream and individual)",
        0x83 => "Extended Device Identification (stream and individual)",
        _ => null,
    };

    static Operation DiagnosticOperation(int code) => code switch
    {
        RestartCommunications => Observations.Operation.Reset,
        ChangeAsciiDelimiter => Observations.Operation.Configure,
        ForceListenOnly => Observations.Operation.Stop,
        0 or 2 or (>= 11 and <= 18) => Observations.Operation.Browse,
        _ => Observations.Operation.Other,
    };

    static string[] MakeFunctions()
    {
        string[] names = new string[128];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = KnownFunction(i) ?? string.Create(CultureInfo.InvariantCulture, $"Function {i}");
        }

        return names;
    }

    static string? KnownFunction(int code) => code switch
    {
        1 => "Read Coils",
        2 => "Read Discrete Inputs",
        3 => "Read Holding Registers",
        4 => "Read Input Registers",
        5 => "Write Single Coil",
        6 => "Write Single Register",
        7 => "Read Exception Status",
        8 => "Diagnostics",
        9 => "Program (484)",
        10 => "Poll (484)",
        11 => "Get Comm. Event Counters",
        12 => "Get Comm. Event Log",
        13 => "Program Controller",
        14 => "Poll Controller",
        15 => "Write Multiple Coils",
        16 => "Write Multiple Registers",
        17 => "Report Slave ID",
        18 => "Program (884/M84)",
        19 => "Reset Comm. Link (884/M84)",
        20 => "Read File Record",
        21 => "Write File Record",
        22 => "Mask Write Register",
        23 => "Read Write Register",
        24 => "Read FIFO Queue",
        40 => "Program (Concept)",
        43 => "Encapsulated Interface Transport",
        90 => "Unity (Schneider)",
        125 => "Firmware Replacement",
        126 => "Program (584/984)",
        127 => "Report Local Address",
        _ => null,
    };

    static string[] MakeExceptions()
    {
        string[] names = new string[256];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = KnownException(i) ?? string.Create(CultureInfo.InvariantCulture, $"Exception {i}");
        }

        return names;
    }

    static string? KnownException(int code) => code switch
    {
        1 => "Illegal function",
        2 => "Illegal data address",
        3 => "Illegal data value",
        4 => "Slave device failure",
        5 => "Acknowledge",
        6 => "Slave device busy",
        7 => "Negative acknowledge",
        8 => "Memory parity error",
        10 => "Gateway path unavailable",
        11 => "Gateway target device failed to respond",
        255 => "Extended exception response",
        _ => null,
    };
}
