namespace Quaywatch.Protocols.S7;

/// <summary>Walks the values of a data part.</summary>
public ref struct S7DataItems
{
    ReadOnlySpan<byte> _rest;
    int _left;

    /// <summary>The values in the bytes.</summary>
    public S7DataItems(ReadOnlySpan<byte> bytes, int count)
    {
        _rest = bytes;
        _left = count;
    }

    /// <summary>Whether all values were there so far.</summary>
    public readonly bool IsComplete => _left == 0;

    /// <summary>The next value; false at the end, or where the rest is cut short.</summary>
    public bool TryNext(out S7DataItem item)
    {
        if (_left == 0 || !S7DataItem.TryRead(_rest, out item))
        {
            item = default;
            return false;
        }

        _left--;
        int length = item.Bytes.Length;
        int step = length + (_left > 0 ? length & 1 : 0);
        _rest = _rest[Math.Min(step, _rest.Length)..];
        return true;
    }
}
