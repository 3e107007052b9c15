using System.Buffers;
using Quaywatch.Protocols.Modbus;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>Builds a message again by the encoder from what the view reads.</summary>
static class ModbusAgain
{
    public static byte[] Request(ModbusFrame frame)
    {
        ModbusHead head = new(frame.Transaction, frame.Unit);
        Assert.True(ModbusRequest.TryRead(frame, out ModbusRequest read));
        ArrayBufferWriter<byte> to = new();
        switch (frame.Function)
        {
            case >= ModbusFunction.ReadCoils and <= ModbusFunction.ReadInputRegisters:
                ModbusEncoder.WriteRange(to, head, frame.Function, read.Address, read.Quantity);
                break;
            case ModbusFunction.WriteSingleCoil:
                ModbusEncoder.WriteCoil(to, head, read.Address, read.Values[0] != 0);
                break;
            case ModbusFunction.WriteSingleRegister:
                ModbusEncoder.WriteRegister(to, head, read.Address, Word(read.Values));
                break;
            case ModbusFunction.ReadExceptionStatus or ModbusFunction.GetCommEventCounter or ModbusFunction.GetCommEventLog or ModbusFunction.ReportServerId:
                ModbusEncoder.WriteRequest(to, head, frame.Function);
                break;
            case ModbusFunction.Diagnostics:
                ModbusEncoder.WriteDiagnostic(to, head, read.Diagnostic, read.DiagnosticData);
                break;
            case ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters:
                ModbusEncoder.WriteMultiple(to, head, frame.Function, read.Address, read.Quantity, read.Values);
                break;
            case ModbusFunction.ReadFileRecord:
                ModbusEncoder.WriteRecordsRequest(to, head, Records(read.Groups));
                break;
            case ModbusFunction.WriteFileRecord:
                ModbusEncoder.WriteRecords(to, head, Records(read.Groups));
                break;
            case ModbusFunction.MaskWriteRegister:
                ModbusEncoder.WriteMask(to, head, read.Address, read.AndMask, read.OrMask);
                break;
            case ModbusFunction.ReadWriteMultipleRegisters:
                ModbusEncoder.WriteReadWrite(to, head, read.Address, read.Quantity, read.WriteAddress, read.WriteQuantity, read.Values);
                break;
            case ModbusFunction.ReadFifoQueue:
                ModbusEncoder.WriteFifoRequest(to, head, read.Address);
                break;
            case ModbusFunction.EncapsulatedInterface when read.Interface == ModbusNames.DeviceIdentification:
                ModbusEncoder.WriteIdentificationRequest(to, head, read.IdentificationLevel, read.ObjectId);
                break;
            case ModbusFunction.EncapsulatedInterface:
                ModbusEncoder.WriteCanOpen(to, head, frame.Data[1..]);
                break;
            default:
                ModbusEncoder.Write(to, head, (byte)frame.Function, frame.Data);
                break;
        }

        return to.WrittenSpan.ToArray();
    }

    public static byte[] Response(ModbusFrame frame)
    {
        ModbusHead head = new(frame.Transaction, frame.Unit);
        ArrayBufferWriter<byte> to = new();
        if (frame.IsException)
        {
            ModbusEncoder.WriteException(to, head, frame.Function, frame.Exception);
            return to.WrittenSpan.ToArray();
        }

        Assert.True(ModbusResponse.TryRead(frame, out ModbusResponse read));
        switch (frame.Function)
        {
            case (>= ModbusFunction.ReadCoils and <= ModbusFunction.ReadInputRegisters) or ModbusFunction.ReadWriteMultipleRegisters:
                ModbusEncoder.WriteCounted(to, head, frame.Function, read.Values);
                break;
            case ModbusFunction.ReportServerId:
                ModbusEncoder.WriteCounted(to, head, frame.Function, read.ServerId);
                break;
            case ModbusFunction.WriteSingleCoil:
                ModbusEncoder.WriteCoil(to, head, read.Address, read.Values[0] != 0);
                break;
            case ModbusFunction.WriteSingleRegister:
                ModbusEncoder.WriteRegister(to, head, read.Address, Word(read.Values));
                break;
            case ModbusFunction.ReadExceptionStatus:
                ModbusEncoder.WriteExceptionStatus(to, head, read.Values[0]);
                break;
            case ModbusFunction.Diagnostics:
                ModbusEncoder.WriteDiagnostic(to, head, read.Diagnostic, read.DiagnosticData);
                break;
            case ModbusFunction.GetCommEventCounter:
                ModbusEncoder.WriteEventCounter(to, head, read.Status, read.EventCount);
                break;
            case ModbusFunction.GetCommEventLog:
                ModbusEncoder.WriteEventLog(to, head, read.Status, read.EventCount, read.MessageCount, read.EventLog);
                break;
            case ModbusFunction.WriteMultipleCoils or ModbusFunction.WriteMultipleRegisters:
                ModbusEncoder.WriteRange(to, head, frame.Function, read.Address, read.Quantity);
                break;
            case ModbusFunction.ReadFileRecord:
                ModbusEncoder.WriteRecordsAnswer(to, head, Records(read.Groups));
                break;
            case ModbusFunction.WriteFileRecord:
                ModbusEncoder.WriteRecords(to, head, Records(read.Groups));
                break;
            case ModbusFunction.MaskWriteRegister:
                ModbusEncoder.WriteMask(to, head, read.Address, read.AndMask, read.OrMask);
                break;
            case ModbusFunction.ReadFifoQueue:
                ModbusEncoder.WriteFifoAnswer(to, head, read.Values);
                break;
            case ModbusFunction.EncapsulatedInterface when read.Interface == ModbusNames.DeviceIdentification:
                byte? next = read.MoreFollows == 0 ? null : read.NextObjectId;
                ModbusEncoder.WriteIdentification(to, head, read.IdentificationLevel, read.Conformity, next, Objects(read.Objects));
                break;
            case ModbusFunction.EncapsulatedInterface:
                ModbusEncoder.WriteCanOpen(to, head, frame.Data[1..]);
                break;
            default:
                ModbusEncoder.Write(to, head, (byte)frame.Function, frame.Data);
                break;
        }

        return to.WrittenSpan.ToArray();
    }

    static ModbusRecord[] Records(ModbusFileGroups groups)
    {
        List<ModbusRecord> records = [];
        while (groups.MoveNext())
        {
            records.Add(new ModbusRecord(groups.File, groups.Record, groups.Words, groups.Values.ToArray()));
        }

        return [.. records];
    }

    static ModbusObject[] Objects(ModbusObjects objects)
    {
        List<ModbusObject> read = [];
        while (objects.MoveNext())
        {
            read.Add(new ModbusObject(objects.Id, objects.Value.ToArray()));
        }

        return [.. read];
    }

    static ushort Word(ReadOnlySpan<byte> bytes) => (ushort)((bytes[0] << 8) | bytes[1]);
}
