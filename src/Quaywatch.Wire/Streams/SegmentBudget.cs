namespace Quaywatch.Wire.Streams;

/// <summary>The memory that one shard may use for segments that wait behind holes.</summary>
sealed class SegmentBudget
{
    /// <summary>Bytes at most in one shard; 16 shards make 32 MiB.</summary>
    public const long Limit = 2 << 20;

    long _used;

    /// <summary>Takes room for that many bytes; false where there is none.</summary>
    public bool Take(int bytes)
    {
        if (_used + bytes > Limit)
        {
            return false;
        }

        _used += bytes;
        return true;
    }

    /// <summary>Gives room back.</summary>
    public void Give(int bytes) => _used -= bytes;
}
