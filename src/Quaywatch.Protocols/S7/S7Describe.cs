using Quaywatch.Protocols.Iso;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.S7;

/// <summary>The field tree of S7comm messages. Field names and bare values as Wireshark 4.0 has them, so that the two can be
/// compared.</summary>
internal static class S7Describe
{
    /// <summary>Describes one message.</summary>
    public static void Describe(in Message message, FieldTree tree)
    {
        FieldCursor data = IsoDescribe.Describe(message.Bytes, tree);
        if (data.Left == 0)
        {
            return;
        }

        if (!S7Frame.Looks(data.Rest))
        {
            data.Remainder("User data");
            return;
        }

        bool isWhole = S7Frame.TryRead(data.Rest, out S7Frame frame);
        data.Open("S7comm", S7Names.Rosctr((byte)frame.Rosctr) ?? "", data.Left);
        DescribeHeader(data, frame);
        if (isWhole)
        {
            DescribeParts(data, frame, RequestOf(message.Request));
        }

        data.Remainder(isWhole ? "Bytes behind the PDU" : "PDU cut short");
        data.Close();
    }

    /// <summary>The request that the message answers, for values that only the question explains.</summary>
    static S7Frame RequestOf(ReadOnlySpan<byte> request)
    {
        byte[] buffer = [];
        return IsoMessage.TryRead(request, out IsoMessage message).Status == ParseStatus.Done && S7Frame.TryRead(message.Data(ref buffer), out S7Frame frame)
            ? frame
            : default;
    }

    static S7Items ItemsOf(S7Frame job) => job.IsEmpty ? default : S7Items.Of(job);

    static void DescribeHeader(FieldCursor data, S7Frame frame)
    {
        data.Open("Header", S7Names.Rosctr((byte)frame.Rosctr) ?? "", frame.HeaderLength, "s7comm.header");
        data.Code("Protocol identifier", 1, "s7comm.header.protid");
        data.Number("ROSCTR", 1, "s7comm.header.rosctr", v => S7Names.Rosctr((byte)v));
        data.Code("Redundancy identification", 2, "s7comm.header.redid");
        data.Number("PDU reference", 2, "s7comm.header.pduref");
        data.Number("Parameter length", 2, "s7comm.header.parlg");
        data.Number("Data length", 2, "s7comm.header.datlg");
        if (frame.IsAnswer)
        {
            string words = frame.Error == 0 ? "No error" : S7Errors.Name(frame.Error);
            data.Code("Error class", 1, "s7comm.header.errcls", v => S7Errors.Class((byte)v));
            data.Code("Error code", 1, "s7comm.header.errcod", _ => words);
            if (frame.Error != 0)
            {
                data.Tree.Field("Error", words, data.Offset, 0, "s7comm.param.errcod", $"{frame.Error}");
            }
        }

        data.Close();
    }

    static void DescribeParts(FieldCursor data, S7Frame frame, S7Frame request)
    {
        FieldCursor parameter = data.Take(frame.ParameterLength);
        if (frame.Rosctr == S7Rosctr.Userdata)
        {
            S7DescribeUserdata.Describe(parameter, data, frame, request);
            return;
        }

        if (frame.ParameterLength > 0)
        {
            parameter.Open("Parameter", S7Control.FunctionName(frame.Function), frame.ParameterLength, "s7comm.param");
            parameter.Code("Function", 1, "s7comm.param.func", v => S7Control.FunctionName((S7Function)v));
            DescribeParameter(parameter, frame);
            parameter.Remainder("Parameter data", "s7comm.param.data");
            parameter.Close();
        }

        if (frame.DataLength > 0)
        {
            FieldCursor content = data.Take(frame.DataLength);
            content.Open("Data", "", frame.DataLength, "s7comm.data");
            DescribeData(content, frame, request);
            content.Remainder("Bytes behind the values");
            content.Close();
        }
    }

    static void DescribeParameter(FieldCursor parameter, S7Frame frame)
    {
        bool isJob = frame.Rosctr == S7Rosctr.Job;
        switch (frame.Function)
        {
            case S7Function.ReadVar or S7Function.WriteVar when parameter.Left > 0:
                uint count = parameter.Number("Item count", 1, "s7comm.param.itemcount");
                if (isJob)
                {
                    S7DescribeItems.Describe(parameter, (int)count);
                }

                break;
            case S7Function.SetupCommunication when parameter.Left > 0:
                parameter.Code("Reserved", 1, "s7comm.param.setup_reserved1");
                parameter.Number("Parallel jobs calling", 2, "s7comm.param.maxamq_calling");
                parameter.Number("Parallel jobs called", 2, "s7comm.param.maxamq_called");
                parameter.Number("PDU length", 2, "s7comm.param.pdu_length");
                break;
            case S7Function.PiService when isJob:
                S7DescribeControl.DescribePiService(parameter);
                break;
            case S7Function.PlcStop when isJob:
                S7DescribeControl.DescribeStop(parameter);
                break;
            case >= S7Function.RequestDownload and <= S7Function.EndUpload:
                S7DescribeControl.DescribeTransfer(parameter, frame);
                break;
            case S7Function.PiService when parameter.Left > 0:
                S7DescribeControl.DescribeStatus(parameter);
                break;
            default:
                break;
        }
    }

    static void DescribeData(FieldCursor content, S7Frame frame, S7Frame request)
    {
        switch (frame.Function)
        {
            case S7Function.ReadVar when frame.Rosctr == S7Rosctr.AckData:
            case S7Function.WriteVar when frame.Rosctr == S7Rosctr.Job:
                S7DescribeItems.DescribeValues(content, frame.ItemCount, ItemsOf(frame.Rosctr == S7Rosctr.Job ? frame : request));
                break;
            case S7Function.WriteVar:
                S7DescribeItems.DescribeReturnCodes(content, frame.ItemCount);
                break;
            case S7Function.Upload or S7Function.DownloadBlock when frame.Rosctr == S7Rosctr.AckData:
                content.Number("Length", 2, "s7comm.data.length");
                content.Bytes("Unknown", 2, "s7comm.data.blockcontrol.unknown1");
                content.Remainder("Data", "s7comm.resp.data");
                break;
            default:
                content.Remainder("Data", "s7comm.resp.data");
                break;
        }
    }
}
