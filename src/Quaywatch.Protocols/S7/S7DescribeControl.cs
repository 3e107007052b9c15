namespace Quaywatch.Protocols.S7;

/// <summary>The fields of stop, program invocation and transfers.</summary>
internal static class S7DescribeControl
{
    /// <summary>Describes PLC Stop behind its function byte.</summary>
    public static void DescribeStop(FieldCursor parameter)
    {
        parameter.Bytes("Unknown", 5, "s7comm.param.pistart.unknown1");
        if (parameter.Left > 0)
        {
            uint length = parameter.Number("Length of name", 1, "s7comm.data.plccontrol.part2_len");
            parameter.Text("Service", (int)length, "s7comm.param.pistart.servicename");
        }
    }

    /// <summary>Describes a program invocation behind its function byte.</summary>
    public static void DescribePiService(FieldCursor parameter)
    {
        parameter.Bytes("Unknown", 7, "s7comm.param.pistart.unknown1");
        if (parameter.Left == 0)
        {
            return;
        }

        int length = (int)parameter.Number("Length of arguments", 2, "s7comm.param.pistart.parameterblock_len");
        ReadOnlySpan<byte> behind = parameter.Rest[Math.Min(length, parameter.Left)..];
        ReadOnlySpan<byte> name = behind.Length > 0 && behind.Length > behind[0] ? behind.Slice(1, behind[0]) : default;
        S7PiService service = S7PiServices.Find(name);
        parameter.Open("Arguments", "", length, "s7comm.param.pistart.parameterblock");
        FieldCursor arguments = parameter.Take(length);
        DescribeArguments(arguments, service);
        arguments.Remainder("Arguments");
        parameter.Close();
        if (parameter.Left > 0)
        {
            uint nameLength = parameter.Number("Length of name", 1, "s7comm.param.pi.n_x.string_len");
            parameter.Text("Service", (int)nameLength, "s7comm.param.pistart.servicename", _ => service.Meaning);
        }
    }

    /// <summary>Describes a transfer's parameters behind their function byte.</summary>
    public static void DescribeTransfer(FieldCursor parameter, S7Frame frame)
    {
        if (parameter.Left == 0)
        {
            return;
        }

        DescribeStatus(parameter);
        bool isJob = frame.Rosctr == S7Rosctr.Job;
        if (!isJob && frame.Function != S7Function.StartUpload)
        {
            return;
        }

        if (frame.Function is S7Function.DownloadEnded or S7Function.EndUpload)
        {
            parameter.Code("Error code", 2, "s7comm.data.blockcontrol.errorcode", v => S7Errors.Name((ushort)v));
        }
        else
        {
            parameter.Bytes("Unknown", 2, "s7comm.data.blockcontrol.unknown1");
        }

        if (frame.Function is S7Function.StartUpload or S7Function.Upload or S7Function.EndUpload)
        {
            parameter.Code("Upload identifier", 4, "s7comm.data.blockcontrol.uploadid");
        }
        else
        {
            parameter.Bytes("Unknown", 4, "s7comm.data.blockcontrol.unknown1");
        }

        if (parameter.Left > 0 && !isJob)
        {
            uint digits = parameter.Number("Length of block length", 1, "s7comm.param.blockcontrol.upl_lenstring_len");
            parameter.Text("Block length", (int)digits, "s7comm.param.blockcontrol.upl_lenstring");
        }
        else if (parameter.Left > 0 && frame.Function is not (S7Function.Upload or S7Function.EndUpload))
        {
            DescribeFileName(parameter);
            DescribeLengths(parameter, frame.Function);
        }
    }

    /// <summary>Describes the status byte of transfers and program invocations.</summary>
    public static void DescribeStatus(FieldCursor parameter)
    {
        uint status = parameter.Peek(1);
        parameter.Open("Function status", $"0x{status:x2}", 1, "s7comm.param.blockcontrol.functionstatus", $"{status}");
        parameter.Bits("More data following", 1, 0x01, "s7comm.param.blockcontrol.functionstatus.more");
        parameter.Bits("Error", 1, 0x02, "s7comm.param.blockcontrol.functionstatus.error");
        parameter.Take(1);
        parameter.Close();
    }

    static void DescribeFileName(FieldCursor parameter)
    {
        int length = (int)parameter.Number("Length of file name", 1, "s7comm.param.blockcontrol.filename_len");
        ReadOnlySpan<byte> bytes = parameter.Rest[..Math.Min(length, parameter.Left)];
        if (!S7BlockName.TryReadFile(bytes, out S7BlockName name))
        {
            parameter.Text("File name", length, "s7comm.param.blockcontrol.filename");
            return;
        }

        string text = System.Text.Encoding.ASCII.GetString(bytes);
        parameter.Open("File name", $"{name.TypeName} {name.Number} ({text})", length, "s7comm.param.blockcontrol.filename", text);
        parameter.Text("File identifier", 1, "s7comm.data.blockcontrol.file_identifier", v => S7Names.FileIdentifier((byte)v[0]));
        DescribeBlockName(parameter);
        parameter.Close();
    }

    /// <summary>Type, number and file system of a block.</summary>
    static void DescribeBlockName(FieldCursor fields)
    {
        ushort type = (ushort)fields.Peek(2);
        fields.Text("Block type", 2, "s7comm.data.blockcontrol.block_type", _ => S7Names.BlockType(type));
        fields.Text("Block number", 5, "s7comm.data.blockcontrol.block_number");
        byte system = (byte)fields.Peek(1);
        fields.Text("File system", 1, "s7comm.data.blockcontrol.dest_filesys", _ => S7Names.FileSystem(system));
    }

    static void DescribeLengths(FieldCursor parameter, S7Function function)
    {
        if (function != S7Function.RequestDownload || parameter.Left == 0)
        {
            return;
        }

        parameter.Number("Length of part 2", 1, "s7comm.data.blockcontrol.part2_len");
        parameter.Text("Unknown", 1, "s7comm.data.blockcontrol.part2_unknown");
        parameter.Text("Length of load memory", 6, "s7comm.data.blockcontrol.loadmem_len");
        parameter.Text("Length of MC7 code", 6, "s7comm.data.blockcontrol.mc7code_len");
    }

    static void DescribeArguments(FieldCursor arguments, S7PiService service)
    {
        switch (service.Arguments)
        {
            case S7PiArguments.Blocks when arguments.Left >= 2:
                uint count = arguments.Number("Number of blocks", 1, "s7comm.data.plccontrol.block_cnt");
                arguments.Code("Unknown", 1, "s7comm.param.pi.inse.unknown");
                for (int i = 0; i < count && arguments.Left >= S7BlockName.Size; i++)
                {
                    string text = Observations.NetworkText.Decode(arguments.Rest[..S7BlockName.Size]);
                    string words = S7BlockName.TryRead(arguments.Rest, out S7BlockName name) ? $"{name.TypeName} {name.Number} ({text})" : text;
                    arguments.Open("Block", words, S7BlockName.Size, "s7comm.param.blockcontrol.filename", text);
                    DescribeBlockName(arguments);
                    arguments.Close();
                }

                break;
            case S7PiArguments.Text:
                arguments.Text("Argument", arguments.Left, "s7comm.param.pistart.argument");
                break;
            case S7PiArguments.Strings:
                DescribeStrings(arguments, service);
                break;
            default:
                break;
        }
    }

    static void DescribeStrings(FieldCursor arguments, S7PiService service)
    {
        foreach (string field in service.Fields)
        {
            if (arguments.Left == 0)
            {
                return;
            }

            int length = (int)arguments.Number("Length", 1, "s7comm.param.pi.n_x.string_len");
            if (field == "password")
            {
                arguments.Secret(field, length, "s7comm.param.pi.n_x.password");
            }
            else
            {
                arguments.Text(field, length, "s7comm.param.pi.n_x." + field);
            }

            if (length % 2 == 0)
            {
                arguments.Bytes("Fill byte", 1);
            }
        }
    }
}
