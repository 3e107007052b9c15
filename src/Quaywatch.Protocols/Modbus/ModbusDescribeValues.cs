using System.Globalization;

namespace Quaywatch.Protocols.Modbus;

/// <summary>The fields that requests and answers share: addresses, coils, registers, records.</summary>
internal static class ModbusDescribeValues
{
    /// <summary>An address from 0, with its reference.</summary>
    public static void Address(FieldCursor data, string name, ModbusTable table, string filter) =>
        data.Number(name, 2, filter, v => ModbusAddresses.Reference(table, v, 1));

    /// <summary>Registers, each with its address; counted from 0 where the first address is not known (-1).</summary>
    public static void Registers(FieldCursor data, ModbusTable table, int count, int firstAddress)
    {
        for (int i = 0; i < count && data.Left >= 2; i++)
        {
            string name = Reference(table, firstAddress, i);
            data.Open("Register", $"{name}: {data.Peek(2)}", 2);
            data.Shown("Register Number", name, 0, "modbus.regnum16", Number(firstAddress, i));
            data.Number("Register Value (UINT16)", 2, "modbus.regval_uint16");
            data.Close();
        }
    }

    /// <summary>Coils or inputs, each with its address, the lowest bit first.</summary>
    public static void Coils(FieldCursor data, ModbusTable table, int count, int firstAddress)
    {
        for (int from = 0; from < count && data.Left > 0; from += 8)
        {
            int here = Math.Min(8, count - from);
            data.Open("Byte", string.Create(CultureInfo.InvariantCulture, $"{here} of {count}"), 1);
            for (int bit = 0; bit < here; bit++)
            {
                string name = Reference(table, firstAddress, from + bit);
                data.Shown("Bit Number", name, 0, "modbus.bitnum", Number(firstAddress, from + bit));
                data.Bits(name, 1, 1u << bit, "modbus.bitval", v => v == 1 ? "on" : "off");
            }

            data.Take(1);
            data.Close();
        }
    }

    /// <summary>The write of one coil or register; the answer repeats it.</summary>
    public static void Single(FieldCursor data, ModbusTable table)
    {
        Address(data, "Reference Number", table, "modbus.reference_num");
        if (data.Left < 2)
        {
            return;
        }

        uint value = data.Peek(2);
        string raw = value.ToString("x4", CultureInfo.InvariantCulture);
        if (table == ModbusTable.HoldingRegisters)
        {
            data.Value("Value", $"{value}", 2, "modbus.data", raw);
            return;
        }

        data.Open("Value", value switch { ModbusLimits.CoilOn => "on", 0 => "off", _ => "not allowed" }, 2, "modbus.data", raw);
        data.Code("State", 1);
        data.Code("Padding", 1, "modbus.padding");
        data.Close();
    }

    /// <summary>The masked write; the answer repeats it.</summary>
    public static void Mask(FieldCursor data)
    {
        Address(data, "Reference Number", ModbusTable.HoldingRegisters, "modbus.reference_num");
        data.Code("AND mask", 2, "modbus.and_mask");
        data.Code("OR mask", 2, "modbus.or_mask");
    }

    /// <summary>What a restart does with the event log; the answer repeats it.</summary>
    public static void RestartOption(FieldCursor data) => data.Code(
        "Restart Communication Option", 2, "modbus.diagnostic.restart_communication_option", v => ModbusNames.RestartOption((ushort)v));

    /// <summary>Records with file and record number; where they are written, the answer repeats them.</summary>
    public static void Groups(FieldCursor data, ModbusFileGroups groups)
    {
        for (int i = 0; groups.MoveNext(); i++)
        {
            data.Open($"Group {i}", $"file {groups.File}, record {groups.Record}", groups.Size);
            data.Number("Reference Type", 1, "modbus.reference_type");
            string reference = $"{data.Peek(4)}";
            data.Open("Reference Number (32 bit)", reference, 4, "modbus.reference_num_32", reference);
            data.Number("File Number", 2);
            data.Number("Record Number", 2);
            data.Close();
            data.Number("Word Count", 2, "modbus.word_cnt");
            data.Bytes("Data", groups.Values.Length, "modbus.data");
            data.Close();
        }
    }

    /// <summary>Another interface than device identification, by request and answer alike.</summary>
    public static void OtherInterface(FieldCursor data)
    {
        if (data.Left == 0)
        {
            return;
        }

        data.Open("Data", $"{data.Left} bytes", data.Left, "modbus.data", Convert.ToHexStringLower(data.Rest));
        data.Number("MEI type", 1, "modbus.mei", v => ModbusNames.Interface((int)v));
        data.Remainder("Telegram");
        data.Close();
    }

    static string Number(int firstAddress, int index) => $"{Math.Max(firstAddress, 0) + index}";

    static string Reference(ModbusTable table, int firstAddress, int index) =>
        firstAddress < 0 ? $"+{index}" : ModbusAddresses.Reference(table, firstAddress + index, 1);
}
