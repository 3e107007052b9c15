using System.Diagnostics;

namespace Quaywatch.Wire.Capture;

/// <summary>One stretch of an uncompressed input in memory, with the packets found in it. Shared by count: by the source that filled
/// it (its tail is the next buffer's head), by the blocks that show it, and by the hash that still reads it.</summary>
sealed class BlockBuffer(BufferPool pool, int size)
{
    const int FirstRecords = 256;
    PacketRecord[] _records = [];
    int _holders;

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; } = GC.AllocateUninitializedArray<byte>(size);

    /// <summary>Where the first byte lies in the uncompressed input.</summary>
    public long Origin { get; set; }

    /// <summary>How many packets were found.</summary>
    public int Count { get; private set; }

    /// <summary>Whether nobody else holds it; nobody can come to hold it meanwhile, since only a holder can pass it on.</summary>
    public bool HeldOnce => Volatile.Read(ref _holders) == 1;

    /// <summary>The packets found; valid up to <see cref="Count"/>.</summary>
    public PacketRecord[] Records => _records;

    /// <summary>Places for more packets, at least one; <see cref="Commit"/> says how many were used.</summary>
    public Span<PacketRecord> Reserve()
    {
        if (Count == _records.Length)
        {
            Array.Resize(ref _records, Math.Max(FirstRecords, Count * 2));
        }

        return _records.AsSpan(Count);
    }

    /// <summary>Keeps that many of the places reserved.</summary>
    public void Commit(int many) => Count += many;

    /// <summary>Forgets the packets.</summary>
    public void ClearRecords() => Count = 0;

    /// <summary>One more holder.</summary>
    public void Hold() => Interlocked.Increment(ref _holders);

    /// <summary>One holder less; the last one gives it back to the pool.</summary>
    public void Release()
    {
        int left = Interlocked.Decrement(ref _holders);
        Debug.Assert(left >= 0, "released more often than held");
        if (left == 0)
        {
            Count = 0;
            pool.Return(this);
        }
    }
}
