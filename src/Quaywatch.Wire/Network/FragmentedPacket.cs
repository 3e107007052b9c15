using Quaywatch.Observations;

namespace Quaywatch.Wire.Network;

/// <summary>A packet of which fragments are missing: bytes in place, and which stretches of them are there.</summary>
sealed class FragmentedPacket
{
    const int Unknown = -1;
    const int FirstParts = 8;

    PacketPart[] _parts = new PacketPart[FirstParts];
    int[] _starts = new int[FirstParts];
    int _count;
    int _covered;

    public FragmentKey Key { get; private set; }

    /// <summary>When the first of its fragments came.</summary>
    public long Since { get; private set; }

    /// <summary>Where the payload is put together; empty until there are bytes.</summary>
    public byte[] Buffer { get; set; } = [];

    /// <summary>The payload's length, by the last fragment.</summary>
    public int Length { get; private set; }

    public int Fragments { get; set; }

    public byte Protocol { get; set; }

    public bool HasConflict { get; private set; }

    /// <summary>The neighbours in the order of coming.</summary>
    public FragmentedPacket? Older { get; set; }

    public FragmentedPacket? Newer { get; set; }

    public bool IsWhole => _covered == Length;

    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(0, Length);

    public ReadOnlySpan<PacketPart> Parts => _parts.AsSpan(0, _count);

    int End => _count == 0 ? 0 : _starts[_count - 1] + _parts[_count - 1].Length;

    public void Begin(FragmentKey key, long since)
    {
        Key = key;
        Since = since;
        Length = Unknown;
        Fragments = 0;
        Protocol = key.Protocol;
        HasConflict = false;
        _count = 0;
        _covered = 0;
    }

    /// <summary>Whether a fragment with this end fits to the others: two last ones must agree, and nothing lies behind the last.</summary>
    public bool Fits(int end, bool isLast) => Length == Unknown ? !isLast || end >= End : isLast ? end == Length : end <= Length;

    /// <summary>The last fragment tells the length.</summary>
    public void SetLength(int length) => Length = length;

    /// <summary>Puts a fragment's bytes where nothing is yet.</summary>
    /// <param name="bytes">The fragment's bytes; <see cref="Buffer"/> must have room for them.</param>
    /// <param name="at">Their place in the payload.</param>
    /// <param name="origin">Their frame and their place in it.</param>
    /// <param name="partLimit">More parts than this are not kept.</param>
    /// <returns>Bytes that were new; less than 0 where the limit of parts was hit.</returns>
    public int Put(ReadOnlySpan<byte> bytes, int at, in PacketPart origin, int partLimit)
    {
        int before = _covered;
        int end = at + bytes.Length;
        int shift = origin.From - at;
        int i = IndexOfPartEndingBehind(at);
        while (at < end)
        {
            ReadOnlySpan<byte> rest = bytes[(at + shift - origin.From)..];
            if (i < _count && _starts[i] <= at)
            {
                int overlapEnd = Math.Min(end, _starts[i] + _parts[i].Length);
                HasConflict |= !Buffer.AsSpan(at, overlapEnd - at).SequenceEqual(rest[..(overlapEnd - at)]);
                at = overlapEnd;
            }
            else
            {
                if (_count == partLimit)
                {
                    return Unknown;
                }

                int holeEnd = i < _count ? Math.Min(end, _starts[i]) : end;
                rest[..(holeEnd - at)].CopyTo(Buffer.AsSpan(at));
                InsertPart(i, at, origin with { From = at + shift, Length = holeEnd - at });
                at = holeEnd;
            }

            i++;
        }

        return _covered - before;
    }

    // fragments mostly come in order, so the search is done from the end
    int IndexOfPartEndingBehind(int at)
    {
        int i = _count;
        while (i > 0 && _starts[i - 1] + _parts[i - 1].Length > at)
        {
            i--;
        }

        return i;
    }

    void InsertPart(int index, int start, in PacketPart part)
    {
        if (_count == _parts.Length)
        {
            Array.Resize(ref _parts, _count * 2);
            Array.Resize(ref _starts, _count * 2);
        }

        Array.Copy(_parts, index, _parts, index + 1, _count - index);
        Array.Copy(_starts, index, _starts, index + 1, _count - index);
        _parts[index] = part;
        _starts[index] = start;
        _count++;
        _covered += part.Length;
    }
}
