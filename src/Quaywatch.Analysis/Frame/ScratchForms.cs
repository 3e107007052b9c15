using Quaywatch.Observations;

namespace Quaywatch.Analysis.Frame;

/// <summary>How the parts of a row are written to a <see cref="Scratch"/> and read back.</summary>
internal static class ScratchForms
{
    /// <summary>Writes a text that may be absent.</summary>
    public static void WriteText(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    /// <summary>Reads a text that may be absent.</summary>
    public static string? ReadText(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    /// <summary>Writes a number that may be absent.</summary>
    public static void WriteNumber(this BinaryWriter writer, double? number)
    {
        writer.Write(number.HasValue);
        if (number is { } value)
        {
            writer.Write(value);
        }
    }

    /// <summary>Reads a number that may be absent.</summary>
    public static double? ReadNumber(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadDouble() : null;

    /// <summary>Writes an end.</summary>
    public static void WriteEnd(this BinaryWriter writer, End end)
    {
        writer.Write(end.Mac.Value);
        writer.Write(end.Ip.High);
        writer.Write(end.Ip.Low);
        writer.Write7BitEncodedInt(end.Port + 1);
    }

    /// <summary>Reads an end.</summary>
    public static End ReadEnd(this BinaryReader reader) => new(
        new MacAddress(reader.ReadInt64()),
        new IpAddress(reader.ReadUInt64(), reader.ReadUInt64()),
        reader.Read7BitEncodedInt() - 1);

    /// <summary>Writes a list.</summary>
    public static void WriteList<T>(this BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (T item in items)
        {
            write(writer, item);
        }
    }

    /// <summary>Reads a list.</summary>
    public static IReadOnlyList<T> ReadList<T>(this BinaryReader reader, Func<BinaryReader, T> read)
    {
        int count = reader.Read7BitEncodedInt();
        if (count == 0)
        {
            return [];
        }

        T[] items = new T[count];
        for (int i = 0; i < count; i++)
        {
            items[i] = read(reader);
        }

        return items;
    }
}
