using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>How the bytes of an S7 value read.</summary>
public static class S7Value
{
    /// <summary>The kind of a value of one item: a number where it is one element of a numeric type, else words, text or
    /// bytes. The item's transport size decides, since the value's own only tells how its length counts.</summary>
    /// <param name="transportSize">The item's transport size.</param>
    /// <param name="count">How many elements the item names.</param>
    /// <param name="length">Bytes of the value.</param>
    public static ValueKind Kind(byte transportSize, int count, int length)
    {
        if (length == 0)
        {
            return ValueKind.None;
        }

        if (transportSize == 3)
        {
            return ValueKind.Text;
        }

        int bits = S7Names.ElementBits(transportSize);
        if (count != 1)
        {
            return bits == 16 && transportSize is 4 or 28 or 29 && length % 2 == 0 ? ValueKind.Words : ValueKind.Bytes;
        }

        return (transportSize, length) switch
        {
            (1, 1) => ValueKind.Boolean,
            (2, 1) => ValueKind.Unsigned,
            (4 or 9 or 12 or 28 or 29, 2) => ValueKind.Unsigned,
            (5, 2) => ValueKind.Signed,
            (6 or 10, 4) => ValueKind.Unsigned,
            (7 or 11, 4) => ValueKind.Signed,
            (8, 4) => ValueKind.Real,
            _ => ValueKind.Bytes,
        };
    }

    /// <summary>The kind of a value by the data's own transport size, where no item is known.</summary>
    public static ValueKind Kind(byte dataTransportSize, int length) => (dataTransportSize, length) switch
    {
        (_, 0) => ValueKind.None,
        (3, 1) => ValueKind.Boolean,
        (7, 4) => ValueKind.Real,
        (5, 1 or 2 or 4) or (6, 4) => ValueKind.Signed,
        _ => ValueKind.Bytes,
    };

    /// <summary>The value of an item of a request with the data that belongs to it.</summary>
    public static Value Of(Batch batch, S7Item item, S7DataItem data)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ReadOnlySpan<byte> bytes = data.Value;
        ValueKind kind = item.Form == S7ItemForm.Any
            ? Kind(item.IsNumbered ? (byte)28 : item.TransportSize, item.Count, bytes.Length)
            : Kind(data.TransportSize, bytes.Length);
        return new Value(kind, batch.Store(bytes));
    }
}
