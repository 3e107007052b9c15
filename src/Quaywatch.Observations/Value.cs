using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Quaywatch.Observations;

/// <summary>A value on the wire: how it reads, and its bytes in the batch's arena.</summary>
/// <param name="Kind">How the bytes read.</param>
/// <param name="Bytes">The bytes, big-endian.</param>
/// <param name="Count">For <see cref="ValueKind.Bits"/> the number of bits.</param>
public readonly record struct Value(ValueKind Kind, Slice Bytes, int Count = 0)
{
    /// <summary>Elements printed of a list before it is cut with a mark.</summary>
    const int MostElements = 32;

    /// <summary>The value as text; long lists are cut and say so.</summary>
    public static string Format(ValueKind kind, ReadOnlySpan<byte> bytes, int count) => kind switch
    {
        ValueKind.None => "",
        ValueKind.Boolean when bytes.Length == 1 => bytes[0] != 0 ? "true" : "false",
        ValueKind.Bits => Bits(bytes, count),
        ValueKind.Words => Words(bytes),
        ValueKind.Text => NetworkText.Decode(bytes),
        ValueKind.Unsigned or ValueKind.Signed or ValueKind.Real when TryNumber(kind, bytes, out double number)
            => kind == ValueKind.Real ? number.ToString(bytes.Length == 4 ? "G9" : "G17", CultureInfo.InvariantCulture) : Integer(kind, bytes),
        _ => Hex(bytes),
    };

    /// <summary>The value as one number, where it is one; a 64-bit integer loses what a double cannot hold.</summary>
    public static bool TryNumber(ValueKind kind, ReadOnlySpan<byte> bytes, out double number)
    {
        number = (kind, bytes.Length) switch
        {
            (ValueKind.Boolean, 1) => bytes[0] != 0 ? 1 : 0,
            (ValueKind.Unsigned, 1) => bytes[0],
            (ValueKind.Unsigned, 2) or (ValueKind.Words, 2) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            (ValueKind.Unsigned, 4) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            (ValueKind.Unsigned, 8) => BinaryPrimitives.ReadUInt64BigEndian(bytes),
            (ValueKind.Signed, 1) => (sbyte)bytes[0],
            (ValueKind.Signed, 2) => BinaryPrimitives.ReadInt16BigEndian(bytes),
            (ValueKind.Signed, 4) => BinaryPrimitives.ReadInt32BigEndian(bytes),
            (ValueKind.Signed, 8) => BinaryPrimitives.ReadInt64BigEndian(bytes),
            (ValueKind.Real, 4) => BinaryPrimitives.ReadSingleBigEndian(bytes),
            (ValueKind.Real, 8) => BinaryPrimitives.ReadDoubleBigEndian(bytes),
            _ => double.NaN,
        };
        return double.IsFinite(number);
    }

    static string Integer(ValueKind kind, ReadOnlySpan<byte> bytes) => (kind, bytes.Length) switch
    {
        (ValueKind.Unsigned, 8) => BinaryPrimitives.ReadUInt64BigEndian(bytes).ToString(CultureInfo.InvariantCulture),
        (ValueKind.Signed, 8) => BinaryPrimitives.ReadInt64BigEndian(bytes).ToString(CultureInfo.InvariantCulture),
        _ => TryNumber(kind, bytes, out double number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : Hex(bytes),
    };

    static string Bits(ReadOnlySpan<byte> bytes, int count)
    {
        int all = Math.Min(count, bytes.Length * 8);
        StringBuilder text = new();
        for (int i = 0; i < Math.Min(all, MostElements * 2); i++)
        {
            text.Append(((bytes[i >> 3] >> (i & 7)) & 1) != 0 ? '1' : '0');
        }

        return Cut(text, all - (MostElements * 2));
    }

    static string Words(ReadOnlySpan<byte> bytes)
    {
        int all = bytes.Length / 2;
        StringBuilder text = new();
        for (int i = 0; i < Math.Min(all, MostElements); i++)
        {
            text.Append(i == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{BinaryPrimitives.ReadUInt16BigEndian(bytes[(i * 2)..])}");
        }

        return Cut(text, all - MostElements);
    }

    static string Hex(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> shown = bytes[..Math.Min(bytes.Length, MostElements * 2)];
        return Cut(new StringBuilder(Convert.ToHexStringLower(shown)), bytes.Length - shown.Length);
    }

    static string Cut(StringBuilder text, int more) =>
        more <= 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $" ({more} more)").ToString();
}
