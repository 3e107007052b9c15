using System.Diagnostics.CodeAnalysis;

namespace Quaywatch.Wire.Capture;

/// <summary>Reads one or several inputs as one: in blocks, in the order of packet times. The input whose next packet has the smallest
/// time gives it; of equal times the input with the smaller number. Within an input the file's order stands, also where its clock
/// steps back, and a packet with an absurd time follows the one before it. A block ends where an input that has more runs out of
/// its buffer, so blocks depend on the inputs alone.</summary>
/// <remarks>An input is opened when the merge reaches its first packet's time, and closed at its end, so a folder of rotated files
/// needs one buffer at a time. Buffers become smaller the more inputs are open: eight of full size, as many of half of it, twice as
/// many of a quarter, and so on, which stays near 40 MiB. Blocks that are not released yet keep theirs on top.</remarks>
public sealed class BlockReader : IDisposable
{
    /// <summary>How many open inputs have a buffer of full size.</summary>
    const int FullBuffers = 8;

    /// <summary>The smallest buffer of an input that does not fit whole.</summary>
    const int SmallestBuffer = 16 << 10;

    /// <summary>A block also ends when inputs that ended in it hold that many bytes.</summary>
    const long EndedBytes = 4 << 20;

    readonly BlockReaderOptions _options;
    readonly List<CaptureInput> _waiting;
    readonly SourceHeap _open = new();
    readonly BufferPool _pool = new();
    readonly Stack<CaptureBlock> _free = [];
    readonly Lock _lock = new();
    readonly bool _single;
    InputHasher? _hasher;
    long _packets;
    long _highestTime = PacketTime.None;
    int _nextWaiting;
    bool _hadToWait;

    /// <summary>Prepares to read; opens nothing yet.</summary>
    /// <param name="inputs">The inputs, each for one reader only.</param>
    /// <param name="options">How; the default where null.</param>
    public BlockReader(IReadOnlyList<CaptureInput> inputs, BlockReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _options = options ?? new BlockReaderOptions();
        Inputs = inputs;
        _single = inputs.Count == 1;
        _waiting = [.. inputs];
        _waiting.Sort(static (a, b) => a.Head.FirstTime != b.Head.FirstTime
            ? a.Head.FirstTime.CompareTo(b.Head.FirstTime)
            : a.Number.CompareTo(b.Number));
        _hasher = _options.Hash && inputs.Count > 0 ? new InputHasher() : null;
    }

    /// <summary>The inputs.</summary>
    public IReadOnlyList<CaptureInput> Inputs { get; }

    /// <summary>Packets in all blocks so far.</summary>
    public long Packets => _packets;

    /// <summary>Bytes of the files as given that were read so far.</summary>
    public long BytesRead
    {
        get
        {
            long sum = 0;
            foreach (CaptureInput input in Inputs)
            {
                sum += input.BytesRead;
            }

            return sum;
        }
    }

    /// <summary>Bytes of all files as given; a pipe counts 0.</summary>
    public long BytesTotal
    {
        get
        {
            long sum = 0;
            foreach (CaptureInput input in Inputs)
            {
                sum += input.Length;
            }

            return sum;
        }
    }

    /// <summary>Reads the next block, which has at least one packet. For one thread; blocks may be walked and released by others.</summary>
    /// <returns>False when all inputs have ended; then their hashes are known.</returns>
    public bool TryRead([NotNullWhen(true)] out CaptureBlock? block)
    {
        block = NewBlock();
        if (_single)
        {
            ReadSingle(block);
        }
        else
        {
            Merge(block);
        }

        if (block.Packets > 0)
        {
            _packets += block.Packets;
            return true;
        }

        TakeBack(block);
        block = null;
        EndHash();
        return false;
    }

    /// <summary>Closes all inputs; an input that has not ended gets no hash.</summary>
    public void Dispose()
    {
        while (_open.Count > 0)
        {
            _open.Pop().Dispose();
        }

        EndHash();
    }

    internal void TakeBack(CaptureBlock block)
    {
        lock (_lock)
        {
            _free.Push(block);
        }
    }

    CaptureBlock NewBlock()
    {
        CaptureBlock? block;
        lock (_lock)
        {
            _free.TryPop(out block);
        }

        block ??= new CaptureBlock(this);
        block.Begin(_packets);
        return block;
    }

    void EndHash()
    {
        _hasher?.Dispose();
        _hasher = null;
    }

    void ReadSingle(CaptureBlock block)
    {
        if (_nextWaiting == 0)
        {
            _open.Push(Open(_waiting[_nextWaiting++]));
        }

        if (_open.Count == 0)
        {
            return;
        }

        CaptureSource source = _open.Top;
        if (source.Fill())
        {
            _highestTime = Math.Max(_highestTime, source.Input.Last);
            block.Fill(source.Buffer!, source.Input.Number, _highestTime);
        }
        else
        {
            _open.Pop().Dispose();
        }
    }

    void Merge(CaptureBlock block)
    {
        long ended = 0;
        _open.ForgetSlots();
        while (ended < EndedBytes)
        {
            OpenDue();
            if (_open.Count == 0)
            {
                break;
            }

            CaptureSource source = _open.Top;
            if (source.Slot < 0)
            {
                source.Slot = block.Hold(source.Buffer!, source.Input.Number);
            }

            TakeFrom(source, block);
            if (source.Taken < source.Buffer!.Count)
            {
                _open.SiftTop();
                continue;
            }

            int size = source.Buffer.Bytes.Length;
            bool hadMore = !source.Ended;
            if (source.Fill())
            {
                source.LookAtNext();
                source.Slot = -1;
                _open.SiftTop();
            }
            else
            {
                _open.Pop().Dispose();
                ended += size;
            }

            if (hadMore)
            {
                break;
            }
        }

        block.End(_highestTime);
    }

    /// <summary>Takes packets as long as no other input, open or waiting, comes before.</summary>
    void TakeFrom(CaptureSource source, CaptureBlock block)
    {
        CaptureSource? second = _open.Second;
        long waiting = _nextWaiting < _waiting.Count && _open.Count < _options.MostOpen
            ? _waiting[_nextWaiting].Head.FirstTime
            : long.MaxValue;
        PacketRecord[] records = source.Buffer!.Records;
        int count = source.Buffer.Count;
        do
        {
            ref readonly PacketRecord record = ref records[source.Taken++];
            block.Add(record, source.Slot);
            if (!PacketTime.IsAbsurd(record.Time))
            {
                _highestTime = Math.Max(_highestTime, record.Time);
            }

            if (source.Taken == count)
            {
                return;
            }

            source.LookAtNext();
        }
        while (source.Key < waiting && (second is null || SourceHeap.ComesBefore(source, second)));
    }

    /// <summary>Opens the inputs whose first packet is not later than the next one.</summary>
    void OpenDue()
    {
        while (_nextWaiting < _waiting.Count && _open.Count < _options.MostOpen
            && (_open.Count == 0 || _waiting[_nextWaiting].Head.FirstTime <= _open.Top.Key))
        {
            CaptureInput input = _waiting[_nextWaiting++];
            if (_hadToWait && input.Head.FirstTime < _highestTime)
            {
                input.Anomalies.Count(InputAnomaly.OpenedLate);
            }

            CaptureSource source = Open(input);
            if (source.Fill())
            {
                source.LookAtNext();
                _open.Push(source);
            }
            else
            {
                source.Dispose();
            }
        }

        _hadToWait = _open.Count == _options.MostOpen;
    }

    CaptureSource Open(CaptureInput input)
    {
        int size = _options.BufferSize;
        for (int full = FullBuffers; _open.Count >= full && size > SmallestBuffer; full *= 2)
        {
            size /= 2;
        }

        // A small file in a buffer that it fits into, with room to see its end, has the same blocks as in a large one.
        if (input.Identity is not null && input.Head.Packing == Packing.None && input.Length < size)
        {
            size = (int)input.Length + 1;
        }

        return new CaptureSource(input, _pool, _hasher, size);
    }
}
