using Quaywatch.Observations;

namespace Quaywatch.Protocols.Modbus;

/// <summary>The fields of an answer after its function code. Addresses are the request's; without it values are counted from 0.</summary>
internal static class ModbusDescribeResponse
{
    /// <summary>An event is a receive event where this bit is set. Modbus Application Protocol V1.1b3, 6.10.</summary>
    const uint ReceiveEvent = 0x80;

    /// <summary>An event without that bit is a send event where this one is set.</summary>
    const uint SendEvent = 0x40;

    /// <summary>Describes them.</summary>
    /// <param name="data">Where they are.</param>
    /// <param name="function">The function.</param>
    /// <param name="answer">The answer; empty where it is too short for its function.</param>
    /// <param name="asked">Its request; empty where that is not known.</param>
    public static void Describe(FieldCursor data, ModbusFunction function, ModbusResponse answer, ModbusRequest asked)
    {
        ModbusTable table = ModbusNames.Table(function);
        int address = asked.IsEmpty ? -1 : asked.Address;
        switch (function)
        {
            case ModbusFunction.ReadCoils:
            case ModbusFunction.ReadDiscreteInputs:
                data.Number("Byte Count", 1, "modbus.byte_cnt");
                int bits = answer.Values.Length * 8;
                ModbusDescribeValues.Coils(data, table, asked.IsEmpty ? bits : Math.Min(bits, asked.Quantity), address);
                break;
            case ModbusFunction.ReadHoldingRegisters:
            case ModbusFunction.ReadInputRegisters:
                data.Number("Byte Count", 1, "modbus.byte_cnt");
                ModbusDescribeValues.Registers(data, table, answer.Values.Length / 2, address);
                break;
            case ModbusFunction.WriteSingleCoil:
            case ModbusFunction.WriteSingleRegister:
                ModbusDescribeValues.Single(data, table);
                break;
            case ModbusFunction.WriteMultipleCoils:
                ModbusDescribeValues.Address(data, "Reference Number", table, "modbus.reference_num");
                data.Number("Bit Count", 2, "modbus.bit_cnt");
                break;
            case ModbusFunction.WriteMultipleRegisters:
                ModbusDescribeValues.Address(data, "Reference Number", table, "modbus.reference_num");
                data.Number("Word Count", 2, "modbus.word_cnt");
                break;
            case ModbusFunction.WriteFileRecord:
                data.Number("Byte Count", 1, "modbus.byte_cnt");
                ModbusDescribeValues.Groups(data, answer.Groups);
                break;
            case ModbusFunction.ReadFileRecord:
                data.Number("Byte Count", 1, "modbus.byte_cnt");
                DescribeGroups(data, answer.Groups);
                break;
            case ModbusFunction.MaskWriteRegister:
                ModbusDescribeValues.Mask(data);
                break;
            case ModbusFunction.ReadWriteMultipleRegisters:
                data.Number("Byte Count", 1, "modbus.byte_cnt");
                data.Bytes("Data", answer.Values.Length, "modbus.data");
                break;
            case ModbusFunction.ReadFifoQueue:
                data.Number("Byte Count (16-bit)", 2, "modbus.byte_cnt_16");
                data.Number("Word Count", 2, "modbus.word_cnt");
                data.Bytes("Data", answer.Values.Length, "modbus.data");
                break;
            default:
                DescribeUnit(data, function, answer);
                break;
        }
    }

    static void DescribeUnit(FieldCursor data, ModbusFunction function, ModbusResponse answer)
    {
        switch (function)
        {
            case ModbusFunction.Diagnostics:
                DescribeDiagnostic(data);
                break;
            case ModbusFunction.GetCommEventCounter:
                data.Code("Status", 2, "modbus.ev_status");
                data.Number("Event Count", 2, "modbus.ev_count");
                break;
            case ModbusFunction.GetCommEventLog:
                DescribeEventLog(data, answer.EventLog.Length);
                break;
            case ModbusFunction.ReportServerId:
                DescribeServerId(data, answer);
                break;
            case ModbusFunction.EncapsulatedInterface when data.Peek(1) == ModbusNames.DeviceIdentification:
                DescribeIdentification(data, answer);
                break;
            case ModbusFunction.EncapsulatedInterface:
                ModbusDescribeValues.OtherInterface(data);
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
                data.Remainder("Echo Data", "modbus.diagnostic.return_query_data.echo");
                break;
            case ModbusNames.RestartCommunications:
                ModbusDescribeValues.RestartOption(data);
                break;
            case ModbusNames.ReturnDiagnosticRegister:
                data.Code("Diagnostic Register Contents", 2, "modbus.diagnostic.return_diag_register");
                break;
            case ModbusNames.ChangeAsciiDelimiter:
                data.Code("CHAR", 1, "modbus.diagnostic.ascii_input_delimiter");
                break;
            default:
                if (ModbusNames.Counter((int)code) is { } counter)
                {
                    data.Number(counter.Name, 2, counter.Filter);
                }
                else
                {
                    data.Remainder("Data", "modbus.data");
                }

                break;
        }
    }

    static void DescribeEventLog(FieldCursor data, int events)
    {
        data.Number("Byte Count", 1, "modbus.byte_cnt");
        data.Code("Status", 2, "modbus.ev_status");
        data.Number("Event Count", 2, "modbus.ev_count");
        data.Number("Message Count", 2, "modbus.ev_msg_count");
        if (events == 0)
        {
            return;
        }

        data.Open("Events", $"{events}, the newest first", events);
        for (int i = 0; i < events; i++)
        {
            DescribeEvent(data);
        }

        data.Close();
    }

    static void DescribeEvent(FieldCursor data)
    {
        uint code = data.Peek(1);
        bool isReceive = (code & ReceiveEvent) != 0;
        bool isSend = !isReceive && (code & SendEvent) != 0;
        string name = isReceive ? "Receive Event" : isSend ? "Send Event"
            : code switch { 0 => "Initiated Communication Restart", 4 => "Entered Listen Only Mode", _ => "Unknown Event" };
        data.Open("Event", name, 1, "modbus.event", $"{code}");
        if (isReceive)
        {
            data.Bits("Communication Error", 1, 0x02, "modbus.ev_recv_comm_err");
            data.Bits("Character Overrun", 1, 0x10, "modbus.ev_recv_char_over");
            data.Bits("Currently in Listen Only Mode", 1, 0x20, "modbus.ev_recv_lo_mode");
            data.Bits("Broadcast Received", 1, 0x40, "modbus.ev_recv_broadcast");
        }
        else if (isSend)
        {
            data.Bits("Read Exception Sent", 1, 0x01, "modbus.ev_send_read_ex");
            data.Bits("Slave Abort Exception Sent", 1, 0x02, "modbus.ev_send_slave_abort_ex");
            data.Bits("Slave Busy Exception Sent", 1, 0x04, "modbus.ev_send_slave_busy_ex");
            data.Bits("Slave Program NAK Exception Sent", 1, 0x08, "modbus.ev_send_slave_nak_ex");
            data.Bits("Write Timeout Error Occurred", 1, 0x10, "modbus.ev_send_write_timeout");
            data.Bits("Currently in Listen Only Mode", 1, 0x20, "modbus.ev_send_lo_mode");
        }

        data.Take(1);
        data.Close();
    }

    static void DescribeServerId(FieldCursor data, ModbusResponse answer)
    {
        if (data.Left == 0)
        {
            return;
        }

        ModbusServerId id = new(answer.ServerId);
        string text = id.Name.IsEmpty ? $"{id.Bytes.Length} bytes" : NetworkText.Decode(id.Name);
        data.Open("Server ID", text, data.Left, "modbus.data", Convert.ToHexStringLower(data.Rest));
        data.Number("Byte Count", 1);
        if (id.RunIndicatorAt < 0)
        {
            data.Bytes("Server ID and run indicator", id.Bytes.Length);
        }
        else
        {
            data.Bytes("Server ID", id.RunIndicatorAt);
            data.Code("Run indicator", 1, meaning: v => v == 0 ? "off" : "on");
            data.Bytes("Additional data", id.Bytes.Length - id.RunIndicatorAt - 1);
        }

        data.Remainder("Bytes behind the data");
        data.Close();
    }

    static void DescribeGroups(FieldCursor data, ModbusFileGroups groups)
    {
        for (int i = 0; groups.MoveNext(); i++)
        {
            data.Open($"Group {i}", $"{groups.Words} words", groups.Size);
            data.Number("Byte Count", 1, "modbus.byte_cnt");
            data.Number("Reference Type", 1, "modbus.reference_type");
            data.Bytes("Data", groups.Values.Length, "modbus.data");
            data.Close();
        }
    }

    static void DescribeIdentification(FieldCursor data, ModbusResponse answer)
    {
        data.Number("MEI type", 1, "modbus.mei", v => ModbusNames.Interface((int)v));
        data.Number("Read Device ID", 1, "modbus.read_device_id", v => ModbusNames.IdentificationLevel((byte)v));
        data.Code("Conformity Level", 1, "modbus.conformity_level", v => ModbusNames.Conformity((byte)v));
        data.Code("More Follows", 1, "modbus.more_follows");
        data.Number("Next Object ID", 1, "modbus.next_object_id", v => ModbusNames.ObjectName((byte)v));
        data.Number("Number of Objects", 1, "modbus.num_objects");
        ModbusObjects objects = answer.Objects;
        for (int i = 1; objects.MoveNext(); i++)
        {
            string? name = ModbusNames.ObjectName(objects.Id);
            data.Open($"Object #{i}", name ?? $"{objects.Id}", 2 + objects.Value.Length);
            data.Number("Object ID", 1, "modbus.object_id", _ => name);
            data.Number("Object length", 1, "modbus.objects_len");
            if (name is null)
            {
                data.Bytes("Object Value", objects.Value.Length, "modbus.object_value");
            }
            else
            {
                data.Text("Object String Value", objects.Value.Length, "modbus.object_str_value");
            }

            data.Close();
        }
    }
}
