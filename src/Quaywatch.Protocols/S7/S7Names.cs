namespace Quaywatch.Protocols.S7;

/// <summary>The words for the codes of jobs and answers. Source of every table: Wireshark 4.0.17, packet-s7comm.c, by the name of
/// its value string; the wording is kept. Null where a table has no word.</summary>
public static class S7Names
{
    /// <summary>The return code of an item that went well.</summary>
    public const byte Success = 0xFF;

    /// <summary>Kinds of PDU: rosctr_names.</summary>
    public static string? Rosctr(byte rosctr) => rosctr switch
    {
        0x01 => "Job",
        0x02 => "Ack",
        0x03 => "Ack_Data",
        0x07 => "Userdata",
        _ => null,
    };

    /// <summary>Functions of jobs: param_functionnames.</summary>
    public static string? Function(byte function) => function switch
    {
        0x00 => "CPU services",
        0xF0 => "Setup communication",
        0x04 => "Read Var",
        0x05 => "Write Var",
        0x1A => "Request download",
        0x1B => "Download block",
        0x1C => "Download ended",
        0x1D => "Start upload",
        0x1E => "Upload",
        0x1F => "End upload",
        0x28 => "PI-Service",
        0x29 => "PLC Stop",
        _ => null,
    };

    /// <summary>How it went with an item: s7comm_item_return_valuenames.</summary>
    public static string? ReturnCode(byte code) => code switch
    {
        0x00 => "Reserved",
        0x01 => "Hardware error",
        0x03 => "Accessing the object not allowed",
        0x05 => "Invalid address",
        0x06 => "Data type not supported",
        0x07 => "Data type inconsistent",
        0x0A => "Object does not exist",
        0xFF => "Success",
        _ => null,
    };

    /// <summary>Memory areas: item_areanames.</summary>
    public static string? Area(byte area) => area switch
    {
        0x01 => "Data record",
        0x03 => "System info of 200 family",
        0x05 => "System flags of 200 family",
        0x06 => "Analog inputs of 200 family",
        0x07 => "Analog outputs of 200 family",
        0x80 => "Direct peripheral access (P)",
        0x81 => "Inputs (I)",
        0x82 => "Outputs (Q)",
        0x83 => "Flags (M)",
        0x84 => "Data blocks (DB)",
        0x85 => "Instance data blocks (DI)",
        0x86 => "Local data (L)",
        0x87 => "Unknown yet (V)",
        0x1C => "S7 counters (C)",
        0x1D => "S7 timers (T)",
        0x1E => "IEC counters (200 family)",
        0x1F => "IEC timers (200 family)",
        _ => null,
    };

    /// <summary>Syntaxes of items: item_syntaxid_names.</summary>
    public static string? Syntax(byte syntax) => syntax switch
    {
        0x10 => "S7ANY",
        0x13 => "PBC-R_ID",
        0x15 => "ALARM_LOCKFREE",
        0x16 => "ALARM_IND",
        0x19 => "ALARM_ACK",
        0x1A => "ALARM_QUERYREQ",
        0x1C => "NOTIFY_IND",
        0x82 => "NCK",
        0x83 => "NCK_M",
        0x84 => "NCK_I",
        0xA2 => "DRIVEESANY",
        0xB2 => "1200SYM",
        0xB0 => "DBREAD",
        _ => null,
    };

    /// <summary>Types of an item's elements: item_transportsizenames; DATE (9) from the constant beside it.</summary>
    public static string? TransportSize(byte size) => size switch
    {
        0x01 => "BIT",
        0x02 => "BYTE",
        0x03 => "CHAR",
        0x04 => "WORD",
        0x05 => "INT",
        0x06 => "DWORD",
        0x07 => "DINT",
        0x08 => "REAL",
        0x09 => "DATE",
        0x0A => "TOD",
        0x0B => "TIME",
        0x0C => "S5TIME",
        0x0F => "DATE_AND_TIME",
        0x1C => "COUNTER",
        0x1D => "TIMER",
        0x1E => "IEC TIMER",
        0x1F => "IEC COUNTER",
        0x20 => "HS COUNTER",
        _ => null,
    };

    /// <summary>Types of a value: data_transportsizenames.</summary>
    public static string? DataTransportSize(byte size) => size switch
    {
        0x00 => "NULL",
        0x03 => "BIT",
        0x04 => "BYTE/WORD/DWORD",
        0x05 => "INTEGER",
        0x06 => "DINTEGER",
        0x07 => "REAL",
        0x09 => "OCTET STRING",
        0x11 => "NCK ADDRESS1",
        0x12 => "NCK ADDRESS2",
        _ => null,
    };

    /// <summary>Types of blocks, two ASCII characters: blocktype_names.</summary>
    public static string? BlockType(ushort type) => type switch
    {
        0x3038 => "OB",
        0x3041 => "DB",
        0x3042 => "SDB",
        0x3043 => "FC",
        0x3044 => "SFC",
        0x3045 => "FB",
        0x3046 => "SFB",
        _ => null,
    };

    /// <summary>Where a block lies: blocktype_attribute2_names.</summary>
    public static string? FileSystem(byte attribute) => attribute switch
    {
        (byte)'P' => "Passive (copied, but not chained) module",
        (byte)'A' => "Active embedded module",
        (byte)'B' => "Active as well as passive module",
        _ => null,
    };

    /// <summary>What is transferred: blocktype_attribute1_names.</summary>
    public static string? FileIdentifier(byte identifier) => identifier switch
    {
        (byte)'_' => "Complete Module",
        (byte)'$' => "Module header for up-loading",
        _ => null,
    };

    /// <summary>Bits of one element of that transport size (item_transportsizenames); 0 where it is not known.</summary>
    public static int ElementBits(byte transportSize) => transportSize switch
    {
        1 => 1,
        2 or 3 => 8,
        4 or 5 or 9 or 12 or 28 or 29 => 16,
        6 or 7 or 8 or 10 or 11 => 32,
        15 => 64,
        _ => 0,
    };
}
