using System.Globalization;

namespace Quaywatch.Wire.Evidence;

/// <summary>Builds the decoded tree of one message, for a person and for comparison. Describe is no hot path: it runs for what is
/// shown, so it may allocate.</summary>
public sealed class FieldTree
{
    readonly List<FieldNode> _roots = [];
    readonly Stack<FieldNode> _open = new();

    /// <summary>The outermost fields.</summary>
    public IReadOnlyList<FieldNode> Roots => _roots;

    /// <summary>Opens a field that holds others; <see cref="Close"/> closes it.</summary>
    public void Open(string name, string text, int offset, int length, string? filter = null, string? raw = null)
    {
        FieldNode node = new() { Name = name, Text = text, Offset = offset, Length = length, Filter = filter, Raw = raw };
        Put(node);
        _open.Push(node);
    }

    /// <summary>Closes the field that was opened last.</summary>
    public void Close() => _open.Pop();

    /// <summary>Adds a field.</summary>
    public void Field(string name, string text, int offset, int length, string? filter = null, string? raw = null, bool secret = false) =>
        Put(new FieldNode
        {
            Name = name,
            Text = secret ? new string('*', Math.Min(length, 8)) : text,
            Offset = offset,
            Length = length,
            Filter = filter,
            Raw = secret ? null : raw,
            Secret = secret,
        });

    /// <summary>Adds a number, with its meaning where it has one.</summary>
    public void Number(string name, long value, int offset, int length, string? filter = null, string? meaning = null)
    {
        string raw = value.ToString(CultureInfo.InvariantCulture);
        Field(name, meaning is null ? raw : $"{meaning} ({raw})", offset, length, filter, raw);
    }

    /// <summary>Adds a code that the field writes in hexadecimal, with its meaning where it has one.</summary>
    public void Code(string name, long value, int offset, int length, string? filter = null, string? meaning = null)
    {
        string hex = "0x" + value.ToString("x" + (Math.Max(1, length) * 2).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        Field(name, meaning is null ? hex : $"{meaning} ({hex})", offset, length, filter, value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Adds bytes as they are, in hexadecimal, cut for the eye after 64.</summary>
    public void Bytes(string name, ReadOnlySpan<byte> bytes, int offset, string? filter = null)
    {
        string raw = Convert.ToHexStringLower(bytes);
        string text = bytes.Length <= 64 ? raw : $"{raw[..128]} ({bytes.Length - 64} more)";
        Field(name, text, offset, bytes.Length, filter, raw);
    }

    void Put(FieldNode node) => (_open.TryPeek(out FieldNode? parent) ? parent.Inner : _roots).Add(node);
}
