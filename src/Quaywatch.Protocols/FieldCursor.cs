using System.Globalization;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols;

/// <summary>Describes a stretch of a message field by field, so that every byte is described once: what is missing at the end is
/// left out, what is left over is shown as bytes. For <see cref="Protocol.Describe"/>, which is no hot path; big-endian.</summary>
public sealed class FieldCursor
{
    readonly FieldTree _tree;
    readonly ReadOnlyMemory<byte> _bytes;
    readonly int _origin;
    readonly bool _isPlaced;
    int _at;

    /// <summary>A cursor at the first of these bytes.</summary>
    /// <param name="tree">Where the fields go.</param>
    /// <param name="bytes">The stretch.</param>
    /// <param name="origin">Where it begins in the message.</param>
    /// <param name="isPlaced">False where the bytes were joined from several places of the message: fields then have no length.</param>
    public FieldCursor(FieldTree tree, ReadOnlyMemory<byte> bytes, int origin, bool isPlaced = true)
    {
        _tree = tree;
        _bytes = bytes;
        _origin = origin;
        _isPlaced = isPlaced;
    }

    /// <summary>Bytes not described yet.</summary>
    public int Left => _bytes.Length - _at;

    /// <summary>Bytes described.</summary>
    public int At => _at;

    /// <summary>The bytes not described yet.</summary>
    public ReadOnlySpan<byte> Rest => _bytes.Span[_at..];

    /// <summary>Where the next field lies in the message.</summary>
    public int Offset => _isPlaced ? _origin + _at : _origin;

    /// <summary>The tree.</summary>
    public FieldTree Tree => _tree;

    /// <summary>The number in the next bytes without describing them; 0 where they are not there.</summary>
    public uint Peek(int length, int skip = 0)
    {
        if (_at + skip + length > _bytes.Length)
        {
            return 0;
        }

        ReadOnlySpan<byte> bytes = _bytes.Span.Slice(_at + skip, length);
        uint value = 0;
        foreach (byte part in bytes)
        {
            value = (value << 8) | part;
        }

        return value;
    }

    /// <summary>The next bytes as a number in decimal, of one to four bytes.</summary>
    public uint Number(string name, int length, string? filter = null, Func<uint, string?>? meaning = null)
    {
        if (Left < length)
        {
            Cut(name);
            return 0;
        }

        uint value = Peek(length);
        _tree.Number(name, value, Offset, Size(length), filter, meaning?.Invoke(value));
        _at += length;
        return value;
    }

    /// <summary>The next bytes as a code in hexadecimal, of one to four bytes.</summary>
    public uint Code(string name, int length, string? filter = null, Func<uint, string?>? meaning = null)
    {
        if (Left < length)
        {
            Cut(name);
            return 0;
        }

        uint value = Peek(length);
        string hex = "0x" + value.ToString("x" + (length * 2).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        string? word = meaning?.Invoke(value);
        _tree.Field(name, word is null ? hex : $"{word} ({hex})", Offset, Size(length), filter, value.ToString(CultureInfo.InvariantCulture));
        _at += length;
        return value;
    }

    /// <summary>Some bits of the next bytes, without going on.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="length">How many bytes hold it.</param>
    /// <param name="mask">Which bits; the value is moved down to bit 0.</param>
    /// <param name="filter">Wireshark's filter name.</param>
    /// <param name="meaning">The value's words.</param>
    public uint Bits(string name, int length, uint mask, string? filter = null, Func<uint, string?>? meaning = null)
    {
        if (Left < length)
        {
            return 0;
        }

        uint value = (Peek(length) & mask) >> System.Numerics.BitOperations.TrailingZeroCount(mask);
        _tree.Number(name, value, Offset, Size(length), filter, meaning?.Invoke(value));
        return value;
    }

    /// <summary>A value that is read from the next bytes in a way of its own, without going on.</summary>
    public void Shown(string name, string text, int length, string? filter = null, string? raw = null)
    {
        if (Left >= length)
        {
            _tree.Field(name, text, Offset, Size(length), filter, raw);
        }
    }

    /// <summary>The same, going on.</summary>
    public void Value(string name, string text, int length, string? filter = null, string? raw = null)
    {
        if (Left < length)
        {
            Cut(name);
            return;
        }

        _tree.Field(name, text, Offset, Size(length), filter, raw);
        _at += length;
    }

    /// <summary>The next bytes as they are; as many as there are of those asked for.</summary>
    public void Bytes(string name, int length, string? filter = null)
    {
        int there = Math.Min(length, Left);
        if (there <= 0)
        {
            return;
        }

        if (_isPlaced)
        {
            _tree.Bytes(name, Rest[..there], Offset, filter);
        }
        else
        {
            string raw = Convert.ToHexStringLower(Rest[..there]);
            _tree.Field(name, raw, Offset, 0, filter, raw);
        }

        _at += there;
    }

    /// <summary>The next bytes as ASCII text, which ends at the first NUL; as many as there are of those asked for.</summary>
    public string Text(string name, int length, string? filter = null, Func<string, string?>? meaning = null)
    {
        int there = Math.Min(length, Left);
        if (there <= 0)
        {
            return "";
        }

        ReadOnlySpan<byte> bytes = Rest[..there];
        int end = bytes.IndexOf((byte)0);
        string text = Observations.NetworkText.Decode(end < 0 ? bytes : bytes[..end]);
        string? word = meaning?.Invoke(text);
        _tree.Field(name, word is null ? text : $"{word} ({text})", Offset, Size(there), filter, text);
        _at += there;
        return text;
    }

    /// <summary>The next bytes as something that must not be shown.</summary>
    public void Secret(string name, int length, string? filter = null)
    {
        int there = Math.Min(length, Left);
        if (there > 0)
        {
            _tree.Field(name, "", Offset, Size(there), filter, secret: true);
            _at += there;
        }
    }

    /// <summary>All that is left, as bytes; nothing where nothing is left.</summary>
    public void Remainder(string name, string? filter = null) => Bytes(name, Left, filter);

    /// <summary>A cursor for the next bytes alone, as many as there are of those asked for; this one goes on behind them.</summary>
    public FieldCursor Take(int length)
    {
        int there = Math.Clamp(length, 0, Left);
        FieldCursor part = new(_tree, _bytes.Slice(_at, there), Offset, _isPlaced);
        _at += there;
        return part;
    }

    /// <summary>Opens a field over the next bytes, in which the fields that follow lie; <see cref="Close"/> closes it.</summary>
    public void Open(string name, string text, int length, string? filter = null, string? raw = null) =>
        _tree.Open(name, text, Offset, Size(Math.Min(length, Left)), filter, raw);

    /// <summary>Closes the field that was opened last.</summary>
    public void Close() => _tree.Close();

    /// <summary>Skips to the end: a field that should be there is cut short.</summary>
    void Cut(string name) => Bytes(name + " (cut short)", Left);

    int Size(int length) => _isPlaced ? length : 0;
}
