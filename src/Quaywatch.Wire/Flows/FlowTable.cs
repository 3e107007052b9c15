using System.Runtime.CompilerServices;

namespace Quaywatch.Wire.Flows;

/// <summary>The open conversations of one shard: a small index beside a dense array, and a list in order of last use. When it is
/// full the one that was idle longest makes place.</summary>
sealed class FlowTable
{
    const int IndexSize = FlowLimits.Flows * 4;

    readonly FlowRecord?[] _flows = new FlowRecord?[FlowLimits.Flows];
    readonly Stack<int> _free = new();
    ulong[] _index = new ulong[256];
    int _used;
    int _count;

    /// <summary>The record idle for longest; -1 where there is none.</summary>
    public int Oldest { get; private set; } = -1;

    /// <summary>The record used last; -1 where there is none.</summary>
    public int Newest { get; private set; } = -1;

    /// <summary>How many are open.</summary>
    public int Count => _count;

    /// <summary>Whether the next one needs a place.</summary>
    public bool IsFull => _count == FlowLimits.Flows;

    /// <summary>The record of that number.</summary>
    public FlowRecord this[int number] => _flows[number]!;

    /// <summary>The number of the open conversation with that key; -1 where there is none.</summary>
    public int Find(in FlowKey key, ulong hash)
    {
        uint tag = Tag(hash);
        int mask = _index.Length - 1;
        for (int at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            ulong entry = _index[at];
            if (entry == 0)
            {
                return -1;
            }

            int number = (int)(uint)entry - 1;
            if ((uint)(entry >> 32) == tag && _flows[number]!.Key == key)
            {
                return number;
            }
        }
    }

    /// <summary>Takes a record for a new conversation, the newest in order of use; the table must not be full.</summary>
    public int Add(ulong hash)
    {
        int number = _free.Count > 0 ? _free.Pop() : _used++;
        _flows[number] ??= new FlowRecord();
        _count++;
        if (_count * 2 > _index.Length && _index.Length < IndexSize)
        {
            Grow();
        }

        Enter(hash, number);
        Link(number);
        return number;
    }

    /// <summary>Makes it the newest in order of use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Touch(int number)
    {
        if (number != Newest)
        {
            Unlink(number);
            Link(number);
        }
    }

    /// <summary>Gives a record back.</summary>
    public void Remove(int number)
    {
        int mask = _index.Length - 1;
        int at = (int)_flows[number]!.Key.Hash() & mask;
        while ((int)(uint)_index[at] - 1 != number)
        {
            at = (at + 1) & mask;
        }

        CloseHole(at, mask);
        Unlink(number);
        _free.Push(number);
        _count--;
    }

    static uint Tag(ulong hash) => (uint)(hash >> 32);

    void Enter(ulong hash, int number)
    {
        int mask = _index.Length - 1;
        int at = (int)hash & mask;
        while (_index[at] != 0)
        {
            at = (at + 1) & mask;
        }

        _index[at] = ((ulong)Tag(hash) << 32) | (uint)(number + 1);
    }

    /// <summary>Moves later entries of a run forward, so that no mark of deletion is needed.</summary>
    void CloseHole(int hole, int mask)
    {
        for (int at = (hole + 1) & mask; _index[at] != 0; at = (at + 1) & mask)
        {
            int home = (int)_flows[(int)(uint)_index[at] - 1]!.Key.Hash() & mask;
            if (((at - home) & mask) >= ((at - hole) & mask))
            {
                _index[hole] = _index[at];
                hole = at;
            }
        }

        _index[hole] = 0;
    }

    void Grow()
    {
        ulong[] old = _index;
        _index = new ulong[old.Length * 4];
        foreach (ulong entry in old)
        {
            if (entry != 0)
            {
                int number = (int)(uint)entry - 1;
                Enter(_flows[number]!.Key.Hash(), number);
            }
        }
    }

    void Link(int number)
    {
        FlowRecord flow = _flows[number]!;
        flow.Older = Newest;
        flow.Newer = -1;
        if (Newest >= 0)
        {
            _flows[Newest]!.Newer = number;
        }
        else
        {
            Oldest = number;
        }

        Newest = number;
    }

    void Unlink(int number)
    {
        FlowRecord flow = _flows[number]!;
        if (flow.Older >= 0)
        {
            _flows[flow.Older]!.Newer = flow.Newer;
        }
        else
        {
            Oldest = flow.Newer;
        }

        if (flow.Newer >= 0)
        {
            _flows[flow.Newer]!.Older = flow.Older;
        }
        else
        {
            Newest = flow.Older;
        }
    }
}
