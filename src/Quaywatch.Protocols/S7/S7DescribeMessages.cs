namespace Quaywatch.Protocols.S7;

/// <summary>The fields of the message service, of alarms and diagnostic events.</summary>
internal static class S7DescribeMessages
{
    /// <summary>Describes a message service: what a client wants to be told.</summary>
    public static void DescribeService(FieldCursor data, S7Userdata userdata)
    {
        if (userdata.IsResponse)
        {
            data.Code("Result", 1, "s7comm.cpu.msg.res_result");
            data.Code("Reserved", 1, "s7comm.cpu.msg.res_reserved1");
            if (data.Left > 0)
            {
                data.Number("Alarm type", 1, "s7comm.cpu.msg.almtype", v => S7TestNames.MessageType((byte)v));
                data.Code("Reserved", 1, "s7comm.cpu.msg.res_reserved2");
                data.Code("Reserved", 1, "s7comm.cpu.msg.res_reserved3");
            }

            return;
        }

        uint events = data.Peek(1);
        data.Open("Subscribed events", $"0x{events:x2}", 1, "s7comm.cpu.msg.events", $"{events}");
        data.Bits("Mode transitions", 1, 0x01, "s7comm.cpu.msg.events.modetrans");
        data.Bits("System diagnostics", 1, 0x02, "s7comm.cpu.msg.events.system");
        data.Bits("User-defined", 1, 0x04, "s7comm.cpu.msg.events.userdefined");
        data.Bits("Alarms", 1, 0x80, "s7comm.cpu.msg.events.alarms");
        data.Take(1);
        data.Close();
        data.Code("Reserved", 1, "s7comm.cpu.msg.req_reserved1");
        data.Text("User name", 8, "s7comm.cpu.msg.username");
        if (data.Left > 0)
        {
            data.Number("Alarm type", 1, "s7comm.cpu.msg.almtype", v => S7TestNames.MessageType((byte)v));
            data.Code("Reserved", 1, "s7comm.cpu.msg.req_reserved2");
        }
    }

    /// <summary>Describes one entry of the diagnostic buffer, or a diagnostic message.</summary>
    public static void DescribeDiagnostic(FieldCursor data)
    {
        uint id = data.Peek(2);
        data.Open("Diagnostic event", $"0x{id:x4}", 20, "s7comm.cpu.diag_msg");
        data.Open("Event identifier", $"0x{id:x4}", 2, "s7comm.cpu.diag_msg.eventid", $"{id}");
        data.Bits("Event class", 2, 0xF000, "s7comm.cpu.diag_msg.eventid.class", v => S7TestNames.EventClass((int)v));
        data.Bits("Event entering", 2, 0x0100, "s7comm.cpu.diag_msg.eventid.ident.entleave");
        data.Bits("Entry in diagnostic buffer", 2, 0x0200, "s7comm.cpu.diag_msg.eventid.ident.diagbuf");
        data.Bits("Internal error", 2, 0x0400, "s7comm.cpu.diag_msg.eventid.ident.interr");
        data.Bits("External error", 2, 0x0800, "s7comm.cpu.diag_msg.eventid.ident.exterr");
        data.Bits("Event number", 2, 0x00FF, "s7comm.cpu.diag_msg.eventid.nr");
        data.Take(2);
        data.Close();
        data.Number("Priority class", 1, "s7comm.cpu.diag_msg.prioclass");
        data.Number("OB number", 1, "s7comm.cpu.diag_msg.obnumber");
        data.Code("DatID", 2, "s7comm.cpu.diag_msg.datid");
        data.Code("Additional information 1", 2, "s7comm.cpu.diag_msg.info1");
        data.Code("Additional information 2", 4, "s7comm.cpu.diag_msg.info2");
        S7DescribeTimestamps.Describe(data, isLong: false);
        data.Close();
    }

    /// <summary>Describes an alarm: its head, then one message object after the other.</summary>
    public static void DescribeAlarm(FieldCursor data, S7Userdata userdata)
    {
        data.Open("Alarm message", S7Extended.FunctionName(userdata), data.Left, "s7comm.alarm.message");
        FieldCursor alarm = data.Take(data.Left);
        switch (userdata.Subfunction)
        {
            case 0x09:
                alarm.Code("Unknown", 2, "s7comm.alarm.scan.unknown1");
                S7DescribeTimestamps.Describe(alarm, isLong: false, "Coming");
                alarm.Code("Unknown", 2, "s7comm.alarm.scan.unknown2");
                break;
            case 0x05 or 0x06 or 0x0C or 0x11 or 0x12 or 0x16:
                S7DescribeTimestamps.Describe(alarm, isLong: false, "Coming");
                break;
            default:
                break;
        }

        alarm.Code("Function identifier", 1, "s7comm.alarm.function");
        int objects = alarm.Left > 0 ? (int)alarm.Number("Number of message objects", 1, "s7comm.alarm.nr_objects") : 0;
        for (int i = 1; i <= objects && alarm.Left > 0; i++)
        {
            if (userdata.IsResponse)
            {
                alarm.Open($"Message object [{i}]", "", 1, "s7comm.alarm.message_object");
                alarm.Code("Return code", 1, "s7comm.data.returncode", v => S7Variables.ReturnCode((byte)v));
                alarm.Close();
            }
            else
            {
                DescribeObject(alarm, i);
            }
        }

        alarm.Remainder("Alarm data");
        data.Close();
    }

    /// <summary>Describes the head of an answer to an alarm query; its alarms stay bytes.</summary>
    public static void DescribeQueryAnswer(FieldCursor data)
    {
        data.Open("Alarm message", "ALARM query", data.Left, "s7comm.alarm.message");
        FieldCursor answer = data.Take(data.Left);
        answer.Code("Function identifier", 1, "s7comm.alarm.function");
        answer.Number("Number of message objects", 1, "s7comm.alarm.nr_objects");
        answer.Code("Return code", 1, "s7comm.data.returncode", v => S7Variables.ReturnCode((byte)v));
        answer.Code("Transport size", 1, "s7comm.data.transportsize", v => S7Names.DataTransportSize((byte)v));
        answer.Number("Complete data length", 2, "s7comm.alarm.query.complete_length");
        answer.Remainder("Alarms");
        data.Close();
    }

    static void DescribeObject(FieldCursor alarm, int number)
    {
        byte syntax = (byte)alarm.Peek(1, 2);
        int specification = (int)alarm.Peek(1, 1);
        alarm.Open($"Message object [{number}]", S7Names.Syntax(syntax) ?? "", Math.Min(2 + specification, alarm.Left), "s7comm.alarm.message_object");
        FieldCursor fields = alarm.Take(2 + specification);
        fields.Code("Variable specification", 1, "s7comm.param.item.varspec");
        fields.Number("Length of address", 1, "s7comm.param.item.varspec_length");
        fields.Code("Syntax", 1, "s7comm.param.item.syntaxid", v => S7Names.Syntax((byte)v));
        switch (syntax)
        {
            case 0x15 or 0x16 or 0x19 or 0x1C:
                DescribeEvent(fields, syntax);
                break;
            case 0x1A:
                fields.Code("Unknown", 1, "s7comm.alarm.query.unknown1");
                uint query = fields.Number("Kind of query", 1, "s7comm.alarm.query.querytype", v => S7TestNames.AlarmQuery((byte)v));
                fields.Code("Unknown", 1, "s7comm.alarm.query.unknown2");
                if (query == 1)
                {
                    fields.Number("Alarm type", 4, "s7comm.alarm.query.alarmtype", v => S7TestNames.AlarmType(v));
                }
                else if (query == 3)
                {
                    fields.Code("Event identifier", 4, "s7comm.alarm.event_id");
                }

                break;
            default:
                break;
        }

        fields.Remainder("Message object");
        alarm.Close();
    }

    static void DescribeEvent(FieldCursor fields, byte syntax)
    {
        fields.Number("Number of associated values", 1, "s7comm.alarm.nr_add_values");
        fields.Code("Event identifier", 4, "s7comm.alarm.event_id");
        bool isIndication = syntax is 0x16 or 0x1C;
        if (isIndication)
        {
            fields.Code("Event state", 1, "s7comm.alarm.eventstate");
            fields.Code("State", 1, "s7comm.alarm.state");
        }

        if (syntax != 0x15)
        {
            fields.Code("Acknowledgement state going", 1, "s7comm.alarm.ack_state.going");
            fields.Code("Acknowledgement state coming", 1, "s7comm.alarm.ack_state.coming");
        }

        if (syntax == 0x1C)
        {
            fields.Code("Event going", 1, "s7comm.alarm.event.going");
            fields.Code("Event coming", 1, "s7comm.alarm.event.coming");
            fields.Code("Event last changed", 1, "s7comm.alarm.event.lastchanged");
            fields.Code("Reserved", 1, "s7comm.alarm.event.reserved");
        }
    }
}
