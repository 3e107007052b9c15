using Quaywatch.Observations;

namespace Quaywatch.Protocols.Framework;

/// <summary>Bytes of one direction that wait for the rest of their message, and the packets that carry them. Bounded by its user;
/// keeps its room.</summary>
sealed class PendingBytes
{
    byte[] _bytes = [];
    PacketPart[] _parts = [];
    int _length;
    int _partCount;

    /// <summary>How many wait.</summary>
    public int Length => _length;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>The packets that carry them.</summary>
    public ReadOnlySpan<PacketPart> Parts => _parts.AsSpan(0, _partCount);

    /// <summary>Adds bytes without their first <paramref name="skip"/>; parts that reach beyond the bytes are left out.</summary>
    public void Add(ReadOnlySpan<byte> bytes, ReadOnlySpan<PacketPart> parts, int skip)
    {
        ReadOnlySpan<byte> rest = bytes[skip..];
        Room(ref _bytes, _length + rest.Length);
        rest.CopyTo(_bytes.AsSpan(_length));
        _length += rest.Length;
        Room(ref _parts, _partCount + parts.Length);
        int left = bytes.Length;
        foreach (ref readonly PacketPart part in parts)
        {
            int length = Math.Min(part.Length, left);
            if (skip < length)
            {
                _parts[_partCount++] = part with { From = part.From + skip, Length = length - skip };
            }

            skip = Math.Max(0, skip - length);
            left -= length;
        }
    }

    /// <summary>Drops the first bytes.</summary>
    public void Drop(int bytes)
    {
        _bytes.AsSpan(bytes, _length - bytes).CopyTo(_bytes);
        _length -= bytes;
        int kept = 0;
        for (int i = 0; i < _partCount; i++)
        {
            PacketPart part = _parts[i];
            if (bytes < part.Length)
            {
                _parts[kept++] = part with { From = part.From + bytes, Length = part.Length - bytes };
            }

            bytes = Math.Max(0, bytes - part.Length);
        }

        _partCount = kept;
    }

    /// <summary>Drops all.</summary>
    public void Clear()
    {
        _length = 0;
        _partCount = 0;
    }

    static void Room<T>(ref T[] array, int needed)
    {
        if (array.Length < needed)
        {
            Array.Resize(ref array, Math.Max(needed, Math.Max(16, array.Length * 2)));
        }
    }
}
