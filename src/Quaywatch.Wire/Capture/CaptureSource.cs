namespace Quaywatch.Wire.Capture;

/// <summary>Reads one input into buffers and finds the packets of each. A buffer is always filled as far as the input goes, so that
/// a compressed input has the same buffers as the same input unpacked.</summary>
sealed class CaptureSource : IDisposable
{
    readonly BufferPool _pool;
    readonly InputHasher? _hasher;
    readonly IRecordScanner _scanner;
    readonly int _size;
    readonly Stream? _file;
    readonly Unpacker? _unpacker;
    readonly GivenBytes? _given;
    BlockBuffer? _buffer;
    int _length;
    int _consumed;
    bool _noMore;
    bool _ended;

    /// <summary>Opens an input; where that fails the input's read error is set, and there are no packets.</summary>
    public CaptureSource(CaptureInput input, BufferPool pool, InputHasher? hasher, int size)
    {
        Input = input;
        _pool = pool;
        _hasher = hasher;
        _size = size;
        _scanner = input.NewScanner();
        if (input.Head.Pcap is { HasReservedBits: true })
        {
            input.Anomalies.Count(InputAnomaly.UnassignedLinkBits);
        }

        try
        {
            _file = input.Open();
            if (input.Head.Packing != Packing.None)
            {
                _given = new GivenBytes(_file, pool, input, hasher);
                _unpacker = Unpacker.For(input.Head.Packing, _given);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Fail(problem);
        }
    }

    /// <summary>What is read.</summary>
    public CaptureInput Input { get; }

    /// <summary>The buffer filled last, with its packets; null before the first and after the end.</summary>
    public BlockBuffer? Buffer => _buffer;

    /// <summary>How many packets of the buffer were taken by the merge.</summary>
    public int Taken { get; set; }

    /// <summary>The buffer's number in the block that is being made; -1 where it has none yet.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>Whether no buffer follows the current one.</summary>
    public bool Ended => _ended;

    /// <summary>The next packet's time as the merge sees it: an absurd one stands where the packet before it stood.</summary>
    public long Key { get; private set; } = PacketTime.None;

    /// <summary>Brings <see cref="Key"/> up to the packet that is next.</summary>
    public void LookAtNext()
    {
        long time = _buffer!.Records[Taken].Time;
        Key = PacketTime.IsAbsurd(time) ? Key : time;
    }

    /// <summary>Fills a buffer that has packets; false where the input has no more.</summary>
    public bool Fill()
    {
        Taken = 0;
        while (!_ended)
        {
            NextBuffer();
            ReadOn();
            ScanEnd end = _scanner.Scan(_buffer!, _length, _noMore, out _consumed, out int needed);
            if (end != ScanEnd.NeedMore)
            {
                Finish(end);
            }
            else if (needed > _buffer!.Bytes.Length)
            {
                Grow(needed);
            }

            if (_buffer!.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets the buffer go.</summary>
    public void Dispose()
    {
        _buffer?.Release();
        _buffer = null;
        _ended = true;
        _unpacker?.Dispose();
        _given?.Dispose();
        _file?.Dispose();
    }

    void NextBuffer()
    {
        if (_buffer is null)
        {
            _buffer = _pool.Rent(_size);
            _buffer.Origin = 0;
            return;
        }

        int tail = _length - _consumed;
        BlockBuffer to = _buffer.HeldOnce ? _buffer : _pool.Rent(_buffer.Bytes.Length);
        MoveTail(to, tail);
    }

    void Grow(int needed)
    {
        // Packets found before the one that does not fit stay with the old buffer; the larger one comes with the next fill.
        if (_buffer!.Count == 0)
        {
            MoveTail(_pool.Rent(needed), _length - _consumed);
        }
    }

    void MoveTail(BlockBuffer to, int tail)
    {
        BlockBuffer from = _buffer!;
        from.Bytes.AsSpan(_consumed, tail).CopyTo(to.Bytes);
        long origin = from.Origin + _consumed;
        to.ClearRecords();
        to.Origin = origin;
        if (!ReferenceEquals(from, to))
        {
            from.Release();
        }

        _buffer = to;
        _length = tail;
        _consumed = 0;
    }

    void ReadOn()
    {
        byte[] bytes = _buffer!.Bytes;
        int before = _length;
        try
        {
            Stream from = _unpacker ?? _file!;
            while (_length < bytes.Length && !_noMore)
            {
                int got = from.Read(bytes, _length, bytes.Length - _length);
                _length += got;
                _noMore = got == 0;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Fail(problem);
        }

        if (_given is null && _length > before)
        {
            Input.BytesRead += _length - before;
            _hasher?.Add(Input, _buffer, before, _length - before);
        }
    }

    void Finish(ScanEnd end)
    {
        _ended = true;
        if (_unpacker is not null)
        {
            Input.Anomalies.Count(InputAnomaly.CompressionCut, _unpacker.IsCut ? 1 : 0);
            Input.Anomalies.Count(InputAnomaly.CompressionDamaged, _unpacker.IsDamaged ? 1 : 0);
        }

        long unread = _length - _consumed;
        if (end == ScanEnd.Damaged)
        {
            long rest = Math.Max(0, Input.Length - Input.BytesRead);
            Input.Anomalies.Count(InputAnomaly.UnreadBytes, unread + rest);
        }

        if (_hasher is not null && Input.ReadError is null)
        {
            Drain();
        }
    }

    void Drain()
    {
        try
        {
            if (_given is not null)
            {
                _given.Drain();
            }
            else
            {
                DrainPlain();
            }

            _hasher!.End(Input);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Fail(problem);
        }
    }

    void DrainPlain()
    {
        int got = _noMore ? 0 : 1;
        while (got > 0)
        {
            BlockBuffer piece = _pool.Rent(_size);
            got = _file!.Read(piece.Bytes);
            if (got > 0)
            {
                Input.BytesRead += got;
                _hasher!.Add(Input, piece, 0, got);
            }

            piece.Release();
        }
    }

    void Fail(Exception problem)
    {
        Input.ReadError = problem.Message;
        Input.Anomalies.Count(InputAnomaly.ReadError);
        _noMore = true;
        _ended |= _file is null;
    }
}
