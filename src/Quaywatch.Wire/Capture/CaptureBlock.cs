namespace Quaywatch.Wire.Capture;

/// <summary>A stretch of the merged inputs: one filled buffer of each open input. Any number of threads may walk it at the same
/// time, each with its own cursor; it is valid until it is released, after the last walk.</summary>
public sealed class CaptureBlock
{
    readonly BlockReader _owner;
    BlockBuffer[] _buffers = new BlockBuffer[1];
    int[] _inputs = new int[1];
    int _slots;
    PacketRecord[] _merged = [];
    PacketRecord[] _records = [];
    long _before;

    internal CaptureBlock(BlockReader owner)
    {
        _owner = owner;
    }

    /// <summary>How many packets it holds.</summary>
    public int Packets { get; private set; }

    /// <summary>The latest time of all packets of all inputs up to the end of this block, absurd ones left out: the time by which
    /// timers run. <see cref="PacketTime.None"/> where no packet had a time.</summary>
    public long HighestTime { get; private set; }

    /// <summary>The next packet in merged order.</summary>
    /// <param name="cursor">Where to go on.</param>
    /// <param name="packet">The packet; its bytes are valid as long as the block.</param>
    /// <param name="order">Its number over all inputs, from 1.</param>
    /// <returns>False at the block's end.</returns>
    public bool TryNext(ref BlockCursor cursor, out CapturedPacket packet, out long order)
    {
        int at = cursor.Next;
        if ((uint)at >= (uint)Packets)
        {
            packet = default;
            order = 0;
            return false;
        }

        ref readonly PacketRecord record = ref _records[at];
        cursor.Next = at + 1;
        order = _before + cursor.Next;
        packet = record.View(_buffers[record.Slot], _inputs[record.Slot]);
        return true;
    }

    /// <summary>Gives the buffers back; to be called once, by whoever walked last.</summary>
    public void Release()
    {
        if (_slots == 0)
        {
            return;
        }

        for (int i = 0; i < _slots; i++)
        {
            _buffers[i].Release();
        }

        _slots = 0;
        Packets = 0;
        _owner.TakeBack(this);
    }

    /// <summary>Begins the block.</summary>
    internal void Begin(long before) => _before = before;

    /// <summary>Adds a buffer and returns its number.</summary>
    internal int Hold(BlockBuffer buffer, int input)
    {
        if (_slots == _buffers.Length)
        {
            Array.Resize(ref _buffers, _slots * 2);
            Array.Resize(ref _inputs, _slots * 2);
        }

        buffer.Hold();
        _buffers[_slots] = buffer;
        _inputs[_slots] = input;
        return _slots++;
    }

    /// <summary>Adds one packet of a buffer held.</summary>
    internal void Add(in PacketRecord record, int slot)
    {
        if (Packets == _merged.Length)
        {
            Array.Resize(ref _merged, Math.Max(1024, Packets * 2));
        }

        ref PacketRecord to = ref _merged[Packets++];
        to = record;
        to.Slot = (ushort)slot;
    }

    /// <summary>Ends a block of several inputs.</summary>
    internal void End(long highestTime)
    {
        _records = _merged;
        HighestTime = highestTime;
    }

    /// <summary>Fills the block with all packets of one buffer, which needs no copy.</summary>
    internal void Fill(BlockBuffer buffer, int input, long highestTime)
    {
        Hold(buffer, input);
        _records = buffer.Records;
        Packets = buffer.Count;
        HighestTime = highestTime;
    }
}
