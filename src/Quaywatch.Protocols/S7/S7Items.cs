namespace Quaywatch.Protocols.S7;

/// <summary>Walks the items of a parameter part: an item of odd length is followed by a fill byte, but for the last.</summary>
public ref struct S7Items
{
    ReadOnlySpan<byte> _rest;
    int _left;

    /// <summary>The items in the bytes.</summary>
    /// <param name="bytes">What follows the count.</param>
    /// <param name="count">How many there should be.</param>
    public S7Items(ReadOnlySpan<byte> bytes, int count)
    {
        _rest = bytes;
        _left = count;
    }

    /// <summary>The items of a Read Var or Write Var job.</summary>
    public static S7Items Of(S7Frame job) => new(job.ParameterLength > 2 ? job.Parameter[2..] : default, job.ItemCount);

    /// <summary>Whether all items were there so far.</summary>
    public readonly bool IsComplete => _left == 0;

    /// <summary>The next item; false at the end, or where the rest is cut short.</summary>
    public bool TryNext(out S7Item item)
    {
        if (_left == 0 || !S7Item.TryRead(_rest, out item))
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
