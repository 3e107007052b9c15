namespace Quaywatch.Protocols.S7;

/// <summary>The words for block lists, block information and test functions. Source of every table: Wireshark 4.0.17,
/// packet-s7comm.c, by the name of its value string; the wording is kept. Null where a table has no word.</summary>
public static class S7TestNames
{
    /// <summary>Languages of blocks: blocklanguage_names.</summary>
    public static string? Language(byte language) => language switch
    {
        0x00 => "Not defined",
        0x01 => "AWL",
        0x02 => "KOP",
        0x03 => "FUP",
        0x04 => "SCL",
        0x05 => "DB",
        0x06 => "GRAPH",
        0x07 => "SDB",
        0x08 => "CPU-DB",
        0x11 => "SDB (after overall reset)",
        0x12 => "SDB (Routing)",
        0x29 => "ENCRYPT",
        _ => null,
    };

    /// <summary>Types of blocks as a number: subblktype_names.</summary>
    public static string? SubblockType(int type) => type switch
    {
        0x00 => "Not set",
        0x08 => "OB",
        0x0A => "DB",
        0x0B => "SDB",
        0x0C => "FC",
        0x0D => "SFC",
        0x0E => "FB",
        0x0F => "SFB",
        _ => null,
    };

    /// <summary>Protection of a block: blocksecurity_names.</summary>
    public static string? Security(long security) => security switch
    {
        0x00 => "None",
        0x03 => "Know How Protect",
        _ => null,
    };

    /// <summary>Days of the week: weekdaynames.</summary>
    public static string? Weekday(int day) => day switch
    {
        0x0 => "Undefined",
        0x1 => "Sunday",
        0x2 => "Monday",
        0x3 => "Tuesday",
        0x4 => "Wednesday",
        0x5 => "Thursday",
        0x6 => "Friday",
        0x7 => "Saturday",
        _ => null,
    };

    /// <summary>Areas of watched, modified and forced variables: userdata_tis_varstat_area_names.</summary>
    public static string? VariableArea(byte area) => area switch
    {
        0x00 => "MX",
        0x01 => "MB",
        0x02 => "MW",
        0x03 => "MD",
        0x11 => "IB",
        0x10 => "IX",
        0x12 => "IW",
        0x13 => "ID",
        0x20 => "QX",
        0x21 => "QB",
        0x22 => "QW",
        0x23 => "QD",
        0x31 => "PIB",
        0x32 => "PIW",
        0x33 => "PID",
        0x70 => "DBX",
        0x71 => "DBB",
        0x72 => "DBW",
        0x73 => "DBD",
        0x54 => "TIMER",
        0x64 => "COUNTER",
        _ => null,
    };

    /// <summary>How a job is triggered: tis_param2_names.</summary>
    public static string? TriggerType(int type) => type switch
    {
        0x0000 => "Update Monitor Variables / Activate Modify Values",
        0x0001 => "Monitor Variable / Modify Variable",
        0x0002 => "Modify Variable permanent",
        0x0100 => "Force immediately",
        _ => null,
    };

    /// <summary>How often: tis_param3_names.</summary>
    public static string? TriggerFrequency(int frequency) => frequency switch
    {
        0x0000 => "Every cycle (permanent)",
        0x0001 => "Once",
        0x0002 => "Always (force)",
        _ => null,
    };

    /// <summary>Where in the cycle: userdata_varstat_trgevent_names.</summary>
    public static string? TriggerEvent(int trigger) => trigger switch
    {
        0x0000 => "Immediately",
        0x0100 => "System Trigger",
        0x0200 => "System checkpoint main cycle start",
        0x0300 => "System checkpoint main cycle end",
        0x0400 => "Mode transition RUN-STOP",
        0x0500 => "After code address",
        0x0600 => "Code address area",
        0x0601 => "Code address area with call environment",
        0x0700 => "Data address",
        0x0800 => "Data address area",
        0x0900 => "Local data address",
        0x0A00 => "Local data address area",
        0x0B00 => "Range trigger",
        0x0C00 => "Before code address",
        _ => null,
    };

    /// <summary>Units of cyclic services: cycl_interval_timebase_names.</summary>
    public static string? Timebase(byte timebase) => timebase switch
    {
        0x00 => "100 milliseconds",
        0x01 => "1 second",
        0x02 => "10 seconds",
        _ => null,
    };

    /// <summary>Kinds of alarms in a query: alarm_message_query_alarmtype_names.</summary>
    public static string? AlarmType(long type) => type switch
    {
        0x01 => "SCAN",
        0x02 => "ALARM_8",
        0x04 => "ALARM_S",
        _ => null,
    };

    /// <summary>Kinds of queries: alarm_message_querytype_names.</summary>
    public static string? AlarmQuery(byte type) => type switch
    {
        0x01 => "ByAlarmtype",
        0x03 => "ByEventID",
        _ => null,
    };

    /// <summary>Messages that a client asks for: cpu_msgservice_almtype_names.</summary>
    public static string? MessageType(byte type) => type switch
    {
        0x00 => "SCAN_ABORT",
        0x01 => "SCAN_INITIATE",
        0x04 => "ALARM_ABORT",
        0x05 => "ALARM_INITIATE",
        0x08 => "ALARM_S_ABORT",
        0x09 => "ALARM_S_INITIATE",
        _ => null,
    };

    /// <summary>Roots of symbolic addresses: tia1200_var_item_area1_names.</summary>
    public static string? SymbolRoot(int area) => area switch
    {
        0x8A0E => "DB",
        0x0000 => "IQMCT",
        _ => null,
    };

    /// <summary>Areas of symbolic addresses: tia1200_var_item_area2_names.</summary>
    public static string? SymbolArea(int area) => area switch
    {
        0x0050 => "Inputs (I)",
        0x0051 => "Outputs (Q)",
        0x0052 => "Flags (M)",
        0x0053 => "Counter (C)",
        0x0054 => "Timer (T)",
        _ => null,
    };

    /// <summary>Steps of symbolic addresses: tia1200_var_lid_flag_names.</summary>
    public static string? SymbolFlag(int flag) => flag switch
    {
        0x2 => "Encapsulated LID",
        0x3 => "Encapsulated Index",
        0x4 => "Obtain by LID",
        0x5 => "Obtain by Index",
        0x6 => "Part Start Address",
        0x7 => "Part Length",
        _ => null,
    };

    /// <summary>Classes of diagnostic events: cpu_diag_eventid_class_names.</summary>
    public static string? EventClass(int eventClass) => eventClass switch
    {
        0x1 => "Standard OB events",
        0x2 => "Synchronous errors",
        0x3 => "Asynchronous errors",
        0x4 => "Mode transitions",
        0x5 => "Run-time events",
        0x6 => "Communication events",
        0x7 => "Events for fail-safe and fault-tolerant systems",
        0x8 => "Standardized diagnostic data on modules",
        0x9 => "Predefined user events",
        0xA => "Freely definable events",
        0xB => "Freely definable events",
        0xC => "Reserved",
        0xD => "Reserved",
        0xE => "Reserved",
        0xF => "Events for modules other than CPUs",
        _ => null,
    };
}
