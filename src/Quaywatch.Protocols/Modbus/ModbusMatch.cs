namespace Quaywatch.Protocols.Modbus;

/// <summary>Whether an answer can be the answer to a request: what it repeats must be equal, and it must bring as much as was asked
/// for. A pure function; who waits and for how long is the parser's.</summary>
public static class ModbusMatch
{
    /// <summary>Whether the answer fits the request beyond its key.</summary>
    public static bool Fits(scoped in ModbusFrame request, scoped in ModbusFrame answer)
    {
        if (request.Key != answer.Key || request.IsException)
        {
            return false;
        }

        if (answer.IsException)
        {
            return true;
        }

        return ModbusRequest.TryRead(request, out ModbusRequest asked) && ModbusResponse.TryRead(answer, out ModbusResponse answered)
            && Fits(asked, answered);
    }

    static bool Fits(scoped in ModbusRequest asked, scoped in ModbusResponse answered) => asked.Function switch
    {
        ModbusFunction.ReadCoils or ModbusFunction.ReadDiscreteInputs => answered.ByteCount == (asked.Quantity + 7) / 8,
        ModbusFunction.ReadHoldingRegisters or ModbusFunction.ReadInputRegisters or ModbusFunction.ReadWriteMultipleRegisters =>
            answered.ByteCount == asked.Quantity * 2,
        ModbusFunction.WriteSingleCoil or ModbusFunction.WriteSingleRegister or ModbusFunction.MaskWriteRegister
            or ModbusFunction.WriteFileRecord => answered.Frame.Data.SequenceEqual(asked.Frame.Data),
        ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters => answered.Frame.Data.SequenceEqual(asked.Frame.Data[..4]),
        ModbusFunction.Diagnostics => answered.Diagnostic == asked.Diagnostic
            && (asked.Diagnostic != ModbusNames.ReturnQueryData || answered.DiagnosticData.SequenceEqual(asked.DiagnosticData)),
        ModbusFunction.EncapsulatedInterface => answered.Interface == asked.Interface
            && answered.IdentificationLevel == asked.IdentificationLevel,
        _ => true,
    };
}
