namespace Quaywatch.Protocols.Modbus;

/// <summary>The fields of a request after its function code.</summary>
internal static class ModbusDescribeRequest
{
    /// <summary>Describes them.</summary>
    /// <param name="data">Where they are.</param>
    /// <param name="function">The function.</param>
    /// <param name="request">The request; empty where it is too short for its function.</param>
    public static void Describe(FieldCursor data, ModbusFunction function, ModbusRequest request)
    {
        ModbusTable table = ModbusNames.Table(function);
        switch (function)
        {
            case ModbusFunction.ReadCoils:
            case ModbusFunction.ReadDiscreteInputs:
                ModbusDescribeValues.Address(data, "Reference Number", table, "modbus.reference_num");
                data.Number("Bit Count", 2, "modbus.bit_cnt");
                break;
            case ModbusFunction.ReadHoldingRegisters:
            case ModbusFunction.ReadInputRegisters:
                ModbusDescribeValues.Address(data, "Reference Number", table, "modbus.reference_num");
                data.Number("Word Count", 2, "modbus.word_cnt");
                break;
            case ModbusFunction.WriteSingleCoil:
            case ModbusFunction.WriteSingleRegister:
                ModbusDescribeValues.Single(data, table);
                break;
            case ModbusFunction.Diagnostics:
                DescribeDiagnostic(data);
                break;
            case ModbusFunction.WriteMultipleCoils:
                ModbusDescribeValues.Address(data, "Reference Number", table, "modbus.reference_num");
                data.Number("Bit Count", 2, "modbus.bit_cnt");
                data.Number("Byte Count", 1, "modbus.byte_cnt");
                data.Bytes("Data", request.Values.Length, "modbus.data");
                break;
            case ModbusFunction.WriteMultipleRegisters:
                ModbusDescribeValues.Address(data, "Reference Number", table, "modbus.reference_num");
                data.Number("Word Count", 2, "modbus.word_cnt");
                data.Number("Byte Count", 1, "modbus.byte_cnt");
                ModbusDescribeValues.Registers(data, table, request.Values.Length / 2, request.Address);
                break;
            case ModbusFunction.ReadFileRecord:
            case ModbusFunction.WriteFileRecord:
                data.Number("Byte Count", 1, "modbus.byte_cnt");
                ModbusDescribeValues.Groups(data, request.Groups);
                break;
            case ModbusFunction.MaskWriteRegister:
                ModbusDescribeValues.Mask(data);
                break;
            case ModbusFunction.ReadWriteMultipleRegisters:
                ModbusDescribeValues.Address(data, "Read Reference Number", table, "modbus.read_reference_num");
                data.Number("Read Word Count", 2, "modbus.read_word_cnt");
                ModbusDescribeValues.Address(data, "Write Reference Number", table, "modbus.write_reference_num");
                data.Number("Write Word Count", 2, "modbus.write_word_cnt");
                data.Number("Byte Count", 1, "modbus.byte_cnt");
                data.Bytes("Data", request.Values.Length, "modbus.data");
                break;
            case ModbusFunction.ReadFifoQueue:
                ModbusDescribeValues.Address(data, "Reference Number", ModbusTable.HoldingRegisters, "modbus.reference_num");
                break;
            case ModbusFunction.EncapsulatedInterface:
                DescribeInterface(data);
                break;
            default:
                data.Remainder("Data", "modbus.data");
                break;
        }
    }

    static void DescribeDiagnostic(FieldCursor data)
    {
        uint code = data.Number("Diagnostic Code", 2, "modbus.diagnostic_code", v => ModbusNames.Diagnostic((int)v));
        switch (code)
        {
            case ModbusNames.ReturnQueryData:
                data.Remainder("Request Data", "modbus.diagnostic.return_query_data.request");
                break;
            case ModbusNames.RestartCommunications:
                ModbusDescribeValues.RestartOption(data);
                break;
            case ModbusNames.ChangeAsciiDelimiter:
                data.Code("CHAR", 1, "modbus.diagnostic.ascii_input_delimiter");
                break;
            default:
                data.Remainder("Data", "modbus.data");
                break;
        }
    }

    static void DescribeInterface(FieldCursor data)
    {
        if (data.Peek(1) != ModbusNames.DeviceIdentification)
        {
            ModbusDescribeValues.OtherInterface(data);
            return;
        }

        data.Number("MEI type", 1, "modbus.mei", v => ModbusNames.Interface((int)v));
        data.Number("Read Device ID", 1, "modbus.read_device_id", v => ModbusNames.IdentificationLevel((byte)v));
        data.Number("Object ID", 1, "modbus.object_id", v => ModbusNames.ObjectName((byte)v));
    }
}
