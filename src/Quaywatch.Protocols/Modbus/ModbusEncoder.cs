using System.Buffers;
using System.Buffers.Binary;

namespace Quaywatch.Protocols.Modbus;

/// <summary>Builds Modbus/TCP messages. For tests, the demonstration and the lab; layouts are in <see cref="ModbusRequest"/> and
/// <see cref="ModbusResponse"/>. Values are written as given, allowed or not.</summary>
public static class ModbusEncoder
{
    /// <summary>Writes any message.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="head">Transaction and unit.</param>
    /// <param name="function">The function byte, from 128 on an exception.</param>
    /// <param name="data">What follows the function byte.</param>
    public static void Write(IBufferWriter<byte> to, ModbusHead head, byte function, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(to);
        int size = ModbusLimits.LeastMessage + data.Length;
        Span<byte> message = to.GetSpan(size);
        BinaryPrimitives.WriteUInt16BigEndian(message, head.Transaction);
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], 0);
        BinaryPrimitives.WriteUInt16BigEndian(message[4..], (ushort)(ModbusLimits.LeastLength + data.Length));
        message[6] = head.Unit;
        message[7] = function;
        data.CopyTo(message[ModbusLimits.LeastMessage..]);
        to.Advance(size);
    }

    /// <summary>Writes a request that is its function code alone (7, 11, 12, 17).</summary>
    public static void WriteRequest(IBufferWriter<byte> to, ModbusHead head, ModbusFunction function) => Write(to, head, (byte)function, default);

    /// <summary>Writes an exception.</summary>
    public static void WriteException(IBufferWriter<byte> to, ModbusHead head, ModbusFunction function, byte code) =>
        Write(to, head, (byte)(0x80 | (byte)function), [code]);

    /// <summary>Writes address and quantity: a read request (1 to 4), or the answer to a write of several (15, 16).</summary>
    public static void WriteRange(IBufferWriter<byte> to, ModbusHead head, ModbusFunction function, ushort address, ushort quantity) =>
        WriteWords(to, head, function, address, quantity);

    /// <summary>Writes bytes behind their count: the answer to a read (1 to 4, 23), the server's id (17).</summary>
    public static void WriteCounted(IBufferWriter<byte> to, ModbusHead head, ModbusFunction function, ReadOnlySpan<byte> values)
    {
        Span<byte> data = stackalloc byte[1 + byte.MaxValue];
        data[0] = (byte)values.Length;
        values.CopyTo(data[1..]);
        Write(to, head, (byte)function, data[..(1 + values.Length)]);
    }

    /// <summary>Writes the write of a register (6), and its answer.</summary>
    public static void WriteRegister(IBufferWriter<byte> to, ModbusHead head, ushort address, ushort value) =>
        WriteWords(to, head, ModbusFunction.WriteSingleRegister, address, value);

    /// <summary>Writes the write of a coil (5), and its answer.</summary>
    public static void WriteCoil(IBufferWriter<byte> to, ModbusHead head, ushort address, bool isOn) =>
        WriteWords(to, head, ModbusFunction.WriteSingleCoil, address, isOn ? ModbusLimits.CoilOn : (ushort)0);

    /// <summary>Writes the write of several coils or registers (15, 16).</summary>
    public static void WriteMultiple(
        IBufferWriter<byte> to, ModbusHead head, ModbusFunction function, ushort address, ushort quantity, ReadOnlySpan<byte> values)
    {
        Span<byte> data = stackalloc byte[5 + byte.MaxValue];
        Put(data, address, quantity);
        data[4] = (byte)values.Length;
        values.CopyTo(data[5..]);
        Write(to, head, (byte)function, data[..(5 + values.Length)]);
    }

    /// <summary>Writes the masked write of a register (22), and its answer.</summary>
    public static void WriteMask(IBufferWriter<byte> to, ModbusHead head, ushort address, ushort and, ushort or)
    {
        Span<byte> data = stackalloc byte[6];
        Put(data, address, and);
        BinaryPrimitives.WriteUInt16BigEndian(data[4..], or);
        Write(to, head, (byte)ModbusFunction.MaskWriteRegister, data);
    }

    /// <summary>Writes the request that writes and reads registers (23).</summary>
    public static void WriteReadWrite(
        IBufferWriter<byte> to,
        ModbusHead head,
        ushort readAddress,
        ushort readQuantity,
        ushort writeAddress,
        ushort writeQuantity,
        ReadOnlySpan<byte> values)
    {
        Span<byte> data = stackalloc byte[9 + byte.MaxValue];
        Put(data, readAddress, readQuantity);
        Put(data[4..], writeAddress, writeQuantity);
        data[8] = (byte)values.Length;
        values.CopyTo(data[9..]);
        Write(to, head, (byte)ModbusFunction.ReadWriteMultipleRegisters, data[..(9 + values.Length)]);
    }

    /// <summary>Writes the answer with the eight exception status outputs (7).</summary>
    public static void WriteExceptionStatus(IBufferWriter<byte> to, ModbusHead head, byte outputs) =>
        Write(to, head, (byte)ModbusFunction.ReadExceptionStatus, [outputs]);

    /// <summary>Writes a diagnostic (8), and its answer.</summary>
    public static void WriteDiagnostic(IBufferWriter<byte> to, ModbusHead head, ushort subFunction, ReadOnlySpan<byte> bytes)
    {
        Span<byte> data = stackalloc byte[2 + byte.MaxValue];
        BinaryPrimitives.WriteUInt16BigEndian(data, subFunction);
        bytes.CopyTo(data[2..]);
        Write(to, head, (byte)ModbusFunction.Diagnostics, data[..(2 + bytes.Length)]);
    }

    /// <summary>Writes the answer with status and event count (11).</summary>
    public static void WriteEventCounter(IBufferWriter<byte> to, ModbusHead head, ushort status, ushort events) =>
        WriteWords(to, head, ModbusFunction.GetCommEventCounter, status, events);

    /// <summary>Writes the answer with the last events (12).</summary>
    public static void WriteEventLog(IBufferWriter<byte> to, ModbusHead head, ushort status, ushort events, ushort messages, ReadOnlySpan<byte> log)
    {
        Span<byte> data = stackalloc byte[7 + byte.MaxValue];
        data[0] = (byte)(6 + log.Length);
        Put(data[1..], status, events);
        BinaryPrimitives.WriteUInt16BigEndian(data[5..], messages);
        log.CopyTo(data[7..]);
        Write(to, head, (byte)ModbusFunction.GetCommEventLog, data[..(7 + log.Length)]);
    }

    /// <summary>Writes the request for records (20); their values are left out.</summary>
    public static void WriteRecordsRequest(IBufferWriter<byte> to, ModbusHead head, ReadOnlySpan<ModbusRecord> records) =>
        WriteGroups(to, head, ModbusFunction.ReadFileRecord, records, withValues: false);

    /// <summary>Writes the answer with the values of records (20).</summary>
    public static void WriteRecordsAnswer(IBufferWriter<byte> to, ModbusHead head, ReadOnlySpan<ModbusRecord> records)
    {
        Span<byte> data = stackalloc byte[1 + byte.MaxValue];
        int length = 1;
        foreach (ref readonly ModbusRecord record in records)
        {
            data[length] = (byte)(1 + record.Values.Length);
            data[length + 1] = ModbusLimits.FileReference;
            record.Values.Span.CopyTo(data[(length + 2)..]);
            length += 2 + record.Values.Length;
        }

        data[0] = (byte)(length - 1);
        Write(to, head, (byte)ModbusFunction.ReadFileRecord, data[..length]);
    }

    /// <summary>Writes the write of records (21), and its answer.</summary>
    public static void WriteRecords(IBufferWriter<byte> to, ModbusHead head, ReadOnlySpan<ModbusRecord> records) =>
        WriteGroups(to, head, ModbusFunction.WriteFileRecord, records, withValues: true);

    /// <summary>Writes the request for a queue (24).</summary>
    public static void WriteFifoRequest(IBufferWriter<byte> to, ModbusHead head, ushort address) =>
        Write(to, head, (byte)ModbusFunction.ReadFifoQueue, [(byte)(address >> 8), (byte)address]);

    /// <summary>Writes the answer with a queue's words (24).</summary>
    public static void WriteFifoAnswer(IBufferWriter<byte> to, ModbusHead head, ReadOnlySpan<byte> values)
    {
        Span<byte> data = stackalloc byte[4 + byte.MaxValue];
        Put(data, (ushort)(2 + values.Length), (ushort)(values.Length / 2));
        values.CopyTo(data[4..]);
        Write(to, head, (byte)ModbusFunction.ReadFifoQueue, data[..(4 + values.Length)]);
    }

    /// <summary>Writes the request for identification (43/14).</summary>
    public static void WriteIdentificationRequest(IBufferWriter<byte> to, ModbusHead head, byte level, byte firstObject) =>
        Write(to, head, (byte)ModbusFunction.EncapsulatedInterface, [ModbusNames.DeviceIdentification, level, firstObject]);

    /// <summary>Writes the answer with objects (43/14).</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="head">Transaction and unit.</param>
    /// <param name="level">The level asked for.</param>
    /// <param name="conformity">What the device can give.</param>
    /// <param name="next">The object to ask for next; null where nothing follows.</param>
    /// <param name="objects">The objects.</param>
    public static void WriteIdentification(
        IBufferWriter<byte> to, ModbusHead head, byte level, byte conformity, byte? next, ReadOnlySpan<ModbusObject> objects)
    {
        Span<byte> data = stackalloc byte[6 + (2 * byte.MaxValue)];
        ReadOnlySpan<byte> fixedPart =
        [
            ModbusNames.DeviceIdentification, level, conformity, next is null ? (byte)0 : byte.MaxValue, next ?? 0, (byte)objects.Length,
        ];
        fixedPart.CopyTo(data);
        int length = fixedPart.Length;
        foreach (ref readonly ModbusObject item in objects)
        {
            data[length] = item.Id;
            data[length + 1] = (byte)item.Value.Length;
            item.Value.Span.CopyTo(data[(length + 2)..]);
            length += 2 + item.Value.Length;
        }

        Write(to, head, (byte)ModbusFunction.EncapsulatedInterface, data[..length]);
    }

    /// <summary>Writes a CANopen telegram (43/13), and its answer.</summary>
    public static void WriteCanOpen(IBufferWriter<byte> to, ModbusHead head, ReadOnlySpan<byte> telegram)
    {
        Span<byte> data = stackalloc byte[1 + byte.MaxValue];
        data[0] = ModbusNames.CanOpen;
        telegram.CopyTo(data[1..]);
        Write(to, head, (byte)ModbusFunction.EncapsulatedInterface, data[..(1 + telegram.Length)]);
    }

    static void WriteGroups(IBufferWriter<byte> to, ModbusHead head, ModbusFunction function, ReadOnlySpan<ModbusRecord> records, bool withValues)
    {
        Span<byte> data = stackalloc byte[1 + byte.MaxValue];
        int length = 1;
        foreach (ref readonly ModbusRecord record in records)
        {
            data[length] = ModbusLimits.FileReference;
            Put(data[(length + 1)..], record.File, record.Record);
            BinaryPrimitives.WriteUInt16BigEndian(data[(length + 5)..], record.Words);
            length += 7;
            if (withValues)
            {
                record.Values.Span.CopyTo(data[length..]);
                length += record.Values.Length;
            }
        }

        data[0] = (byte)(length - 1);
        Write(to, head, (byte)function, data[..length]);
    }

    static void WriteWords(IBufferWriter<byte> to, ModbusHead head, ModbusFunction function, ushort first, ushort second)
    {
        Span<byte> data = stackalloc byte[4];
        Put(data, first, second);
        Write(to, head, (byte)function, data);
    }

    static void Put(Span<byte> to, ushort first, ushort second)
    {
        BinaryPrimitives.WriteUInt16BigEndian(to, first);
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], second);
    }
}
