namespace Quaywatch.Analysis.Commands;

/// <summary>A stretch of a controller's memory as it was last seen, and which of its bits were seen at all.</summary>
internal sealed class MemoryPage
{
    /// <summary>Bytes in a page.</summary>
    public const int Bytes = 64;

    readonly byte[] _data = new byte[Bytes];
    readonly byte[] _known = new byte[Bytes];

    /// <summary>Takes over whole bytes.</summary>
    public void Set(int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_data.AsSpan(at));
        _known.AsSpan(at, bytes.Length).Fill(0xFF);
    }

    /// <summary>Takes over one bit, 0 being the lowest of the first byte.</summary>
    public void SetBit(int bit, bool value)
    {
        byte mask = (byte)(1 << (bit & 7));
        _known[bit >> 3] |= mask;
        _data[bit >> 3] = (byte)(value ? _data[bit >> 3] | mask : _data[bit >> 3] & ~mask);
    }

    /// <summary>Copies whole bytes; false where one of them was not seen whole.</summary>
    public bool TryGet(int at, Span<byte> bytes)
    {
        if (_known.AsSpan(at, bytes.Length).ContainsAnyExcept((byte)0xFF))
        {
            return false;
        }

        _data.AsSpan(at, bytes.Length).CopyTo(bytes);
        return true;
    }

    /// <summary>Reads one bit; false where it was not seen.</summary>
    public bool TryGetBit(int bit, out bool value)
    {
        int mask = 1 << (bit & 7);
        value = (_data[bit >> 3] & mask) != 0;
        return (_known[bit >> 3] & mask) != 0;
    }
}
