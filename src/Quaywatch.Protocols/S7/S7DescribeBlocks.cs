namespace Quaywatch.Protocols.S7;

/// <summary>The fields of block functions: lists of blocks, information on one.</summary>
internal static class S7DescribeBlocks
{
    /// <summary>Bytes of an answer with information on one block.</summary>
    const int InformationSize = 78;

    /// <summary>Describes the data.</summary>
    public static void Describe(FieldCursor data, S7Userdata userdata, byte returnCode)
    {
        switch (userdata.Subfunction)
        {
            case 1 when userdata.IsResponse:
                for (int i = 1; data.Left >= 4; i++)
                {
                    ushort type = (ushort)data.Peek(2);
                    data.Open($"Type [{i}]", $"{data.Peek(2, 2)} {S7Names.BlockType(type) ?? "blocks"}", 4, "s7comm.data.item");
                    data.Text("Block type", 2, "s7comm.blockinfo.blocktype", _ => S7Names.BlockType(type));
                    data.Number("Block count", 2, "s7comm.blockinfo.block_count");
                    data.Close();
                }

                break;
            case 2 when userdata.IsRequest:
                ushort asked = (ushort)data.Peek(2);
                data.Text("Block type", 2, "s7comm.blockinfo.blocktype", _ => S7Names.BlockType(asked));
                break;
            case 2:
                for (int i = 1; data.Left >= 4; i++)
                {
                    data.Open($"Block [{i}]", $"{data.Peek(2)}", 4, "s7comm.data.item");
                    data.Number("Block number", 2, "s7comm.blockinfo.block_num");
                    data.Code("Block flags", 1, "s7comm.blockinfo.flags");
                    data.Number("Block language", 1, "s7comm.blockinfo.block_lang", v => S7TestNames.Language((byte)v));
                    data.Close();
                }

                break;
            case 3 when userdata.IsRequest && data.Left >= S7BlockName.Size:
                ushort kind = (ushort)data.Peek(2);
                data.Text("Block type", 2, "s7comm.blockinfo.blocktype", _ => S7Names.BlockType(kind));
                data.Text("Block number", 5, "s7comm.data.blockinfo.block_number");
                byte system = (byte)data.Peek(1);
                data.Text("File system", 1, "s7comm.data.blockinfo.filesys", _ => S7Names.FileSystem(system));
                break;
            case 3 when data.Left >= InformationSize && returnCode == S7Names.Success:
                DescribeInformation(data);
                break;
            default:
                break;
        }
    }

    static void DescribeInformation(FieldCursor data)
    {
        ushort type = (ushort)data.Peek(2);
        data.Text("Block type", 2, "s7comm.blockinfo.blocktype", _ => S7Names.BlockType(type));
        data.Number("Length of information", 2, "s7comm.blockinfo.res_infolength");
        data.Code("Unknown", 2, "s7comm.blockinfo.res_unknown2");
        data.Text("Constant", 2, "s7comm.blockinfo.res_const3");
        data.Bytes("Unknown", 1, "s7comm.blockinfo.res_unknown");
        data.Open("Block flags", $"0x{data.Peek(1):x2}", 1, "s7comm.param.userdata.blockinfo.flags", $"{data.Peek(1)}");
        data.Bits("Linked", 1, 0x01, "s7comm.param.userdata.blockinfo.linked");
        data.Bits("Standard block", 1, 0x02, "s7comm.param.userdata.blockinfo.standard_block");
        data.Bits("Not retentive", 1, 0x08, "s7comm.param.userdata.blockinfo.nonretain");
        data.Take(1);
        data.Close();
        data.Number("Block language", 1, "s7comm.blockinfo.block_lang", v => S7TestNames.Language((byte)v));
        data.Number("Block type", 1, "s7comm.blockinfo.subblk_type", v => S7TestNames.SubblockType((int)v));
        data.Number("Block number", 2, "s7comm.blockinfo.block_num");
        data.Number("Length in load memory", 4, "s7comm.blockinfo.load_mem_len");
        data.Number("Block security", 4, "s7comm.blockinfo.blocksecurity", v => S7TestNames.Security(v));
        S7DescribeTimestamps.DescribeDays(data, "Code timestamp", "s7comm.blockinfo.code_timestamp");
        S7DescribeTimestamps.DescribeDays(data, "Interface timestamp", "s7comm.blockinfo.interface_timestamp");
        data.Number("SSB length", 2, "s7comm.blockinfo.ssb_len");
        data.Number("ADD length", 2, "s7comm.blockinfo.add_len");
        data.Number("Length of local data", 2, "s7comm.blockinfo.localdata_len");
        data.Number("Length of MC7 code", 2, "s7comm.blockinfo.mc7_len");
        data.Text("Author", 8, "s7comm.blockinfo.author");
        data.Text("Family", 8, "s7comm.blockinfo.family");
        data.Text("Name", 8, "s7comm.blockinfo.headername");
        string version = $"{data.Peek(1) >> 4}.{data.Peek(1) & 0x0F}";
        data.Value("Version", version, 1, "s7comm.blockinfo.headerversion", version);
        data.Bytes("Unknown", 1, "s7comm.blockinfo.res_unknown");
        data.Code("Checksum", 2, "s7comm.blockinfo.checksum");
        data.Code("Reserved", 4, "s7comm.blockinfo.reserved1");
        data.Code("Reserved", 4, "s7comm.blockinfo.reserved2");
    }
}
