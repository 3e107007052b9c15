namespace Quaywatch.Protocols.Modbus;

/// <summary>Hands an exchange to the part of the room that knows what it amounts to.</summary>
internal static class ModbusActs
{
    /// <summary>Says what an exchange amounts to. What was asked counts; the answer alone where the request was not seen.</summary>
    public static void Say(in ModbusExchange exchange)
    {
        bool isAsked = ModbusRequest.TryRead(exchange.RequestFrame, out ModbusRequest request);
        bool isAnswered = ModbusResponse.TryRead(exchange.AnswerFrame, out ModbusResponse answer);
        bool isReadable = exchange.HasRequest ? isAsked : isAnswered;
        switch (isReadable ? exchange.Frame.Function : ModbusFunction.None)
        {
            case >= ModbusFunction.ReadCoils and <= ModbusFunction.ReadInputRegisters:
            case ModbusFunction.ReadFifoQueue:
                ModbusMemory.SayRead(exchange, request, answer);
                break;
            case ModbusFunction.WriteSingleCoil:
            case ModbusFunction.WriteSingleRegister:
            case ModbusFunction.WriteMultipleCoils:
            case ModbusFunction.WriteMultipleRegisters:
                ModbusMemory.SayWrite(exchange, request, answer);
                break;
            case ModbusFunction.MaskWriteRegister:
                ModbusMemory.SayMask(exchange, request, answer);
                break;
            case ModbusFunction.ReadWriteMultipleRegisters:
                ModbusMemory.SayWrite(exchange, request, answer);
                ModbusMemory.SayRead(exchange, request, answer, item: 1);
                break;
            case ModbusFunction.ReadFileRecord:
                ModbusMemory.SayRecordsRead(exchange, request, answer);
                break;
            case ModbusFunction.WriteFileRecord:
                ModbusMemory.SayRecordsWritten(exchange, request, answer);
                break;
            default:
                ModbusControl.Say(exchange, request, answer);
                break;
        }
    }
}
