using Quaywatch.Protocols.Modbus;
using static Quaywatch.Protocols.Tests.Modbus.ModbusSamples;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>What the views read, under Wireshark's names.</summary>
static class ModbusFields
{
    public static void Add(List<(string Filter, string Raw)> fields, ModbusRequest read)
    {
        bool isBits = ModbusNames.Table(read.Function) is ModbusTable.Coils or ModbusTable.DiscreteInputs;
        switch (read.Function)
        {
            case (>= ModbusFunction.ReadCoils and <= ModbusFunction.ReadInputRegisters) or ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters:
                fields.Add(("modbus.reference_num", Text(read.Address)));
                fields.Add((isBits ? "modbus.bit_cnt" : "modbus.word_cnt", Text(read.Quantity)));
                break;
            case ModbusFunction.WriteSingleCoil or ModbusFunction.WriteSingleRegister:
                fields.Add(("modbus.reference_num", Text(read.Address)));
                fields.Add(("modbus.data", Convert.ToHexStringLower(read.Values)));
                break;
            case ModbusFunction.Diagnostics:
                fields.Add(("modbus.diagnostic_code", Text(read.Diagnostic)));
                break;
            case ModbusFunction.ReadFileRecord or ModbusFunction.WriteFileRecord:
                AddGroups(fields, read.Groups);
                break;
            case ModbusFunction.MaskWriteRegister:
                fields.Add(("modbus.reference_num", Text(read.Address)));
                fields.Add(("modbus.and_mask", Text(read.AndMask)));
                fields.Add(("modbus.or_mask", Text(read.OrMask)));
                break;
            case ModbusFunction.ReadWriteMultipleRegisters:
                fields.Add(("modbus.read_reference_num", Text(read.Address)));
                fields.Add(("modbus.read_word_cnt", Text(read.Quantity)));
                fields.Add(("modbus.write_reference_num", Text(read.WriteAddress)));
                fields.Add(("modbus.write_word_cnt", Text(read.WriteQuantity)));
                fields.Add(("modbus.data", Convert.ToHexStringLower(read.Values)));
                break;
            case ModbusFunction.ReadFifoQueue:
                fields.Add(("modbus.reference_num", Text(read.Address)));
                break;
            case ModbusFunction.EncapsulatedInterface:
                fields.Add(("modbus.mei", Text(read.Interface)));
                break;
            default:
                break;
        }

        if (read.Function is ModbusFunction.WriteMultipleRegisters)
        {
            AddRegisters(fields, read.Values);
        }
    }

    public static void Add(List<(string Filter, string Raw)> fields, ModbusResponse read)
    {
        bool isBits = ModbusNames.Table(read.Function) is ModbusTable.Coils or ModbusTable.DiscreteInputs;
        switch (read.Function)
        {
            case >= ModbusFunction.ReadCoils and <= ModbusFunction.ReadInputRegisters:
                fields.Add(("modbus.byte_cnt", Text(read.ByteCount)));
                if (!isBits)
                {
                    AddRegisters(fields, read.Values);
                }

                break;
            case ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters:
                fields.Add(("modbus.reference_num", Text(read.Address)));
                fields.Add((isBits ? "modbus.bit_cnt" : "modbus.word_cnt", Text(read.Quantity)));
                break;
            case ModbusFunction.WriteSingleCoil or ModbusFunction.WriteSingleRegister:
                fields.Add(("modbus.reference_num", Text(read.Address)));
                fields.Add(("modbus.data", Convert.ToHexStringLower(read.Values)));
                break;
            case ModbusFunction.Diagnostics:
                fields.Add(("modbus.diagnostic_code", Text(read.Diagnostic)));
                break;
            case ModbusFunction.GetCommEventCounter or ModbusFunction.GetCommEventLog:
                fields.Add(("modbus.ev_status", Text(read.Status)));
                fields.Add(("modbus.ev_count", Text(read.EventCount)));
                break;
            case ModbusFunction.ReadFifoQueue:
                fields.Add(("modbus.byte_cnt_16", Text(read.ByteCount)));
                fields.Add(("modbus.word_cnt", Text(read.FifoCount)));
                fields.Add(("modbus.data", Convert.ToHexStringLower(read.Values)));
                break;
            case ModbusFunction.WriteFileRecord:
                AddGroups(fields, read.Groups);
                break;
            case ModbusFunction.EncapsulatedInterface when read.Interface == ModbusNames.DeviceIdentification:
                fields.Add(("modbus.mei", Text(read.Interface)));
                fields.Add(("modbus.conformity_level", Text(read.Conformity)));
                fields.Add(("modbus.more_follows", Text(read.MoreFollows)));
                fields.Add(("modbus.num_objects", Text(read.ObjectCount)));
                ModbusObjects objects = read.Objects;
                while (objects.MoveNext())
                {
                    fields.Add(("modbus.object_id", Text(objects.Id)));
                }

                break;
            default:
                break;
        }
    }

    static void AddRegisters(List<(string Filter, string Raw)> fields, ReadOnlySpan<byte> values)
    {
        for (int i = 0; i + 1 < values.Length; i += 2)
        {
            fields.Add(("modbus.regval_uint16", Text((values[i] << 8) | values[i + 1])));
        }
    }

    static void AddGroups(List<(string Filter, string Raw)> fields, ModbusFileGroups groups)
    {
        while (groups.MoveNext())
        {
            fields.Add(("modbus.reference_type", Text(groups.ReferenceType)));
            fields.Add(("modbus.reference_num_32", Text((groups.File << 16) | groups.Record)));
            fields.Add(("modbus.word_cnt", Text(groups.Words)));
        }
    }
}
