namespace Quaywatch.Protocols.S7;

/// <summary>Walks the values of a variable table: like <see cref="S7DataItems"/>, but the last is filled to even length too.</summary>
public ref struct S7TestValues
{
    ReadOnlySpan<byte> _rest;
    int _left;

    /// <summary>The values in the bytes.</summary>
    public S7TestValues(ReadOnlySpan<byte> bytes, int count)
    {
        _rest = bytes;
        _left = count;
    }

    /// <summary>The next value; false at the end, or where the rest is cut short.</summary>
    public bool TryNext(out S7DataItem value)
    {
        if (_left == 0 || !S7DataItem.TryRead(_rest, out value))
        {
            value = default;
            return false;
        }

        _left--;
        int step = value.Bytes.Length + (value.Bytes.Length & 1);
        _rest = _rest[Math.Min(step, _rest.Length)..];
        return true;
    }
}
