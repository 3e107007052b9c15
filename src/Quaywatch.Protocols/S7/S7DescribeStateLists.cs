namespace Quaywatch.Protocols.S7;

/// <summary>The fields of system state lists.</summary>
internal static class S7DescribeStateLists
{
    const byte DiagnosticBuffer = 0xA0;

    /// <summary>Describes the data of a request: which list.</summary>
    public static void DescribeRequest(FieldCursor data) => DescribeId(data);

    /// <summary>Describes the data of an answer: head and records.</summary>
    public static void DescribeAnswer(FieldCursor data)
    {
        ushort id = (ushort)data.Peek(2);
        DescribeId(data);
        if (data.Left < 4)
        {
            return;
        }

        int length = (int)data.Number("Record length", 2, "s7comm.data.userdata.szl_id.partlist_len");
        int count = (int)data.Number("Record count", 2, "s7comm.data.userdata.szl_id.partlist_cnt");
        for (int i = 1; i <= count && length > 0 && data.Left > 0; i++)
        {
            data.Open($"Record [{i}]", "", length, "s7comm.data.userdata.szl_data_tree");
            FieldCursor record = data.Take(length);
            DescribeRecord(record, (byte)id);
            data.Close();
        }
    }

    static void DescribeId(FieldCursor data)
    {
        if (data.Left < 4)
        {
            return;
        }

        uint id = data.Peek(2);
        data.Open("SZL identifier", $"{S7SzlNames.List((ushort)id) ?? S7SzlNames.Number((int)id & 0xFF) ?? "System state list"} (0x{id:x4})", 2,
            "s7comm.data.userdata.szl_id", $"{id}");
        data.Bits("Kind of module", 2, 0xF000, "s7comm.data.userdata.szl_id.diag_type", v => v == 0 ? "CPU" : null);
        data.Shown("List extract", $"0x{id:x4}", 2, "s7comm.data.userdata.szl_id.partlist_ex", $"{id}");
        data.Bits("List number", 2, 0x00FF, "s7comm.data.userdata.szl_id.partlist_num", v => S7SzlNames.Number((int)v));
        data.Take(2);
        data.Close();
        data.Code("SZL index", 2, "s7comm.data.userdata.szl_index");
    }

    static void DescribeRecord(FieldCursor record, byte list)
    {
        if (list == DiagnosticBuffer && record.Left >= 20)
        {
            S7DescribeMessages.DescribeDiagnostic(record);
            return;
        }

        ReadOnlySpan<S7SzlField> fields = S7SzlLayouts.Of(list, (int)record.Peek(2));
        if (list == 0x1C && record.Left >= 2)
        {
            record.Code("Index", 2, "s7comm.szl.001c.000x.index", v => S7SzlNames.ComponentIndex((int)v));
        }

        for (int i = 0; i < fields.Length; i++)
        {
            S7SzlField field = fields[i];
            if (field.Offset < record.At || record.Left < field.Offset - record.At + field.Length)
            {
                continue;
            }

            record.Bytes("Reserved", field.Offset - record.At);
            int bits = 0;
            while (i + 1 + bits < fields.Length && fields[i + 1 + bits].Form == 'm')
            {
                bits++;
            }

            DescribeField(record, field, fields.Slice(i + 1, bits));
            i += bits;
        }

        record.Remainder("Reserved", list == 0x1C ? "s7comm.szl.001c.000x.res" : fields.IsEmpty ? "s7comm.param.userdata.szl_part_list" : null);
    }

    static void DescribeField(FieldCursor record, S7SzlField field, ReadOnlySpan<S7SzlField> bits)
    {
        if (bits.Length > 0)
        {
            uint value = record.Peek(field.Length);
            record.Open(field.Name, $"0x{value:x}", field.Length, field.Filter, $"{value}");
            foreach (S7SzlField bit in bits)
            {
                record.Bits(bit.Name, bit.Length, bit.Mask, bit.Filter, Meaning(bit.Filter));
            }

            record.Take(field.Length);
            record.Close();
            return;
        }

        switch (field.Form)
        {
            case 't':
                record.Text(field.Name, field.Length, field.Filter);
                break;
            case 'l':
                uint swapped = ((record.Peek(2) & 0xFF) << 8) | (record.Peek(2) >> 8);
                record.Value(field.Name, $"0x{swapped:x4}", 2, field.Filter, $"{swapped}");
                break;
            case 'b' or 'd' or 'x' when field.Length > 4 || field.Form == 'b':
                record.Bytes(field.Name, field.Length, field.Filter);
                break;
            case 'd':
                record.Number(field.Name, field.Length, field.Filter, Meaning(field.Filter));
                break;
            default:
                record.Code(field.Name, field.Length, field.Filter, Meaning(field.Filter));
                break;
        }
    }

    /// <summary>The words for the values of some fields.</summary>
    static Func<uint, string?>? Meaning(string filter) => filter switch
    {
        "s7comm.szl.xy11.0001.index" => v => S7SzlNames.ModuleIndex((int)v),
        "s7comm.szl.0424.0000.bzu_id.req" or "s7comm.szl.0424.0000.bzu_id.pre" => v => S7SzlNames.Mode((int)v),
        "s7comm.szl.0424.0000.anlinfo2" => v => S7SzlNames.Startup((int)v),
        "s7comm.szl.0424.0000.anlinfo4" => v => S7SzlNames.PermittedStartup((int)v),
        "s7comm.szl.0132.0004.bart_sch" => v => S7SzlNames.Switch((int)v),
        "s7comm.szl.xy74.0000.cpu_led_id.id" => v => S7SzlNames.Led((int)v),
        "s7comm.szl.0000.0000.szl_id" => v => S7SzlNames.List((ushort)v),
        _ => null,
    };
}
