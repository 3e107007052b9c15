using System.Buffers.Binary;
using System.Globalization;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Prints S7 addresses in STEP 7's notation with international mnemonics: <c>DB10.DBX4.0</c>, <c>DB10.DBW4</c>,
/// <c>M10.0</c>, <c>MW10</c>, <c>PIW256</c>, <c>C5</c>; more than one element as <c>DB10.DBB4 BYTE 20</c>: the first element, the
/// type, how many; blocks as <c>DB 10</c>. Describes no bytes of the wire but <see cref="S7Space"/>'s.</summary>
public sealed class S7Addresses : ITargetFormatter
{
    S7Addresses()
    {
    }

    /// <summary>The one instance.</summary>
    public static S7Addresses Instance { get; } = new();

    /// <inheritdoc/>
    public string Format(ReadOnlySpan<byte> space, long first, long bits, byte form)
    {
        if (space.IsEmpty)
        {
            return "";
        }

        ReadOnlySpan<byte> rest = space[1..];
        return (S7Space)space[0] switch
        {
            S7Space.Memory when rest.Length >= 3 => Memory((S7Area)rest[0], Word(rest[1..]), first, bits, form),
            S7Space.PeripheralOutputs => Element("PQ", "", first, bits, form),
            S7Space.Block when rest.Length >= 7 => Block(rest),
            S7Space.BlockType when rest.Length >= 2 => S7Names.BlockType(Word(rest)) ?? NetworkText.Decode(rest),
            S7Space.StateList when rest.Length >= 4 => Invariant($"SZL 0x{Word(rest):x4} index 0x{Word(rest[2..]):x4}"),
            S7Space.Nck when rest.Length >= 7 => Nck(rest),
            S7Space.Drive when rest.Length >= 4 => Invariant($"drive parameter {Word(rest)}[{Word(rest[2..])}]"),
            S7Space.Symbol when rest.Length >= 8 => Symbol(rest),
            S7Space.Name => NetworkText.Decode(rest),
            S7Space.BlockSend when rest.Length >= 4 => Invariant($"R_ID 0x{BinaryPrimitives.ReadUInt32BigEndian(rest):x8}"),
            S7Space.TestJob when rest.Length >= 2 => Invariant($"job {rest[1]} ({S7UserdataNames.Programmer(rest[0]) ?? "unknown"})"),
            S7Space.DataRecord when rest.Length >= 5 => Invariant($"record 0x{Word(rest):x4} of module {Address(rest[2..])}"),
            S7Space.Stretches => Stretches(rest),
            S7Space.Mode => "operating mode",
            S7Space.Clock => "clock",
            _ => "item " + Convert.ToHexStringLower(rest),
        };
    }

    static string Memory(S7Area area, ushort db, long first, long bits, byte form) => area switch
    {
        S7Area.DataBlock => Element(Invariant($"DB{db}.DB"), "X", first, bits, form),
        S7Area.InstanceBlock => Element(Invariant($"DI{db}.DI"), "X", first, bits, form),
        S7Area.Flags => Element("M", "", first, bits, form),
        S7Area.Inputs => Element("I", "", first, bits, form),
        S7Area.Outputs => Element("Q", "", first, bits, form),
        S7Area.Peripheral => Element("PI", "", first, bits, form),
        S7Area.Local => Element("L", "", first, bits, form),
        S7Area.CallerLocal => Element("V", "", first, bits, form),
        S7Area.Counters => Numbered("C", first, bits),
        S7Area.Timers => Numbered("T", first, bits),
        _ => Element(Short(area), "", first, bits, form),
    };

    /// <summary>Areas that STEP 7 does not write, by Wireshark's short names (item_areanames_short).</summary>
    static string Short(S7Area area) => area switch
    {
        S7Area.SystemInfo200 => "SI200 ",
        S7Area.SystemFlags200 => "SF200 ",
        S7Area.AnalogInputs200 => "AI200 ",
        S7Area.AnalogOutputs200 => "AQ200 ",
        S7Area.Counters200 => "C200 ",
        S7Area.Timers200 => "T200 ",
        _ => Invariant($"area 0x{(byte)area:x2} "),
    };

    /// <summary>The first element, and for more than one the type and how many.</summary>
    static string Element(string prefix, string bitLetter, long first, long bits, byte form)
    {
        int size = S7Names.ElementBits(form);
        bool isBit = size <= 1 || (first & 7) != 0;
        string letter = isBit ? bitLetter : size switch
        {
            8 => "B",
            16 => "W",
            32 => "D",
            _ => "B",
        };
        string place = isBit ? Invariant($"{prefix}{letter}{first >> 3}.{first & 7}") : Invariant($"{prefix}{letter}{first >> 3}");
        long count = size == 0 ? 0 : bits / size;
        string type = S7Names.TransportSize(form) ?? Invariant($"type 0x{form:x2}");
        bool saysItself = count == 1 && (isBit ? size == 1 : size <= 32);
        return saysItself ? place : Invariant($"{place} {type} {count}");
    }

    static string Numbered(string prefix, long first, long bits)
    {
        long count = bits / 16;
        return count == 1 ? Invariant($"{prefix}{first / 16}") : Invariant($"{prefix}{first / 16} {(prefix == "C" ? "COUNTER" : "TIMER")} {count}");
    }

    static string Block(ReadOnlySpan<byte> rest)
    {
        int number = 0;
        foreach (byte digit in rest.Slice(2, 5))
        {
            number = (number * 10) + (digit - '0');
        }

        return Invariant($"{S7Names.BlockType(Word(rest)) ?? "block"} {number}");
    }

    static string Stretches(ReadOnlySpan<byte> rest)
    {
        System.Text.StringBuilder text = new();
        for (; rest.Length >= 5; rest = rest[5..])
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(Memory(S7Area.DataBlock, Word(rest[1..]), Word(rest[3..]) * 8L, rest[0] * 8L, 2));
        }

        return text.ToString();
    }

    static string Nck(ReadOnlySpan<byte> rest) => Invariant(
        $"NCK {S7NckNames.Area(rest[0] >> 5) ?? "area"} unit {rest[0] & 0x1F} {S7NckNames.Module(rest[5]) ?? "module"} column {Word(rest[1..])} line {Word(rest[3..])}");

    static string Symbol(ReadOnlySpan<byte> rest)
    {
        ushort root = Word(rest);
        ushort area = Word(rest[2..]);
        System.Text.StringBuilder text = new();
        if (root == 0x8A0E)
        {
            text.Append(CultureInfo.InvariantCulture, $"DB{area}");
        }
        else
        {
            text.Append(root == 0 ? S7TestNames.SymbolArea(area) ?? "symbol" : "symbol");
        }

        for (ReadOnlySpan<byte> steps = rest[8..]; steps.Length >= 4; steps = steps[4..])
        {
            text.Append(CultureInfo.InvariantCulture, $".{BinaryPrimitives.ReadUInt32BigEndian(steps) & 0x0FFFFFFF}");
        }

        return text.Append(CultureInfo.InvariantCulture, $" (crc 0x{BinaryPrimitives.ReadUInt32BigEndian(rest[4..]):x8})").ToString();
    }

    static ushort Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    static int Address(ReadOnlySpan<byte> bytes) => (bytes[0] << 16) | (bytes[1] << 8) | bytes[2];

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
