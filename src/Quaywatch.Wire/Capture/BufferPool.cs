using System.Numerics;

namespace Quaywatch.Wire.Capture;

/// <summary>Buffers of powers of two that wait to be used again; what exceeds the limit goes to the garbage collector.</summary>
sealed class BufferPool
{
    /// <summary>Bytes that may wait here.</summary>
    const long Limit = 32L << 20;

    /// <summary>The smallest buffer.</summary>
    const int Smallest = 4 << 10;

    readonly Lock _lock = new();
    readonly Stack<BlockBuffer>[] _waiting = new Stack<BlockBuffer>[31];
    long _bytes;

    /// <summary>A buffer of at least that size, held once.</summary>
    public BlockBuffer Rent(int atLeast)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(atLeast, Smallest));
        BlockBuffer? buffer = null;
        lock (_lock)
        {
            if (_waiting[BitOperations.Log2((uint)size)]?.TryPop(out buffer) == true)
            {
                _bytes -= size;
            }
        }

        buffer ??= new BlockBuffer(this, size);
        buffer.Hold();
        return buffer;
    }

    /// <summary>Takes a buffer back that nobody holds any more.</summary>
    public void Return(BlockBuffer buffer)
    {
        int size = buffer.Bytes.Length;
        lock (_lock)
        {
            if (_bytes + size <= Limit)
            {
                _bytes += size;
                (_waiting[BitOperations.Log2((uint)size)] ??= new Stack<BlockBuffer>()).Push(buffer);
            }
        }
    }
}
