namespace Quaywatch.Protocols.Modbus;

/// <summary>The length and value rules of each function. A request and an answer look alike (nothing in the header tells them
/// apart), so form is what proves Modbus on a strange port, and often shows who asks. Modbus Application Protocol V1.1b3,
/// section 6: the checks of the state diagrams.</summary>
public static class ModbusForm
{
    /// <summary>Whether the message has the form of a request.</summary>
    public static ModbusFit OfRequest(scoped in ModbusFrame frame)
    {
        if (frame.IsException)
        {
            return ModbusFit.No;
        }

        if (!ModbusNames.IsPublic(frame.Function))
        {
            return ModbusFit.Unknown;
        }

        return ModbusRequest.TryRead(frame, out ModbusRequest request) ? OfRequest(request, frame.Data.Length) : ModbusFit.No;
    }

    /// <summary>Whether the message has the form of an answer or of an exception.</summary>
    public static ModbusFit OfResponse(scoped in ModbusFrame frame)
    {
        if (frame.IsException)
        {
            return Lengths(frame.Data.Length == 1, ModbusNames.IsException(frame.Exception) && frame.Function != ModbusFunction.None);
        }

        if (!ModbusNames.IsPublic(frame.Function))
        {
            return ModbusFit.Unknown;
        }

        return ModbusResponse.TryRead(frame, out ModbusResponse response) ? OfResponse(response, frame.Data.Length) : ModbusFit.No;
    }

    /// <summary>Whether the two bytes are a coil's value: 0xff00 or 0.</summary>
    public static bool IsCoil(ReadOnlySpan<byte> value) => value.Length == 2 && value[1] == 0 && value[0] is 0 or 0xff;

    static ModbusFit OfRequest(scoped in ModbusRequest request, int length) => request.Function switch
    {
        ModbusFunction.ReadCoils or ModbusFunction.ReadDiscreteInputs => Lengths(length == 4, IsRange(request, ModbusLimits.MostBitsRead)),
        ModbusFunction.ReadHoldingRegisters or ModbusFunction.ReadInputRegisters => Lengths(
            length == 4, IsRange(request, ModbusLimits.MostRegistersRead)),
        ModbusFunction.WriteSingleCoil => Lengths(length == 4, IsCoil(request.Values)),
        ModbusFunction.WriteSingleRegister => Lengths(length == 4, true),
        ModbusFunction.Diagnostics => OfDiagnostics(request.Diagnostic, request.DiagnosticData),
        ModbusFunction.WriteMultipleCoils => Lengths(
            length == 5 + request.ByteCount,
            IsRange(request, ModbusLimits.MostBitsWritten) && request.ByteCount == (request.Quantity + 7) / 8),
        ModbusFunction.WriteMultipleRegisters => Lengths(
            length == 5 + request.ByteCount,
            IsRange(request, ModbusLimits.MostRegistersWritten) && request.ByteCount == request.Quantity * 2),
        ModbusFunction.ReadFileRecord or ModbusFunction.WriteFileRecord => OfGroups(
            request.Groups, length == 1 + request.ByteCount, request.ByteCount),
        ModbusFunction.MaskWriteRegister => Lengths(length == 6, true),
        ModbusFunction.ReadWriteMultipleRegisters => Lengths(
            length == 9 + request.ByteCount,
            IsRange(request, ModbusLimits.MostRegistersRead) && IsWriteRange(request) && request.ByteCount == request.WriteQuantity * 2),
        ModbusFunction.ReadFifoQueue => Lengths(length == 2, true),
        ModbusFunction.EncapsulatedInterface => OfInterface(request, length),
        _ => Lengths(length == 0, true),
    };

    static ModbusFit OfResponse(scoped in ModbusResponse response, int length) => response.Function switch
    {
        ModbusFunction.ReadCoils or ModbusFunction.ReadDiscreteInputs => Lengths(
            length == 1 + response.ByteCount, response.ByteCount is > 0 and <= (ModbusLimits.MostBitsRead + 7) / 8),
        ModbusFunction.ReadHoldingRegisters or ModbusFunction.ReadInputRegisters or ModbusFunction.ReadWriteMultipleRegisters => Lengths(
            length == 1 + response.ByteCount, IsWords(response.ByteCount, ModbusLimits.MostRegistersRead)),
        ModbusFunction.WriteSingleCoil => Lengths(length == 4, IsCoil(response.Values)),
        ModbusFunction.WriteSingleRegister or ModbusFunction.GetCommEventCounter => Lengths(length == 4, true),
        ModbusFunction.ReadExceptionStatus => Lengths(length == 1, true),
        ModbusFunction.Diagnostics => OfDiagnostics(response.Diagnostic, response.DiagnosticData),
        ModbusFunction.GetCommEventLog => Lengths(length == 1 + response.ByteCount, response.ByteCount is >= 6 and <= 70),
        ModbusFunction.WriteMultipleCoils => Lengths(length == 4, IsRange(response, ModbusLimits.MostBitsWritten)),
        ModbusFunction.WriteMultipleRegisters => Lengths(length == 4, IsRange(response, ModbusLimits.MostRegistersWritten)),
        ModbusFunction.ReportServerId => Lengths(length == 1 + response.ByteCount, response.ByteCount >= 2),
        ModbusFunction.ReadFileRecord or ModbusFunction.WriteFileRecord => OfGroups(
            response.Groups, length == 1 + response.ByteCount, response.ByteCount),
        ModbusFunction.MaskWriteRegister => Lengths(length == 6, true),
        ModbusFunction.ReadFifoQueue => Lengths(
            length == 2 + response.ByteCount && response.ByteCount == 2 + (2 * response.FifoCount), response.FifoCount <= ModbusLimits.MostFifoWords),
        ModbusFunction.EncapsulatedInterface => OfInterface(response),
        _ => ModbusFit.No,
    };

    /// <summary>Request and answer have one form. Sub-function 0 echoes any data; all others have one word.</summary>
    static ModbusFit OfDiagnostics(ushort diagnostic, ReadOnlySpan<byte> data) =>
        Lengths(
            diagnostic == ModbusNames.ReturnQueryData ? data.Length >= 2 : data.Length == 2,
            ModbusNames.IsDiagnostic(diagnostic) && (data.Length & 1) == 0);

    static ModbusFit OfInterface(scoped in ModbusRequest request, int length) => request.Interface switch
    {
        ModbusNames.DeviceIdentification => Lengths(length == 3, request.IdentificationLevel is >= 1 and <= 4),
        ModbusNames.CanOpen => Lengths(length > 1, true),
        _ => ModbusFit.Loose,
    };

    static ModbusFit OfInterface(scoped in ModbusResponse response)
    {
        if (response.Interface != ModbusNames.DeviceIdentification)
        {
            return response.Interface == ModbusNames.CanOpen ? Lengths(response.Frame.Data.Length > 1, true) : ModbusFit.Loose;
        }

        ModbusObjects objects = response.Objects;
        while (objects.MoveNext())
        {
        }

        bool isAllowed = response.IdentificationLevel is >= 1 and <= 4 && (response.Conformity & 0x7f) is >= 1 and <= 3
            && response.MoreFollows is 0 or 0xff;
        return Lengths(!objects.HasRest, isAllowed);
    }

    static ModbusFit OfGroups(ModbusFileGroups groups, bool fits, int bytes)
    {
        bool areFiles = bytes > 0;
        while (groups.MoveNext())
        {
            areFiles &= groups.ReferenceType == ModbusLimits.FileReference;
        }

        return Lengths(fits && !groups.HasRest, areFiles);
    }

    static ModbusFit Lengths(bool fits, bool isAllowed) => !fits ? ModbusFit.No : isAllowed ? ModbusFit.Exact : ModbusFit.Loose;

    static bool IsWords(int bytes, int most) => (bytes & 1) == 0 && bytes > 0 && bytes <= most * 2;

    static bool IsRange(scoped in ModbusRequest request, int most) => IsRange(request.Address, request.Quantity, most);

    static bool IsRange(scoped in ModbusResponse response, int most) => IsRange(response.Address, response.Quantity, most);

    static bool IsWriteRange(scoped in ModbusRequest request) =>
        IsRange(request.WriteAddress, request.WriteQuantity, ModbusLimits.MostRegistersWrittenAndRead);

    static bool IsRange(ushort address, ushort quantity, int most) => quantity >= 1 && quantity <= most && address + quantity <= 0x1_0000;
}
