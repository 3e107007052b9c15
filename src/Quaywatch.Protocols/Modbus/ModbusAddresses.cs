using System.Buffers.Binary;
using System.Globalization;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Modbus;

/// <summary>Prints addresses in the reference notation that drawings and tag lists use: the memory's digit and the address from 1,
/// so that the holding register with the protocol address 0 is <c>40001</c>; from 10,000 on six digits, <c>410000</c>. A stretch
/// has one form for both its ends. The unit stands before it, since units of one gateway are different devices.</summary>
public sealed class ModbusAddresses : ITargetFormatter
{
    /// <summary>Bytes of a space: unit and <see cref="ModbusTable"/>.</summary>
    public const int SpaceSize = 2;

    /// <summary>Bytes of a file's space: the same and the file's number, big-endian.</summary>
    public const int FileSpaceSize = 4;

    /// <summary>The highest address, from 1, that five digits can say.</summary>
    const long MostOfFiveDigits = 9_999;

    /// <summary>The one instance.</summary>
    public static ModbusAddresses Instance { get; } = new();

    /// <summary>How many bits an address of that memory has.</summary>
    public static int BitsEach(ModbusTable table) => table is ModbusTable.Coils or ModbusTable.DiscreteInputs ? 1 : 16;

    /// <inheritdoc/>
    public string Format(ReadOnlySpan<byte> space, long first, long bits, byte form)
    {
        if (space.Length < SpaceSize)
        {
            return "";
        }

        byte unit = space[0];
        ModbusTable table = (ModbusTable)space[1];
        int each = BitsEach(table);
        return (table, bits) switch
        {
            (ModbusTable.Unit, _) => string.Create(CultureInfo.InvariantCulture, $"unit {unit}"),
            (ModbusTable.File, _) when space.Length >= FileSpaceSize => string.Create(
                CultureInfo.InvariantCulture,
                $"unit {unit} file {BinaryPrimitives.ReadUInt16BigEndian(space[2..])} record {Range(first / each, bits / each)}"),
            (ModbusTable.Fifo, _) => string.Create(
                CultureInfo.InvariantCulture, $"unit {unit} FIFO {Reference(ModbusTable.HoldingRegisters, first / each, 1)}"),
            (_, <= 0) => string.Create(CultureInfo.InvariantCulture, $"unit {unit} {Name(table)}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"unit {unit} {Reference(table, first / each, bits / each)}"),
        };
    }

    /// <summary>Addresses of one memory in reference notation, without the unit.</summary>
    /// <param name="table">The memory.</param>
    /// <param name="address">The first address, from 0.</param>
    /// <param name="count">How many.</param>
    public static string Reference(ModbusTable table, long address, long count)
    {
        long from = address + 1;
        long to = address + Math.Max(count, 1);
        string digits = to > MostOfFiveDigits ? "D5" : "D4";
        string text = $"{(int)table}{from.ToString(digits, CultureInfo.InvariantCulture)}";
        return to > from ? $"{text}-{(int)table}{to.ToString(digits, CultureInfo.InvariantCulture)}" : text;
    }

    static string Range(long from, long count) => count > 1
        ? string.Create(CultureInfo.InvariantCulture, $"{from}-{from + count - 1}")
        : from.ToString(CultureInfo.InvariantCulture);

    static string Name(ModbusTable table) => table switch
    {
        ModbusTable.Coils => "coils",
        ModbusTable.DiscreteInputs => "discrete inputs",
        ModbusTable.InputRegisters => "input registers",
        ModbusTable.HoldingRegisters => "holding registers",
        ModbusTable.File => "file",
        _ => "memory",
    };
}
