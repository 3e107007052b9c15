using System.Buffers.Binary;
using System.Globalization;
using Quaywatch.Observations;

namespace Quaywatch.Wire.Evidence;

/// <summary>Describes bytes field by field, from left to right, so that none is left out and none is described twice. Where a field
/// is no longer whole, what is left is described as cut, and the fields behind it are not there.</summary>
ref struct FieldCursor
{
    readonly ReadOnlySpan<byte> _bytes;
    readonly FieldTree _tree;
    readonly int _end;

    /// <summary>Describes the bytes of a buffer from one place to another.</summary>
    public FieldCursor(ReadOnlySpan<byte> bytes, int at, int end, FieldTree tree)
    {
        _bytes = bytes;
        _tree = tree;
        _end = Math.Min(end, bytes.Length);
        At = Math.Min(at, _end);
    }

    /// <summary>The next byte to describe.</summary>
    public int At { get; private set; }

    /// <summary>Bytes still to describe.</summary>
    public readonly int Left => _end - At;

    /// <summary>A number of 1 to 4 bytes, big-endian.</summary>
    public void Number(string name, int length, string? filter = null, Func<long, string?>? meaning = null)
    {
        if (TryPeek(length, out long value))
        {
            _tree.Number(name, value, At, length, filter, meaning?.Invoke(value));
            At += length;
        }
    }

    /// <summary>A code of 1 to 4 bytes, big-endian, that is written in hexadecimal.</summary>
    public void Code(string name, int length, string? filter = null, Func<long, string?>? meaning = null)
    {
        if (TryPeek(length, out long value))
        {
            _tree.Code(name, value, At, length, filter, meaning?.Invoke(value));
            At += length;
        }
    }

    /// <summary>Opens a field of 1 to 4 bytes that holds several numbers; <see cref="Bits"/> adds them, <see cref="CloseBits"/> closes it.</summary>
    public bool TryOpenBits(string name, int length, out long value, string? filter = null, long mask = -1)
    {
        if (!TryPeek(length, out value))
        {
            return false;
        }

        long masked = mask == -1 ? value : (value & mask) >> Shift(mask);
        string text = "0x" + masked.ToString("x", CultureInfo.InvariantCulture);
        _tree.Open(name, text, At, length, filter, filter is null ? null : Text(masked));
        return true;
    }

    /// <summary>One of the numbers within; a single bit is 0 or 1.</summary>
    public readonly void Bits(string name, long value, long mask, int length, string? filter = null, Func<long, string?>? meaning = null) =>
        Derived(name, (value & mask) >> Shift(mask), length, filter, meaning);

    /// <summary>A number that is made out of the bits within.</summary>
    public readonly void Derived(string name, long value, int length, string? filter = null, Func<long, string?>? meaning = null) =>
        _tree.Number(name, value, At, length, filter, meaning?.Invoke(value));

    /// <summary>Closes a field that <see cref="TryOpenBits"/> opened.</summary>
    public void CloseBits(int length)
    {
        _tree.Close();
        At += length;
    }

    /// <summary>A MAC address.</summary>
    public void Mac(string name, string? filter = null)
    {
        if (IsThere(6))
        {
            string text = MacAddress.Read(_bytes[At..]).ToString();
            _tree.Field(name, text, At, 6, filter, text);
            At += 6;
        }
    }

    /// <summary>An IPv4 address.</summary>
    public void V4(string name, string? filter = null)
    {
        if (IsThere(4))
        {
            string text = IpAddress.ReadV4(_bytes[At..]).ToString();
            _tree.Field(name, text, At, 4, filter, text);
            At += 4;
        }
    }

    /// <summary>An IPv6 address, also where it is one of IPv4 or none.</summary>
    public void V6(string name, string? filter = null)
    {
        if (IsThere(16))
        {
            string text = new System.Net.IPAddress(_bytes.Slice(At, 16)).ToString();
            _tree.Field(name, text, At, 16, filter, text);
            At += 16;
        }
    }

    /// <summary>Bytes as they are; none are described as nothing.</summary>
    public void Bytes(string name, int length, string? filter = null)
    {
        if (length > 0 && IsThere(length))
        {
            _tree.Bytes(name, _bytes.Slice(At, length), At, filter);
            At += length;
        }
    }

    /// <summary>All that is left.</summary>
    public void Rest(string name, string? filter = null) => Bytes(name, Left, filter);

    /// <summary>A byte ahead; 0 where there is none.</summary>
    public readonly byte Peek(int ahead) => ahead < Left ? _bytes[At + ahead] : (byte)0;

    /// <summary>Two bytes ahead, big-endian; 0 where they are not there.</summary>
    public readonly ushort Peek16(int ahead) => ahead + 2 <= Left ? BinaryPrimitives.ReadUInt16BigEndian(_bytes[(At + ahead)..]) : (ushort)0;

    bool TryPeek(int length, out long value)
    {
        value = 0;
        if (!IsThere(length))
        {
            return false;
        }

        foreach (byte next in _bytes.Slice(At, length))
        {
            value = (value << 8) | next;
        }

        return true;
    }

    bool IsThere(int length)
    {
        if (length <= Left)
        {
            return true;
        }

        if (Left > 0)
        {
            _tree.Bytes("Cut", _bytes[At.._end], At);
            At = _end;
        }

        return false;
    }

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    static int Shift(long mask) => System.Numerics.BitOperations.TrailingZeroCount(mask);
}
