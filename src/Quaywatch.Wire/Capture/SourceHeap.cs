namespace Quaywatch.Wire.Capture;

/// <summary>The open inputs, the one with the earliest next packet on top: a binary heap.</summary>
sealed class SourceHeap
{
    readonly List<CaptureSource> _sources = [];

    /// <summary>How many are open.</summary>
    public int Count => _sources.Count;

    /// <summary>The one whose packet is next.</summary>
    public CaptureSource Top => _sources[0];

    /// <summary>The one that would be on top without it.</summary>
    public CaptureSource? Second => _sources.Count switch
    {
        < 2 => null,
        2 => _sources[1],
        _ => ComesBefore(_sources[1], _sources[2]) ? _sources[1] : _sources[2],
    };

    /// <summary>The order of the merge: time, then number.</summary>
    public static bool ComesBefore(CaptureSource a, CaptureSource b) =>
        a.Key != b.Key ? a.Key < b.Key : a.Input.Number < b.Input.Number;

    /// <summary>Adds one.</summary>
    public void Push(CaptureSource source)
    {
        _sources.Add(source);
        int at = _sources.Count - 1;
        while (at > 0 && ComesBefore(_sources[at], _sources[(at - 1) / 2]))
        {
            int parent = (at - 1) / 2;
            (_sources[at], _sources[parent]) = (_sources[parent], _sources[at]);
            at = parent;
        }
    }

    /// <summary>Takes the top away.</summary>
    public CaptureSource Pop()
    {
        CaptureSource top = _sources[0];
        _sources[0] = _sources[^1];
        _sources.RemoveAt(_sources.Count - 1);
        SiftTop();
        return top;
    }

    /// <summary>Moves the top down to its place, after its next packet changed.</summary>
    public void SiftTop()
    {
        int at = 0;
        while (true)
        {
            int least = at;
            for (int child = (2 * at) + 1; child <= (2 * at) + 2; child++)
            {
                if (child < _sources.Count && ComesBefore(_sources[child], _sources[least]))
                {
                    least = child;
                }
            }

            if (least == at)
            {
                return;
            }

            (_sources[at], _sources[least]) = (_sources[least], _sources[at]);
            at = least;
        }
    }

    /// <summary>Begins a block: no source has a place in it yet.</summary>
    public void ForgetSlots()
    {
        foreach (CaptureSource source in _sources)
        {
            source.Slot = -1;
        }
    }
}
