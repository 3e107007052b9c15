using Quaywatch.Observations;

namespace Quaywatch.Analysis.Commands;

/// <summary>One memory of one controller (an S7 data block, a Modbus unit's registers) as it was last seen, so that a write can
/// say what it overwrote. Bits are numbered as in <see cref="Target"/>: 0 is the lowest of the first byte, which is how S7 and
/// Modbus number them, so that a bit, a byte and a block of the same memory meet.</summary>
internal sealed class MemorySpace
{
    /// <summary>Bits of one block that are taken over; a longer one is no process image.</summary>
    public const long MostBits = 65_536 * 8;

    readonly Dictionary<long, MemoryPage> _pages = [];

    /// <summary>Takes over what a block held.</summary>
    /// <param name="target">The block.</param>
    /// <param name="kind">How its bytes read.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="room">How many more pages may be made.</param>
    /// <returns>How many pages were made; -1 where there was no room for all.</returns>
    public int Set(in Target target, ValueKind kind, ReadOnlySpan<byte> bytes, int room)
    {
        if (!IsStretch(in target) || bytes.IsEmpty)
        {
            return 0;
        }

        int made = 0;
        if (IsBitwise(kind, target.Bits))
        {
            long count = Math.Min(target.Bits, bytes.Length * 8L);
            for (long i = 0; i < count; i++)
            {
                long bit = target.First + i;
                bool value = kind == ValueKind.Boolean ? bytes[0] != 0 : ((bytes[(int)(i >> 3)] >> (int)(i & 7)) & 1) != 0;
                if (Page(bit >> 3, ref made, room) is not { } page)
                {
                    return -1;
                }

                page.SetBit((int)(bit % (MemoryPage.Bytes * 8)), value);
            }

            return made;
        }

        if ((target.First & 7) != 0 || target.Bits != bytes.Length * 8L)
        {
            return 0;   // an odd stretch, or a value that is no copy of the memory (a mask)
        }

        long place = target.First >> 3;
        while (!bytes.IsEmpty)
        {
            int at = (int)(place % MemoryPage.Bytes);
            int length = Math.Min(bytes.Length, MemoryPage.Bytes - at);
            if (Page(place, ref made, room) is not { } page)
            {
                return -1;
            }

            page.Set(at, bytes[..length]);
            bytes = bytes[length..];
            place += length;
        }

        return made;
    }

    /// <summary>What a stretch held when it was last seen, in the form of the value that is about to replace it.</summary>
    /// <param name="target">The stretch.</param>
    /// <param name="kind">How the new value reads.</param>
    /// <param name="bytes">Receives the bytes; as long as the new value.</param>
    /// <returns>False where not all of it was seen.</returns>
    public bool TryGet(in Target target, ValueKind kind, Span<byte> bytes)
    {
        if (!IsStretch(in target) || bytes.IsEmpty)
        {
            return false;
        }

        if (IsBitwise(kind, target.Bits))
        {
            if (target.Bits > bytes.Length * 8L)
            {
                return false;
            }

            bytes.Clear();
            for (long i = 0; i < target.Bits; i++)
            {
                long bit = target.First + i;
                if (!_pages.TryGetValue((bit >> 3) / MemoryPage.Bytes, out MemoryPage? page)
                    || !page.TryGetBit((int)(bit % (MemoryPage.Bytes * 8)), out bool value))
                {
                    return false;
                }

                bytes[(int)(i >> 3)] |= (byte)(value ? 1 << (int)(i & 7) : 0);
            }

            return true;
        }

        if ((target.First & 7) != 0 || target.Bits != bytes.Length * 8L)
        {
            return false;
        }

        long place = target.First >> 3;
        while (!bytes.IsEmpty)
        {
            int at = (int)(place % MemoryPage.Bytes);
            int length = Math.Min(bytes.Length, MemoryPage.Bytes - at);
            if (!_pages.TryGetValue(place / MemoryPage.Bytes, out MemoryPage? page) || !page.TryGet(at, bytes[..length]))
            {
                return false;
            }

            bytes = bytes[length..];
            place += length;
        }

        return true;
    }

    static bool IsStretch(in Target target) => target.First >= 0 && target.Bits is > 0 and <= MostBits && target.First <= long.MaxValue - MostBits;

    static bool IsBitwise(ValueKind kind, long bits) => kind == ValueKind.Bits || (kind == ValueKind.Boolean && bits == 1);

    MemoryPage? Page(long place, ref int made, int room)
    {
        long number = place / MemoryPage.Bytes;
        if (_pages.TryGetValue(number, out MemoryPage? page))
        {
            return page;
        }

        if (made >= room)
        {
            return null;
        }

        made++;
        page = new MemoryPage();
        _pages.Add(number, page);
        return page;
    }
}
