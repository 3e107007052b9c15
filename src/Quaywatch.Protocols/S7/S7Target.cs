using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Packs what an S7 message is about into a <see cref="Target"/>. The layout is <see cref="S7Space"/>'s.</summary>
public static class S7Target
{
    /// <summary>Bytes of a space that are kept at most; what is longer (a file name, a deep symbol) is cut.</summary>
    const int LongestSpace = 64;

    /// <summary>The target of an item of Read Var, Write Var or a cyclic job.</summary>
    /// <param name="batch">Where the space goes.</param>
    /// <param name="item">The item.</param>
    /// <param name="isWrite">Whether it is written, which tells peripheral outputs from inputs.</param>
    public static Target Of(Batch batch, S7Item item, bool isWrite)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ReadOnlySpan<byte> bytes = item.Bytes;
        switch (item.Form)
        {
            case S7ItemForm.Any:
                return Memory(batch, item.Area, item.Db, item.Address, item.TransportSize, item.Count, isWrite);
            case S7ItemForm.DbRead:
                return item.AreaCount == 1 && item.TryArea(0, out int db, out int first, out int length)
                    ? Memory(batch, S7Area.DataBlock, (ushort)db, first * 8, 2, length, isWrite)
                    : Pack(batch, S7Space.Stretches, bytes[4..]);
            case S7ItemForm.Symbolic:
                return Pack(batch, S7Space.Symbol, bytes[4..]);
            case S7ItemForm.Nck:
                return Pack(batch, S7Space.Nck, bytes[3..]);
            case S7ItemForm.Drive:
                return Pack(batch, S7Space.Drive, bytes[8..]);
            case S7ItemForm.DataRecord:
                return Record(batch, item);
            default:
                return Pack(batch, S7Space.Unknown, bytes);
        }
    }

    /// <summary>A stretch of memory.</summary>
    /// <param name="batch">Where the space goes.</param>
    /// <param name="area">The area.</param>
    /// <param name="db">The data block, 0 without.</param>
    /// <param name="address">The first bit; for timers and counters the number.</param>
    /// <param name="transportSize">The type of the elements.</param>
    /// <param name="count">How many.</param>
    /// <param name="isWrite">Whether it is written.</param>
    public static Target Memory(Batch batch, S7Area area, ushort db, int address, byte transportSize, int count, bool isWrite)
    {
        Span<byte> space = [(byte)area, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(space[1..], db);
        bool isNumbered = S7Item.IsNumberedArea(area);
        int element = isNumbered ? 16 : S7Names.ElementBits(transportSize);
        Target target = area == S7Area.Peripheral && isWrite
            ? Pack(batch, S7Space.PeripheralOutputs, default)
            : Pack(batch, S7Space.Memory, space);
        target.First = isNumbered ? address * 16L : address;
        target.Bits = (long)count * element;
        target.Form = transportSize;
        target.IsOutput = area is S7Area.Outputs or S7Area.AnalogOutputs200 || (area == S7Area.Peripheral && isWrite);
        return target;
    }

    /// <summary>A block of the program.</summary>
    public static Target Block(Batch batch, S7BlockName name)
    {
        Span<byte> space = stackalloc byte[7];
        ByteText text = new(space);
        text.Add((byte)(name.Type >> 8));
        text.Add((byte)name.Type);
        text.Decimal(name.Number, 5);
        return Pack(batch, S7Space.Block, space);
    }

    /// <summary>A system state list.</summary>
    public static Target StateList(Batch batch, ushort id, ushort index)
    {
        Span<byte> space = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(space, id);
        BinaryPrimitives.WriteUInt16BigEndian(space[2..], index);
        return Pack(batch, S7Space.StateList, space);
    }

    /// <summary>A target of another kind.</summary>
    public static Target Pack(Batch batch, S7Space kind, ReadOnlySpan<byte> rest)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Span<byte> space = stackalloc byte[1 + LongestSpace];
        int length = Math.Min(rest.Length, LongestSpace);
        space[0] = (byte)kind;
        rest[..length].CopyTo(space[1..]);
        return new Target { Formatter = S7Addresses.Instance, Space = batch.Store(space[..(1 + length)]) };
    }

    static Target Record(Batch batch, S7Item item)
    {
        Span<byte> space = stackalloc byte[5];
        item.Bytes.Slice(6, 2).CopyTo(space);
        item.Bytes.Slice(9, 3).CopyTo(space[2..]);
        return Pack(batch, S7Space.DataRecord, space);
    }
}
