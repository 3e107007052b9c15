using System.Buffers.Binary;
using System.Net;

namespace Quaywatch.Observations;

/// <summary>An IPv4 or IPv6 address as one 128-bit number; IPv4 is held as IPv6 maps it (::ffff:a.b.c.d). The unspecified IPv6
/// address 0 means none.</summary>
/// <param name="High">The upper 64 bits.</param>
/// <param name="Low">The lower 64 bits.</param>
public readonly record struct IpAddress(ulong High, ulong Low) : IComparable<IpAddress>
{
    const ulong Mapped = 0x0000_FFFF_0000_0000;

    /// <summary>Reads four bytes; none where there are fewer.</summary>
    public static IpAddress ReadV4(ReadOnlySpan<byte> bytes) => bytes.Length < 4 ? default : V4(BinaryPrimitives.ReadUInt32BigEndian(bytes));

    /// <summary>Reads sixteen bytes; none where there are fewer.</summary>
    public static IpAddress ReadV6(ReadOnlySpan<byte> bytes) => bytes.Length < 16
        ? default
        : new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    /// <summary>An IPv4 address by its number.</summary>
    public static IpAddress V4(uint value) => new(0, Mapped | value);

    /// <summary>Reads the usual text form; false where it is none.</summary>
    public static bool TryParse(string? text, out IpAddress address)
    {
        address = default;
        if (!IPAddress.TryParse(text, out IPAddress? parsed))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        if (!parsed.TryWriteBytes(bytes, out int written))
        {
            return false;
        }

        address = written == 4 ? ReadV4(bytes) : ReadV6(bytes);
        return true;
    }

    /// <summary>Whether there is no address.</summary>
    public bool IsNone => (High | Low) == 0;

    /// <summary>Whether it is an IPv4 address.</summary>
    public bool IsV4 => High == 0 && Low >> 32 == 0xFFFF;

    /// <summary>The IPv4 number; meaningful only where <see cref="IsV4"/>.</summary>
    public uint V4Value => (uint)Low;

    /// <summary>Multicast: 224.0.0.0/4 or ff00::/8.</summary>
    public bool IsMulticast => IsV4 ? V4Value >> 28 == 0xE : High >> 56 == 0xFF;

    /// <summary>255.255.255.255. A directed broadcast can't be told from a host without the network's mask.</summary>
    public bool IsBroadcast => IsV4 && V4Value == uint.MaxValue;

    /// <summary>0.0.0.0, or the unspecified IPv6 address.</summary>
    public bool IsUnspecified => IsNone || (IsV4 && V4Value == 0);

    /// <summary>127.0.0.0/8 or ::1.</summary>
    public bool IsLoopback => IsV4 ? V4Value >> 24 == 127 : High == 0 && Low == 1;

    /// <summary>169.254.0.0/16 or fe80::/10.</summary>
    public bool IsLinkLocal => IsV4 ? V4Value >> 16 == 0xA9FE : High >> 54 == 0xFE80 >> 6;

    /// <inheritdoc/>
    public int CompareTo(IpAddress other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>Order by value, IPv4 first.</summary>
    public static bool operator <(IpAddress left, IpAddress right) => left.CompareTo(right) < 0;

    /// <summary>Order by value, IPv4 first.</summary>
    public static bool operator >(IpAddress left, IpAddress right) => left.CompareTo(right) > 0;

    /// <summary>Order by value, IPv4 first.</summary>
    public static bool operator <=(IpAddress left, IpAddress right) => left.CompareTo(right) <= 0;

    /// <summary>Order by value, IPv4 first.</summary>
    public static bool operator >=(IpAddress left, IpAddress right) => left.CompareTo(right) >= 0;

    /// <summary>Writes 4 or 16 bytes and returns how many; the span must have room for 16.</summary>
    public int Write(Span<byte> bytes)
    {
        if (IsV4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, V4Value);
            return 4;
        }

        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
        return 16;
    }

    /// <summary>The usual text form (RFC 5952 for IPv6); empty for none.</summary>
    public override string ToString()
    {
        if (IsNone)
        {
            return "";
        }

        Span<byte> bytes = stackalloc byte[16];
        int length = Write(bytes);
        return new IPAddress(bytes[..length]).ToString();
    }
}
