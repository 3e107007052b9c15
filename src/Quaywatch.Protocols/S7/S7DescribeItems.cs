using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>The fields of items and their values.</summary>
internal static class S7DescribeItems
{
    /// <summary>Describes the addresses of items.</summary>
    public static void Describe(FieldCursor parameter, int count)
    {
        for (int i = 0; i < count && parameter.Left > 0; i++)
        {
            if (!S7Item.TryRead(parameter.Rest, out S7Item item))
            {
                parameter.Remainder("Item (cut short)");
                return;
            }

            DescribeItem(parameter, item, i + 1);
            if (item.Bytes.Length % 2 != 0 && i < count - 1)
            {
                parameter.Bytes("Fill byte", 1);
            }
        }
    }

    /// <summary>Describes one address.</summary>
    public static void DescribeItem(FieldCursor parameter, S7Item item, int number)
    {
        int length = item.Bytes.Length;
        parameter.Open($"Item [{number}]", AddressOf(item), length, "s7comm.param.item");
        FieldCursor fields = parameter.Take(length);
        fields.Code("Variable specification", 1, "s7comm.param.item.varspec");
        fields.Number("Length of address", 1, "s7comm.param.item.varspec_length");
        fields.Code("Syntax", 1, "s7comm.param.item.syntaxid", v => S7Names.Syntax((byte)v));
        switch (item.Form)
        {
            case S7ItemForm.Any:
                DescribeAny(fields, item);
                break;
            case S7ItemForm.DataRecord:
                fields.Number("Transport size", 1, "s7comm.param.item.transp_size", v => S7Names.TransportSize((byte)v));
                fields.Number("Longest record", 2, "s7comm.param.item.length");
                fields.Number("Record number", 2, "s7comm.param.item.db");
                fields.Code("Area", 1, "s7comm.param.item.area", v => S7Names.Area((byte)v));
                fields.Number("Module address", 3, "s7comm.param.item.address");
                break;
            case S7ItemForm.DbRead:
                DescribeDbRead(fields, item);
                break;
            case S7ItemForm.Symbolic:
                DescribeSymbol(fields);
                break;
            case S7ItemForm.Nck:
                DescribeNck(fields);
                break;
            case S7ItemForm.Drive:
                fields.Number("Unknown", 1, "s7comm.param.item.driveesany.unknown1");
                fields.Number("Unknown", 2, "s7comm.param.item.driveesany.unknown2");
                fields.Code("Unknown", 2, "s7comm.param.item.driveesany.unknown3");
                fields.Number("Parameter number", 2, "s7comm.param.item.driveesany.parameternr");
                fields.Number("Parameter index", 2, "s7comm.param.item.driveesany.parameteridx");
                break;
            default:
                break;
        }

        fields.Remainder("Unknown address");
        parameter.Close();
    }

    /// <summary>Describes values, with the addresses of the request where it is known.</summary>
    /// <param name="content">The values.</param>
    /// <param name="count">How many.</param>
    /// <param name="items">The addresses.</param>
    public static void DescribeValues(FieldCursor content, int count, S7Items items)
    {
        for (int i = 0; i < count && content.Left > 0; i++)
        {
            if (!S7DataItem.TryRead(content.Rest, out S7DataItem value))
            {
                content.Remainder("Value (cut short)");
                return;
            }

            bool hasItem = items.TryNext(out S7Item item);
            string shown = S7DataItem.HasValue(value.ReturnCode) ? TextOf(hasItem, item, value) : ReturnCode(value.ReturnCode);
            string words = hasItem ? $"{AddressOf(item)}: {shown}" : shown;
            DescribeValue(content, value, $"Item [{i + 1}]", words, isFilled: i < count - 1);
        }
    }

    /// <summary>Describes one value and the fill byte behind it.</summary>
    public static void DescribeValue(FieldCursor content, S7DataItem value, string name, string words, bool isFilled)
    {
        bool hasFill = isFilled && value.Bytes.Length % 2 != 0 && content.Left > value.Bytes.Length;
        content.Open(name, words, value.Bytes.Length + (hasFill ? 1 : 0), "s7comm.data.item");
        content.Code("Return code", 1, "s7comm.data.returncode", v => ReturnCode((byte)v));
        content.Code("Transport size", 1, "s7comm.data.transportsize", v => S7Names.DataTransportSize((byte)v));
        int bytes = S7DataItem.ByteLength(value.TransportSize, value.WrittenLength);
        content.Value("Length", bytes == value.WrittenLength ? $"{bytes} bytes" : $"{value.WrittenLength} bits ({bytes} bytes)", 2, "s7comm.data.length", $"{bytes}");
        content.Bytes("Data", value.Value.Length, "s7comm.resp.data");
        if (hasFill)
        {
            content.Code("Fill byte", 1, "s7comm.data.fillbyte");
        }

        content.Close();
    }

    /// <summary>Describes the return codes of a Write Var's answer.</summary>
    public static void DescribeReturnCodes(FieldCursor content, int count)
    {
        for (int i = 0; i < count && content.Left > 0; i++)
        {
            content.Open($"Item [{i + 1}]", ReturnCode((byte)content.Peek(1)), 1, "s7comm.data.item");
            content.Code("Return code", 1, "s7comm.data.returncode", v => ReturnCode((byte)v));
            content.Close();
        }
    }

    /// <summary>The words of a return code.</summary>
    public static string ReturnCode(byte code) => S7Variables.ReturnCode(code);

    /// <summary>The address of an item as acts print it.</summary>
    static string AddressOf(S7Item item)
    {
        Batch batch = new();
        Target target = S7Target.Of(batch, item, isWrite: false);
        return S7Addresses.Instance.Format(batch.Bytes(target.Space), target.First, target.Bits, target.Form);
    }

    static string TextOf(bool hasItem, S7Item item, S7DataItem value)
    {
        Batch batch = new();
        Value read = hasItem ? S7Value.Of(batch, item, value) : new Value(S7Value.Kind(value.TransportSize, value.Value.Length), batch.Store(value.Value));
        return Value.Format(read.Kind, batch.Bytes(read.Bytes), read.Count);
    }

    static void DescribeAny(FieldCursor fields, S7Item item)
    {
        fields.Number("Transport size", 1, "s7comm.param.item.transp_size", v => S7Names.TransportSize((byte)v));
        fields.Number("Count", 2, "s7comm.param.item.length");
        fields.Number("DB number", 2, "s7comm.param.item.db");
        fields.Code("Area", 1, "s7comm.param.item.area", v => S7Names.Area((byte)v));
        fields.Open("Address", $"0x{item.Address:x6}", 3, "s7comm.param.item.address", $"{item.Address}");
        if (item.IsNumbered)
        {
            fields.Bits("Number", 3, 0x00FFFF, "s7comm.param.item.address.number");
        }
        else
        {
            fields.Bits("Byte address", 3, 0x07FFF8, "s7comm.param.item.address.byte");
            fields.Bits("Bit address", 3, 0x000007, "s7comm.param.item.address.bit");
        }

        fields.Take(3);
        fields.Close();
    }

    static void DescribeDbRead(FieldCursor fields, S7Item item)
    {
        fields.Number("Number of areas", 1, "s7comm.param.item.dbread.numareas");
        for (int i = 0; item.TryArea(i, out int db, out int first, out int bytes); i++)
        {
            fields.Open($"Area [{i + 1}]", $"DB{db}.DBB{first} BYTE {bytes}", 5, "s7comm.param.subitem");
            fields.Number("Bytes to read", 1, "s7comm.param.item.dbread.length");
            fields.Number("DB number", 2, "s7comm.param.item.dbread.db");
            fields.Number("Start address", 2, "s7comm.param.item.dbread.startaddress");
            fields.Close();
        }
    }

    static void DescribeSymbol(FieldCursor fields)
    {
        fields.Code("Reserved", 1, "s7comm.tiap.item.reserved1");
        uint root = fields.Code("Root area 1", 2, "s7comm.tiap.item.area1", v => S7TestNames.SymbolRoot((int)v));
        switch (root)
        {
            case 0:
                fields.Code("Root area 2", 2, "s7comm.tiap.item.area2", v => S7TestNames.SymbolArea((int)v));
                break;
            case 0x8A0E:
                fields.Number("DB number", 2, "s7comm.tiap.item.dbnumber");
                break;
            default:
                fields.Code("Root area 2", 2, "s7comm.tiap.item.area2unknown");
                break;
        }

        fields.Code("CRC", 4, "s7comm.tiap.item.crc");
        for (int i = 1; fields.Left >= 4; i++)
        {
            fields.Open($"Step [{i}]", $"{fields.Peek(4) & 0x0FFFFFFF}", 4, "s7comm.tiap.item.substructure");
            fields.Bits("Kind of step", 4, 0xF0000000, "s7comm.tiap.item.lid_flags", v => S7TestNames.SymbolFlag((int)v));
            fields.Bits("Value", 4, 0x0FFFFFFF, "s7comm.tiap.item.value");
            fields.Take(4);
            fields.Close();
        }
    }

    static void DescribeNck(FieldCursor fields)
    {
        fields.Open("Area and unit", $"0x{fields.Peek(1):x2}", 1, "s7comm.param.item.nck.area_unit", $"{fields.Peek(1)}");
        fields.Bits("Area", 1, 0xE0, "s7comm.param.item.nck.area", v => S7NckNames.Area((int)v));
        fields.Bits("Unit", 1, 0x1F, "s7comm.param.item.nck.unit");
        fields.Take(1);
        fields.Close();
        fields.Number("Column", 2, "s7comm.param.item.nck.column");
        fields.Number("Line", 2, "s7comm.param.item.nck.line");
        fields.Code("Module", 1, "s7comm.param.item.nck.module", v => S7NckNames.Module((byte)v));
        fields.Number("Line count", 1, "s7comm.param.item.nck.linecount");
    }
}
