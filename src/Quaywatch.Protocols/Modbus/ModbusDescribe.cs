using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Modbus;

/// <summary>The field tree of Modbus/TCP messages. Field names and bare values as Wireshark 4.0 has them, so that the two can be
/// compared.</summary>
internal static class ModbusDescribe
{
    /// <summary>Describes one message.</summary>
    public static void Describe(in Message message, FieldTree tree)
    {
        FieldCursor data = new(tree, message.Bytes.ToArray(), 0);
        bool isFrame = ModbusFrame.TryRead(message.Bytes, out ModbusFrame frame);
        bool isRequest = isFrame && IsRequest(message, frame);
        DescribeHeader(data);
        if (data.Left == 0)
        {
            return;
        }

        data.Open("Modbus", Kind(isFrame, isRequest, frame), data.Left);
        bool isException = (data.Peek(1) & 0x80) != 0;
        DescribeFunction(data, isException);
        if (isException)
        {
            data.Number("Exception Code", 1, "modbus.exception_code", v => ModbusNames.Exception((byte)v));
        }
        else if (isFrame)
        {
            DescribeData(data.Take(frame.Data.Length), message, frame, isRequest);
        }

        data.Remainder(isFrame ? "Bytes behind the message" : "Message cut short");
        data.Close();
    }

    static void DescribeHeader(FieldCursor data)
    {
        data.Open("Modbus/TCP", $"transaction {data.Peek(2)}, unit {data.Peek(1, 6)}", Math.Min(data.Left, ModbusLimits.Header));
        FieldCursor head = data.Take(ModbusLimits.Header);
        head.Number("Transaction Identifier", 2, "mbtcp.trans_id");
        head.Number("Protocol Identifier", 2, "mbtcp.prot_id");
        head.Number("Length", 2, "mbtcp.len");
        head.Number("Unit Identifier", 1, "mbtcp.unit_id");
        data.Close();
    }

    static void DescribeFunction(FieldCursor data, bool isException)
    {
        uint code = data.Peek(1) & 0x7f;
        string name = ModbusNames.Function((ModbusFunction)code);
        data.Value("Function Code", $"{name}{(isException ? ", exception" : "")} ({code})", 1, "modbus.func_code", $"{code}");
    }

    /// <summary>The fields of the function; what is too short for it is described as far as it goes.</summary>
    static void DescribeData(FieldCursor data, in Message message, ModbusFrame frame, bool isRequest)
    {
        if (isRequest)
        {
            _ = ModbusRequest.TryRead(frame, out ModbusRequest request);
            ModbusDescribeRequest.Describe(data, frame.Function, request);
        }
        else
        {
            bool isAsked = ModbusFrame.TryRead(message.Request, out ModbusFrame askedFrame) && askedFrame.Function == frame.Function;
            _ = ModbusRequest.TryRead(isAsked ? askedFrame : default, out ModbusRequest asked);
            _ = ModbusResponse.TryRead(frame, out ModbusResponse answer);
            ModbusDescribeResponse.Describe(data, frame.Function, answer, asked);
        }

        data.Remainder("Bytes behind the data");
    }

    /// <summary>Where nobody knows who sent it, what has a request is an answer, and so is what can be nothing else.</summary>
    static bool IsRequest(in Message message, ModbusFrame frame) => message.FromClient
        ?? (message.Request.IsEmpty && (ModbusForm.OfRequest(frame) != ModbusFit.No || ModbusForm.OfResponse(frame) == ModbusFit.No));

    static string Kind(bool isFrame, bool isRequest, ModbusFrame frame) =>
        !isFrame ? "cut short" : frame.IsException ? "exception" : isRequest ? "request" : "answer";
}
