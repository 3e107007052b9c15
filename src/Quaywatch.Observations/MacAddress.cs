using System.Buffers.Binary;
using System.Globalization;

namespace Quaywatch.Observations;

/// <summary>A 48-bit MAC address; 0 means none.</summary>
/// <param name="Value">The address in its low 48 bits, first byte highest.</param>
public readonly record struct MacAddress(long Value) : IComparable<MacAddress>
{
    /// <summary>Reads six bytes; none where there are fewer.</summary>
    public static MacAddress Read(ReadOnlySpan<byte> bytes) => bytes.Length < 6
        ? default
        : new(((long)BinaryPrimitives.ReadUInt16BigEndian(bytes) << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]));

    /// <summary>Whether there is no address.</summary>
    public bool IsNone => Value == 0;

    /// <summary>Whether it names a group (multicast or broadcast).</summary>
    public bool IsGroup => ((Value >> 40) & 1) != 0;

    /// <summary>Whether it was assigned locally, so that its prefix names no maker.</summary>
    public bool IsLocal => ((Value >> 40) & 2) != 0;

    /// <summary>Whether it is the broadcast address.</summary>
    public bool IsBroadcast => Value == 0xFFFF_FFFF_FFFF;

    /// <inheritdoc/>
    public int CompareTo(MacAddress other) => Value.CompareTo(other.Value);

    /// <summary>Order by value.</summary>
    public static bool operator <(MacAddress left, MacAddress right) => left.Value < right.Value;

    /// <summary>Order by value.</summary>
    public static bool operator >(MacAddress left, MacAddress right) => left.Value > right.Value;

    /// <summary>Order by value.</summary>
    public static bool operator <=(MacAddress left, MacAddress right) => left.Value <= right.Value;

    /// <summary>Order by value.</summary>
    public static bool operator >=(MacAddress left, MacAddress right) => left.Value >= right.Value;

    /// <summary>Lower case with colons.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Value >> 40) & 255:x2}:{(Value >> 32) & 255:x2}:{(Value >> 24) & 255:x2}:{(Value >> 16) & 255:x2}:{(Value >> 8) & 255:x2}:{Value & 255:x2}");
}
