using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Modbus;

/// <summary>Reads and writes of coils, inputs, registers, queues and records.</summary>
internal static class ModbusMemory
{
    /// <summary>The longest text of a mask: "AND 0xffff OR 0xffff".</summary>
    const int MaskText = 20;

    /// <summary>Says what a read amounted to (1 to 4, 24, and 23's second half). Without the request its address is not known.</summary>
    public static void SayRead(in ModbusExchange exchange, ModbusRequest request, ModbusResponse answer, int item = 0)
    {
        ModbusTable table = ModbusNames.Table(exchange.Frame.Function);
        ReadOnlySpan<byte> values = answer.Values;
        int each = ModbusAddresses.BitsEach(table);
        long came = values.Length * 8L / each;
        long asked = request.IsEmpty ? 0 : table == ModbusTable.Fifo ? came : request.Quantity;
        bool isWhole = asked > 0 && values.Length == ((asked * each) + 7) / 8;
        Target target = ModbusTarget.Memory(exchange.Batch, exchange.Frame.Unit, table, request.Address, asked);
        Value value = Stored(exchange.Batch, table, values, request.IsEmpty ? came : Math.Min(asked, came));
        exchange.Say(ModbusNames.Function(exchange.Frame.Function), Operation.Read, target, value, item);
        if (exchange.IsDone && isWhole)
        {
            exchange.Sample(exchange.Answer, target, value);
        }
    }

    /// <summary>Says what a write amounted to (5, 6, 15, 16, and 23's first half). The answers of 5 and 6 repeat everything.</summary>
    public static void SayWrite(in ModbusExchange exchange, ModbusRequest request, ModbusResponse answer)
    {
        ModbusFunction function = exchange.Frame.Function;
        bool isReadToo = function == ModbusFunction.ReadWriteMultipleRegisters;
        bool isAsked = !request.IsEmpty;
        Say(
            exchange,
            isReadToo ? request.WriteAddress : isAsked ? request.Address : answer.Address,
            isReadToo ? request.WriteQuantity : isAsked ? request.Quantity : answer.Quantity,
            isAsked ? request.Values : isReadToo ? default : answer.Values);
    }

    /// <summary>Says what a masked write amounted to: the register becomes (old AND mask) OR (OR mask AND NOT AND mask), which is
    /// known only where no old bit is kept.</summary>
    public static void SayMask(in ModbusExchange exchange, ModbusRequest request, ModbusResponse answer)
    {
        bool isAsked = !request.IsEmpty;
        ushort and = isAsked ? request.AndMask : answer.AndMask;
        ushort or = isAsked ? request.OrMask : answer.OrMask;
        ushort address = isAsked ? request.Address : answer.Address;
        Target target = ModbusTarget.Memory(exchange.Batch, exchange.Frame.Unit, ModbusTable.HoldingRegisters, address, 1);
        Value value;
        if (and == 0)
        {
            Span<byte> register = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(register, or);
            value = new Value(ValueKind.Unsigned, exchange.Batch.Store(register));
        }
        else
        {
            ByteText text = new(stackalloc byte[MaskText]);
            text.Add("AND "u8);
            text.Hex(and, 4);
            text.Add(" OR "u8);
            text.Hex(or, 4);
            value = new Value(ValueKind.Text, exchange.Batch.Store(text.Text));
        }

        exchange.Say(ModbusNames.Function(exchange.Frame.Function), Operation.Write, target, value);
        if (exchange.IsDone && and == 0)
        {
            exchange.Sample(exchange.Written, target, value);
        }
    }

    /// <summary>Says what the read of records amounted to (20), one act for each group. The answer does not repeat files and records:
    /// its groups come in the order asked.</summary>
    public static void SayRecordsRead(in ModbusExchange exchange, ModbusRequest request, ModbusResponse answer)
    {
        ModbusFileGroups asked = request.Groups;
        ModbusFileGroups brought = answer.Groups;
        int item = 0;
        for (bool isMore = asked.MoveNext() | brought.MoveNext(); isMore; isMore = asked.MoveNext() | brought.MoveNext())
        {
            ReadOnlySpan<byte> values = brought.Values;
            Target target = asked.Size > 0
                ? ModbusTarget.Records(exchange.Batch, exchange.Frame.Unit, asked.File, asked.Record, asked.Words)
                : ModbusTarget.Memory(exchange.Batch, exchange.Frame.Unit, ModbusTable.File, 0, 0);
            Value value = Stored(exchange.Batch, ModbusTable.File, values, values.Length / 2);
            exchange.Say(ModbusNames.Function(ModbusFunction.ReadFileRecord), Operation.Read, target, value, item++);
            if (exchange.IsDone && asked.Size > 0 && values.Length > 0 && values.Length == asked.Words * 2)
            {
                exchange.Sample(exchange.Answer, target, value);
            }
        }

        SayNone(exchange, item);
    }

    /// <summary>Says what the write of records amounted to (21), one act for each group; the answer repeats all of them.</summary>
    public static void SayRecordsWritten(in ModbusExchange exchange, ModbusRequest request, ModbusResponse answer)
    {
        ModbusFileGroups groups = request.IsEmpty ? answer.Groups : request.Groups;
        int item = 0;
        while (groups.MoveNext())
        {
            Target target = ModbusTarget.Records(exchange.Batch, exchange.Frame.Unit, groups.File, groups.Record, groups.Words);
            Value value = Stored(exchange.Batch, ModbusTable.File, groups.Values, groups.Words);
            exchange.Say(ModbusNames.Function(ModbusFunction.WriteFileRecord), Operation.Write, target, value, item++);
            if (exchange.IsDone && groups.Words > 0)
            {
                exchange.Sample(exchange.Written, target, value);
            }
        }

        SayNone(exchange, item);
    }

    static void Say(in ModbusExchange exchange, int address, int quantity, ReadOnlySpan<byte> values)
    {
        ModbusFunction function = exchange.Frame.Function;
        ModbusTable table = ModbusNames.Table(function);
        bool isCoil = function == ModbusFunction.WriteSingleCoil;
        bool isWhole = values.Length > 0 && (isCoil
            ? ModbusForm.IsCoil(values)
            : values.Length == ((quantity * ModbusAddresses.BitsEach(table)) + 7) / 8);
        Target target = ModbusTarget.Memory(exchange.Batch, exchange.Frame.Unit, table, address, quantity);
        Value value = values.IsEmpty ? default
            : !isWhole ? new Value(ValueKind.Bytes, exchange.Batch.Store(values))
            : isCoil ? new Value(ValueKind.Boolean, exchange.Batch.Store([(byte)(values[0] & 1)]))
            : Stored(exchange.Batch, table, values, quantity);
        exchange.Say(ModbusNames.Function(function), Operation.Write, target, value);
        if (exchange.IsDone && isWhole)
        {
            exchange.Sample(exchange.Written, target, value);
        }
    }

    /// <summary>A message without a single whole group is about the unit's files.</summary>
    static void SayNone(in ModbusExchange exchange, int items)
    {
        if (items == 0)
        {
            Target files = ModbusTarget.Memory(exchange.Batch, exchange.Frame.Unit, ModbusTable.File, 0, 0);
            exchange.Say(ModbusNames.Function(exchange.Frame.Function), ModbusNames.Operation(exchange.Frame.Function, -1), files, default);
        }
    }

    /// <summary>One bit and one register read as one value, however they were asked for; more of them as a list.</summary>
    static Value Stored(Batch batch, ModbusTable table, ReadOnlySpan<byte> values, long count)
    {
        if (values.IsEmpty)
        {
            return default;
        }

        if (ModbusAddresses.BitsEach(table) == 1)
        {
            return count == 1
                ? new Value(ValueKind.Boolean, batch.Store([(byte)(values[0] & 1)]))
                : new Value(ValueKind.Bits, batch.Store(values), (int)count);
        }

        ValueKind kind = values.Length == 2 ? ValueKind.Unsigned : (values.Length & 1) == 0 ? ValueKind.Words : ValueKind.Bytes;
        return new Value(kind, batch.Store(values));
    }
}
