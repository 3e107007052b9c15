using Quaywatch.Observations;

namespace Quaywatch.Protocols;

/// <summary>Requests of one conversation that wait for their answers: the protocol's key, the request's bytes and its packets.
/// Bounded: when it is full the oldest makes place. Grows to its limit once and is used again.</summary>
public sealed class RequestTable
{
    /// <summary>Packet time after which an answer is not expected any more: 5 s.</summary>
    public const long TimeLimit = 5_000_000_000;

    readonly int _limit;
    readonly int _longest;
    readonly List<Slot> _slots = [];
    int _count;

    /// <summary>A table for that many requests, each kept up to that many bytes.</summary>
    /// <param name="limit">Requests at most.</param>
    /// <param name="longest">Bytes of a request that are kept at most.</param>
    public RequestTable(int limit, int longest)
    {
        _limit = limit;
        _longest = longest;
    }

    /// <summary>How many wait.</summary>
    public int Count => _count;

    /// <summary>Whether the next request pushes out the oldest.</summary>
    public bool IsFull => _count == _limit;

    /// <summary>Keeps a request. Where the table is full, the caller has taken out <see cref="Oldest"/> first.</summary>
    public void Add(ulong key, Direction sender, ReadOnlySpan<byte> message, Batch batch, int evidence)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (_count == _limit)
        {
            Remove(0);
        }

        if (_count == _slots.Count)
        {
            _slots.Add(new Slot());
        }

        Slot slot = _slots[_count++];
        slot.Key = key;
        slot.Sender = sender;
        slot.Clock = batch.Clock;
        slot.Evidence = KeptEvidence.Keep(batch, evidence);
        slot.Set(message[..Math.Min(message.Length, _longest)]);
    }

    /// <summary>The place of the oldest request with that key from that sender; -1 where there is none. Changes nothing.</summary>
    public int Find(ulong key, Direction sender)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_slots[i].Key == key && _slots[i].Sender == sender)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The place of the oldest request that has waited beyond the limit; -1 where there is none.</summary>
    public int FindExpired(long clock)
    {
        for (int i = 0; i < _count; i++)
        {
            if (clock - _slots[i].Clock > TimeLimit)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The place of the oldest request; -1 where there is none.</summary>
    public int Oldest => _count > 0 ? 0 : -1;

    /// <summary>The request's bytes, by place; valid until it is removed and another is added.</summary>
    public ReadOnlySpan<byte> Message(int place) => _slots[place].Bytes;

    /// <summary>The request's key.</summary>
    public ulong Key(int place) => _slots[place].Key;

    /// <summary>Who sent the request.</summary>
    public Direction Sender(int place) => _slots[place].Sender;

    /// <summary>When the request was complete, nanoseconds since 1970.</summary>
    public long Time(int place) => _slots[place].Evidence.Time;

    /// <summary>Puts the request's packets into a batch and returns the evidence's number.</summary>
    public int Restore(int place, Batch batch) => _slots[place].Evidence.Restore(batch);

    /// <summary>Takes a request out; the order of the others stands.</summary>
    public void Remove(int place)
    {
        Slot removed = _slots[place];
        _count--;
        for (int i = place; i < _count; i++)
        {
            _slots[i] = _slots[i + 1];
        }

        _slots[_count] = removed;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;

    sealed class Slot
    {
        byte[] _bytes = [];
        int _length;

        public ulong Key { get; set; }

        public Direction Sender { get; set; }

        public long Clock { get; set; }

        public KeptEvidence Evidence { get; set; }

        public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

        public void Set(ReadOnlySpan<byte> message)
        {
            if (_bytes.Length < message.Length)
            {
                _bytes = new byte[Math.Max(64, message.Length)];
            }

            message.CopyTo(_bytes);
            _length = message.Length;
        }
    }
}
