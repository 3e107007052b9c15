namespace Quaywatch.Protocols.S7;

/// <summary>The fields of userdata: parameters, the data's head, and the data of each group. The data of a PDU that is one of several
/// is shown as bytes, since a tree is made of one message.</summary>
internal static class S7DescribeUserdata
{
    /// <summary>Describes both parts.</summary>
    public static void Describe(FieldCursor parameter, FieldCursor pdu, S7Frame frame, S7Frame request)
    {
        if (!S7Userdata.TryRead(frame.Parameter, out S7Userdata userdata))
        {
            parameter.Remainder("Parameter (cut short)");
            return;
        }

        DescribeParameter(parameter, userdata);
        if (frame.DataLength == 0)
        {
            return;
        }

        FieldCursor data = pdu.Take(frame.DataLength);
        data.Open("Data", S7Extended.FunctionName(userdata), frame.DataLength, "s7comm.data");
        data.Code("Return code", 1, "s7comm.data.returncode", v => S7Variables.ReturnCode((byte)v));
        data.Code("Transport size", 1, "s7comm.data.transportsize", v => S7Names.DataTransportSize((byte)v));
        data.Number("Length", 2, "s7comm.data.length");
        FieldCursor payload = data.Take(S7Extended.Payload(frame.Data).Length);
        if (payload.Left > 0)
        {
            DescribePayload(payload, userdata, frame.Data[0], request);
        }

        payload.Remainder("Data", "s7comm.data.userdata");
        data.Remainder("Data", "s7comm.data.userdata");
        data.Close();
    }

    static void DescribeParameter(FieldCursor parameter, S7Userdata userdata)
    {
        parameter.Open("Parameter", S7Extended.FunctionName(userdata), parameter.Left, "s7comm.param");
        parameter.Code("Parameter head", 3, "s7comm.param.userdata.head");
        parameter.Number("Parameter length", 1, "s7comm.param.userdata.length");
        parameter.Code("Method", 1, "s7comm.param.userdata.reqres1", v => S7UserdataNames.Method((byte)v));
        parameter.Bits("Type", 1, 0xF0, "s7comm.param.userdata.type", v => S7UserdataNames.Type((int)v));
        parameter.Bits("Function group", 1, 0x0F, "s7comm.param.userdata.funcgroup", v => S7UserdataNames.Group((int)v));
        parameter.Take(1);
        string subfunction = userdata.Group == S7Group.ModeTransition ? "s7comm.param.modetrans.subfunc" : "s7comm.param.userdata.subfunc";
        S7Group group = userdata.Group;
        parameter.Number("Subfunction", 1, subfunction, v => S7UserdataNames.Subfunction(group, (byte)v));
        parameter.Number("Sequence number", 1, "s7comm.param.userdata.seq_num");
        if (userdata.IsExtended)
        {
            parameter.Number("Data unit reference", 1, "s7comm.param.userdata.dataunitref");
            parameter.Code("Last data unit", 1, "s7comm.param.userdata.lastdataunit", v => v == 0 ? "Yes" : "No");
            parameter.Code("Error code", 2, "s7comm.param.errcod", v => S7Errors.Name((ushort)v));
        }

        parameter.Remainder("Parameter data");
        parameter.Close();
    }

    static void DescribePayload(FieldCursor data, S7Userdata userdata, byte returnCode, S7Frame request)
    {
        bool isPart = userdata.HasMore || userdata.DataUnitReference != 0;
        if (userdata.Group == S7Group.Security)
        {
            data.Secret("Password", data.Left, "s7comm.data.userdata");
            return;
        }

        if (isPart)
        {
            data.Remainder("Part of the data");
            return;
        }

        switch (userdata.Group)
        {
            case S7Group.Programmer:
                S7DescribeTests.Describe(data, userdata);
                break;
            case S7Group.Cyclic:
                DescribeCyclic(data, userdata, request);
                break;
            case S7Group.Block:
                S7DescribeBlocks.Describe(data, userdata, returnCode);
                break;
            case S7Group.Cpu:
                DescribeCpu(data, userdata);
                break;
            case S7Group.BlockSend when data.Left >= 10:
                data.Code("Variable specification", 1, "s7comm.param.item.varspec");
                data.Number("Length of address", 1, "s7comm.param.item.varspec_length");
                data.Code("Syntax", 1, "s7comm.param.item.syntaxid", v => S7Names.Syntax((byte)v));
                data.Code("Unknown", 1, "s7comm.pbc.bsend.unknown");
                data.Code("R_ID", 4, "s7comm.pbc.req.bsend.r_id");
                data.Number("Length", 2, "s7comm.pbc.req.bsend.len");
                break;
            case S7Group.Time when data.Left >= S7Timestamp.LongSize && returnCode == S7Names.Success:
                S7DescribeTimestamps.Describe(data, isLong: true);
                break;
            case S7Group.NcProgramming:
                DescribeNcProgramming(data, userdata);
                break;
            default:
                break;
        }
    }

    static void DescribeCpu(FieldCursor data, S7Userdata userdata)
    {
        switch (userdata.Subfunction)
        {
            case 0x01 when userdata.IsResponse:
                S7DescribeStateLists.DescribeAnswer(data);
                break;
            case 0x01:
                S7DescribeStateLists.DescribeRequest(data);
                break;
            case 0x02:
                S7DescribeMessages.DescribeService(data, userdata);
                break;
            case 0x03 when data.Left >= 20:
                S7DescribeMessages.DescribeDiagnostic(data);
                break;
            case 0x13 when userdata.IsResponse:
                S7DescribeMessages.DescribeQueryAnswer(data);
                break;
            case >= 0x05 and <= 0x16:
                S7DescribeMessages.DescribeAlarm(data, userdata);
                break;
            default:
                break;
        }
    }

    static void DescribeCyclic(FieldCursor data, S7Userdata userdata, S7Frame request)
    {
        if (userdata.Subfunction == 4 && userdata.IsRequest)
        {
            data.Number("Function", 1, "s7comm.cyclic.function");
            data.Number("Job", 1, "s7comm.cyclic.job_id");
            return;
        }

        if (userdata.Subfunction is not (1 or 5 or 7) || data.Left < 2)
        {
            return;
        }

        int count = (int)data.Peek(1, 1);
        data.Value("Item count", $"{count}", 2, "s7comm.param.itemcount", $"{count}");
        if (userdata.IsRequest)
        {
            data.Number("Unit of time", 1, "s7comm.cyclic.interval_timebase", v => S7TestNames.Timebase((byte)v));
            data.Number("Units", 1, "s7comm.cyclic.interval_time");
            S7DescribeItems.Describe(data, count);
            return;
        }

        ReadOnlySpan<byte> asked = request.IsEmpty ? default : S7Extended.Payload(request.Data);
        S7DescribeItems.DescribeValues(data, count, asked.Length > 4 ? new S7Items(asked[4..], asked[1]) : default);
    }

    static void DescribeNcProgramming(FieldCursor data, S7Userdata userdata)
    {
        switch (userdata.Subfunction)
        {
            case 1 when userdata.IsRequest:
                data.Text("File name", data.Left, "s7comm.param.blockcontrol.filename");
                break;
            case 6 when userdata.IsRequest:
                data.Number("Telegrams without acknowledgement", 1, "s7comm.data.ncprg.unackcount");
                data.Bytes("Unknown", 1, "s7comm.data.blockcontrol.unknown1");
                data.Text("File name", data.Left, "s7comm.param.blockcontrol.filename");
                break;
            default:
                break;
        }
    }
}
