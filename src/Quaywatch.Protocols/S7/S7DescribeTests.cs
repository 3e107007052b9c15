using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>The fields of programmer commands.</summary>
internal static class S7DescribeTests
{
    /// <summary>Describes the data: sizes, the job's parameters, the job's data.</summary>
    public static void Describe(FieldCursor data, S7Userdata userdata)
    {
        if (data.Left < 4)
        {
            return;
        }

        int parameterSize = (int)data.Number("Parameter size", 2, "s7comm.tis.parametersize");
        int dataSize = (int)data.Number("Data size", 2, "s7comm.tis.datasize");
        if (parameterSize > 0 && data.Left > 0)
        {
            DescribeParameter(data, userdata.IsRequest, parameterSize);
        }

        if (dataSize > 0 && data.Left > 0)
        {
            data.Open("Test data", S7Extended.FunctionName(userdata), dataSize, "s7comm.cpu.tis.data");
            FieldCursor test = data.Take(dataSize);
            DescribeData(test, userdata);
            test.Remainder("Test data");
            data.Close();
        }
    }

    static void DescribeParameter(FieldCursor data, bool isRequest, int size)
    {
        data.Open("Test parameter", "", size, "s7comm.tis.parameter");
        FieldCursor fields = data.Take(size);
        if (!isRequest && size >= 4)
        {
            fields.Code("Parameter 1", 2, "s7comm.tis.res.param1");
            fields.Code("Parameter 2", 2, "s7comm.tis.res.param2");
        }
        else if (isRequest && size >= 4)
        {
            fields.Number("Parameter 1", 2, "s7comm.tis.param1");
            fields.Number("Trigger type", 2, "s7comm.tis.param2", v => S7TestNames.TriggerType((int)v));
            if (size >= 20)
            {
                fields.Number("Trigger frequency", 2, "s7comm.tis.param3", v => S7TestNames.TriggerFrequency((int)v));
                fields.Number("Answer size", 2, "s7comm.tis.answersize");
                fields.Number("Parameter 5", 2, "s7comm.tis.param5");
                fields.Number("Parameter 6", 2, "s7comm.tis.param6");
                fields.Number("Parameter 7", 2, "s7comm.tis.param7");
                fields.Number("Parameter 8", 2, "s7comm.tis.param8");
                fields.Number("Parameter 9", 2, "s7comm.tis.param9");
                fields.Code("Trigger event", 2, "s7comm.varstat.trgevent", v => S7TestNames.TriggerEvent((int)v));
            }

            if (size >= 26)
            {
                fields.Number("Block type", 2, "s7comm.diagdata.req.blocktype", v => S7TestNames.SubblockType((int)v));
                fields.Number("Block number", 2, "s7comm.diagdata.req.blocknumber");
                fields.Number("Start address", 2, "s7comm.diagdata.req.startaddr_awl");
            }

            if (size >= 28)
            {
                fields.Number("Step address counter", 2, "s7comm.diagdata.req.saz");
            }
        }

        fields.Remainder("Parameter");
        data.Close();
    }

    static void DescribeData(FieldCursor test, S7Userdata userdata)
    {
        bool isRequest = userdata.IsRequest;
        bool isPush = userdata.Type is S7UserdataType.Push or S7UserdataType.NcPush;
        switch (userdata.Subfunction)
        {
            case 0x02 or 0x08 or 0x09 when isRequest:
                DescribeVariables(test, userdata.Subfunction != 0x02);
                break;
            case 0x02 when isPush:
                DescribeWatched(test);
                break;
            case 0x08 or 0x09 when isPush:
                DescribeReturnCodes(test);
                break;
            case 0x01 or 0x13:
                DescribeBlockStatus(test, userdata.Subfunction == 0x13, isRequest, isPush);
                break;
            case >= 0x0D and <= 0x12:
                DescribeJobs(test, userdata.Subfunction, isRequest);
                break;
            case 0x0B when isRequest:
                test.Number("Until", 1, "s7comm.tis.exithold_until", v => v == 0 ? "Next breakpoint" : v == 1 ? "Next statement" : null);
                break;
            default:
                test.Remainder("Unknown", userdata.Subfunction is 0x03 or 0x04 or 0x05 or 0x0A ? null : "s7comm.varstat.unknown");
                break;
        }
    }

    static void DescribeVariables(FieldCursor test, bool hasValues)
    {
        int count = (int)test.Number("Item count", 2, "s7comm.varstat.item_count");
        for (int i = 1; i <= count && test.Left >= S7TestVariable.Size; i++)
        {
            S7TestVariable variable = new(test.Rest[..S7TestVariable.Size]);
            bool isBit = variable.IsBit;
            test.Open($"Address [{i}]", AddressOf(variable), S7TestVariable.Size, "s7comm.param.item");
            test.Number("Memory area", 1, "s7comm.varstat.req.memory_area", v => S7TestNames.VariableArea((byte)v));
            test.Number(isBit ? "Bit" : "Repetition factor", 1, isBit ? "s7comm.varstat.req.bitpos" : "s7comm.varstat.req.repetition_factor");
            test.Number("DB number", 2, "s7comm.varstat.req.db_number");
            test.Number("Start address", 2, "s7comm.varstat.req.startaddress");
            test.Close();
        }

        if (hasValues)
        {
            DescribeValues(test, count);
        }
    }

    static void DescribeWatched(FieldCursor test)
    {
        int count = (int)test.Number("Item count", 2, "s7comm.varstat.item_count");
        DescribeValues(test, count);
    }

    static void DescribeValues(FieldCursor test, int count)
    {
        for (int i = 1; i <= count && S7DataItem.TryRead(test.Rest, out S7DataItem value); i++)
        {
            string words = S7DataItem.HasValue(value.ReturnCode) ? Convert.ToHexStringLower(value.Value) : S7Variables.ReturnCode(value.ReturnCode);
            S7DescribeItems.DescribeValue(test, value, $"Value [{i}]", words, isFilled: true);
        }
    }

    static void DescribeReturnCodes(FieldCursor test)
    {
        int count = (int)test.Number("Item count", 2, "s7comm.varstat.item_count");
        S7DescribeItems.DescribeReturnCodes(test, count);
        if (count % 2 != 0 && test.Left > 0)
        {
            test.Code("Fill byte", 1, "s7comm.data.fillbyte");
        }
    }

    static void DescribeBlockStatus(FieldCursor test, bool isSecond, bool isRequest, bool isPush)
    {
        if (!isRequest)
        {
            if (isPush)
            {
                test.Number("Start address", 2, "s7comm.diagdata.req.startaddr_awl");
            }

            test.Remainder("Block status", isPush ? "s7comm.tis.blockstat.data" : "s7comm.tis.blockstat.reserved");
            return;
        }

        if (isSecond)
        {
            test.Code("Flags", 1, "s7comm.tis.blockstat.flagsunknown");
            test.Number("Number of lines", 1, "s7comm.tis.blockstat.number_of_lines");
        }

        test.Bytes("Reserved", 1, "s7comm.tis.blockstat.reserved");
        DescribeRegisters(test);
        int size = isSecond ? 4 : 2;
        for (int i = 1; test.Left >= size; i++)
        {
            test.Open($"Line [{i}]", "", size, "s7comm.data.item");
            if (isSecond)
            {
                test.Number("Address", 2, "s7comm.tis.blockstat.line_address");
            }

            test.Bytes("Reserved", 1, "s7comm.tis.blockstat.reserved");
            DescribeRegisters(test);
            test.Close();
        }
    }

    static void DescribeRegisters(FieldCursor test)
    {
        uint registers = test.Peek(1);
        test.Open("Registers", $"0x{registers:x2}", 1, "s7comm.diagdata.register", $"{registers}");
        test.Bits("STW", 1, 0x01, "s7comm.diagdata.register.stw");
        test.Bits("ACCU1", 1, 0x02, "s7comm.diagdata.register.accu1");
        test.Bits("ACCU2", 1, 0x04, "s7comm.diagdata.register.accu2");
        test.Bits("AR1", 1, 0x08, "s7comm.diagdata.register.ar1");
        test.Bits("AR2", 1, 0x10, "s7comm.diagdata.register.ar2");
        test.Bits("DB1", 1, 0x20, "s7comm.diagdata.register.db1");
        test.Bits("DB2", 1, 0x40, "s7comm.diagdata.register.db2");
        test.Take(1);
        test.Close();
    }

    static void DescribeJobs(FieldCursor test, byte subfunction, bool isRequest)
    {
        if (isRequest && subfunction == 0x10)
        {
            test.Bytes("Reserved", 2, "s7comm.tis.job.reserved");
            test.Bytes("Reserved", 2, "s7comm.tis.job.reserved");
            return;
        }

        if (isRequest)
        {
            if (subfunction is 0x0F or 0x12)
            {
                test.Bytes("Reserved", 2, "s7comm.tis.job.reserved");
            }

            DescribeJob(test);
            return;
        }

        for (int i = 1; subfunction == 0x10 && test.Left >= 4; i++)
        {
            test.Open($"Job [{i}]", "", 4, "s7comm.data.item");
            DescribeJob(test);
            test.Bytes("Reserved", 2, "s7comm.tis.job.reserved");
            test.Close();
        }
    }

    static void DescribeJob(FieldCursor test)
    {
        test.Number("Job function", 1, "s7comm.tis.job.function", v => S7UserdataNames.Programmer((byte)v));
        test.Number("Job number", 1, "s7comm.tis.job.response_seq_num");
    }

    static string AddressOf(S7TestVariable variable)
    {
        Batch batch = new();
        Target target = S7Target.Memory(batch, variable.Area, variable.Db, variable.Address, variable.TransportSize, variable.Count, isWrite: false);
        return S7Addresses.Instance.Format(batch.Bytes(target.Space), target.First, target.Bits, target.Form);
    }
}
