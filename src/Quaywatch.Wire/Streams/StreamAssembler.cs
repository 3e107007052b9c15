using System.Buffers;
using System.IO.Hashing;
using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Wire.Streams;

/// <summary>Puts one direction of a TCP connection in order. Bytes in their turn go up as they lie in the packet; only what comes
/// ahead of its turn is copied, within limits. The policy (architecture.md, "Streams"): the first bytes win; a hole becomes a gap
/// by bytes or packet time beyond it, by RST, by the end of both sides, or by the end of the input, never by an acknowledgement,
/// since a mirror port may show the two directions in the wrong order or one of them only.</summary>
sealed class StreamAssembler
{
    /// <summary>Bytes beyond a hole after which it is a gap.</summary>
    public const int GapBytes = 128 << 10;

    /// <summary>Packet time beyond a hole after which it is a gap: 1 s, in nanoseconds. Longer than a retransmission takes.</summary>
    public const long GapTime = 1_000_000_000;

    /// <summary>Segments that may wait behind a hole.</summary>
    public const int MostWaiting = 256;

    /// <summary>A jump forward that no window allows; such a segment is not believed.</summary>
    const long TooFar = 1 << 30;

    /// <summary>Segments whose hash is remembered, so that a retransmission with other bytes is noticed.</summary>
    const int Remembered = 8;

    readonly SegmentBudget _budget;
    readonly Sent[] _sent = new Sent[Remembered];
    Waiting[] _waiting = [];
    int _count;
    int _sentCount;
    long _next;
    bool _begun;

    public StreamAssembler(SegmentBudget budget) => _budget = budget;

    /// <summary>Whether segments wait behind a hole.</summary>
    public bool HasHole => _count > 0;

    /// <summary>Forgets everything.</summary>
    public void Begin()
    {
        for (int i = 0; i < _count; i++)
        {
            Return(ref _waiting[i]);
        }

        _count = 0;
        _sentCount = 0;
        _begun = false;
        _next = 0;
    }

    /// <summary>The stream's first byte has this number: a SYN was seen.</summary>
    public void StartAt(long number)
    {
        Begin();
        _next = number;
        _begun = true;
    }

    /// <summary>Takes a segment in and hands up what has become readable.</summary>
    /// <param name="to">Where bytes go.</param>
    /// <param name="at">The first byte's number.</param>
    /// <param name="bytes">The captured bytes.</param>
    /// <param name="missing">Bytes behind them that the capture does not hold (snap length).</param>
    /// <param name="parts">The packets that carry the bytes.</param>
    public void Segment(in StreamTarget to, long at, ReadOnlySpan<byte> bytes, int missing, ReadOnlySpan<PacketPart> parts)
    {
        if (!_begun)
        {
            _begun = true;
            _next = at;
        }

        if (at - _next > TooFar)
        {
            to.Counters.SegmentsOutOfWindow++;
            return;
        }

        if (at < _next)
        {
            long old = Math.Min(_next - at, bytes.Length);
            bool keepAlive = bytes.Length == 1 && at == _next - 1;
            if (!keepAlive && DiffersFromSent(at, bytes))
            {
                to.Differs(parts);
            }

            if (at + bytes.Length + missing <= _next || old == bytes.Length)
            {
                return;
            }

            bytes = bytes[(int)old..];
            parts = to.Cut(parts, (int)old);
            at = _next;
        }

        if (at == _next)
        {
            Deliver(to, bytes, parts);
            if (missing > 0)
            {
                Skip(to, missing);
            }

            Drain(to);
        }
        else
        {
            Wait(to, at, bytes, parts);
            if (_count == MostWaiting || _waiting[_count - 1].End - _next > GapBytes)
            {
                DeclareGap(to);
            }
        }

        CheckTime(to);
    }

    /// <summary>Declares a gap where a hole has stood for longer than <see cref="GapTime"/>.</summary>
    public void CheckTime(in StreamTarget to)
    {
        while (_count > 0 && to.Time - _waiting[0].Time > GapTime)
        {
            DeclareGap(to);
        }
    }

    /// <summary>Declares all holes gaps and hands up what lies behind them: nothing more will come.</summary>
    public void Flush(in StreamTarget to)
    {
        while (_count > 0)
        {
            DeclareGap(to);
        }
    }

    void DeclareGap(in StreamTarget to)
    {
        Skip(to, _waiting[0].At - _next);
        Drain(to);
    }

    void Skip(in StreamTarget to, long missing)
    {
        to.Gap(missing);
        _next += missing;
    }

    void Deliver(in StreamTarget to, ReadOnlySpan<byte> bytes, ReadOnlySpan<PacketPart> parts)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        _sent[_sentCount++ % Remembered] = new Sent(_next, bytes.Length, XxHash3.HashToUInt64(bytes));
        _next += bytes.Length;
        to.Deliver(bytes, parts);
    }

    void Drain(in StreamTarget to)
    {
        int done = 0;
        while (done < _count && _waiting[done].At <= _next)
        {
            ref Waiting segment = ref _waiting[done];
            int old = (int)Math.Min(_next - segment.At, segment.Length);
            if (old < segment.Length)
            {
                ReadOnlySpan<PacketPart> parts = segment.Parts ?? [segment.Part];
                Deliver(to, segment.Bytes.AsSpan(old, segment.Length - old), to.Cut(parts, old));
            }

            Return(ref segment);
            done++;
        }

        if (done > 0)
        {
            Array.Copy(_waiting, done, _waiting, 0, _count - done);
            _count -= done;
        }
    }

    /// <summary>Keeps a segment that is ahead of its turn. Bytes that are waiting already win over the new ones.</summary>
    void Wait(in StreamTarget to, long at, ReadOnlySpan<byte> bytes, ReadOnlySpan<PacketPart> parts)
    {
        int place = 0;
        bool differs = false;
        while (!bytes.IsEmpty && _count < MostWaiting)
        {
            while (place < _count && _waiting[place].End <= at)
            {
                place++;
            }

            long limit = place < _count ? _waiting[place].At : long.MaxValue;
            int fresh = (int)Math.Clamp(limit - at, 0, bytes.Length);
            if (fresh > 0)
            {
                Insert(to, place++, at, bytes[..fresh], parts);
            }
            else
            {
                ref Waiting there = ref _waiting[place];
                fresh = (int)Math.Min(there.End - at, bytes.Length);
                differs |= !there.Bytes.AsSpan((int)(at - there.At), fresh).SequenceEqual(bytes[..fresh]);
            }

            at += fresh;
            bytes = bytes[fresh..];
            if (!bytes.IsEmpty)
            {
                parts = to.Cut(parts, fresh);
            }
        }

        if (differs)
        {
            to.Differs(parts);
        }
    }

    void Insert(in StreamTarget to, int place, long at, ReadOnlySpan<byte> bytes, ReadOnlySpan<PacketPart> parts)
    {
        if (!_budget.Take(bytes.Length))
        {
            to.Counters.StreamBytesLetGo += bytes.Length;
            return;
        }

        if (_count == _waiting.Length)
        {
            Array.Resize(ref _waiting, Math.Max(4, _count * 2));
        }

        byte[] kept = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(kept);
        Array.Copy(_waiting, place, _waiting, place + 1, _count - place);
        _waiting[place] = new Waiting
        {
            At = at,
            Length = bytes.Length,
            Bytes = kept,
            Time = to.Time,
            Part = parts[0] with { Length = Math.Min(parts[0].Length, bytes.Length) },
            Parts = parts[0].Length >= bytes.Length ? null : First(parts, bytes.Length),
        };
        _count++;
    }

    /// <summary>The parts of a segment that came in IP fragments: rare enough to allocate.</summary>
    static PacketPart[] First(ReadOnlySpan<PacketPart> parts, int length)
    {
        PacketPart[] kept = parts.ToArray();
        int count = 0;
        while (length > 0)
        {
            kept[count] = kept[count] with { Length = Math.Min(kept[count].Length, length) };
            length -= kept[count++].Length;
        }

        return kept[..count];
    }

    void Return(ref Waiting segment)
    {
        _budget.Give(segment.Length);
        ArrayPool<byte>.Shared.Return(segment.Bytes);
        segment = default;
    }

    /// <summary>Whether bytes that were handed up come again with another content; found for every remembered segment that lies
    /// wholly within the new one, so not for a repetition that was cut smaller than the original.</summary>
    bool DiffersFromSent(long at, ReadOnlySpan<byte> bytes)
    {
        int known = Math.Min(_sentCount, Remembered);
        for (int i = 0; i < known; i++)
        {
            ref readonly Sent sent = ref _sent[i];
            long from = sent.At - at;
            if (from >= 0 && from + sent.Length <= bytes.Length && XxHash3.HashToUInt64(bytes.Slice((int)from, sent.Length)) != sent.Hash)
            {
                return true;
            }
        }

        return false;
    }

    readonly record struct Sent(long At, int Length, ulong Hash);

    struct Waiting
    {
        public long At;
        public int Length;
        public byte[] Bytes;
        public long Time;
        public PacketPart Part;
        public PacketPart[]? Parts;

        public readonly long End => At + Length;
    }
}
