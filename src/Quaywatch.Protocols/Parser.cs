using Quaywatch.Observations;

namespace Quaywatch.Protocols;

/// <summary>Reads one conversation of one protocol: pairs requests with answers, keeps what state it must (bounded), and says what
/// it saw as observations. Pooled: <see cref="Reset"/> takes it back to its first state. Never throws on input, allocates nothing
/// per message after warm-up.</summary>
public abstract class Parser
{
    bool _seenA;
    bool _seenB;

    /// <summary>Which side asks, as far as the protocol has shown it; null while it has not.</summary>
    public virtual Direction? Client => null;

    /// <summary>Whether requests wait for their answers, so that <see cref="OnClock"/> is wanted.</summary>
    public virtual bool IsWaiting => false;

    /// <summary>The request that the message read last has answered, as a whole message; empty where it was none or is not
    /// known. For those who show messages; valid until the next call.</summary>
    public virtual ReadOnlySpan<byte> Answered => default;

    /// <summary>Reads one message at the beginning of the bytes. A datagram is handed over whole.</summary>
    /// <param name="where">Where the bytes come from.</param>
    /// <param name="bytes">The bytes; more than one message may be there.</param>
    /// <param name="batch">Where observations go.</param>
    public abstract Parse OnBytes(in Where where, ReadOnlySpan<byte> bytes, Batch batch);

    /// <summary>Bytes of that direction are missing; the framework will look for the next message by the protocol's probe.</summary>
    public virtual void OnGap(Direction direction, long bytes, Batch batch)
    {
    }

    /// <summary>A block of input has ended: requests that wait for longer than the limit get no answer any more.</summary>
    public virtual void OnClock(long time, Batch batch)
    {
    }

    /// <summary>The conversation has ended.</summary>
    public virtual void OnEnd(long time, Batch batch)
    {
    }

    /// <summary>Forgets everything.</summary>
    public abstract void Reset();

    /// <summary>Whether any packet with payload of that direction was seen: without one, a missing answer proves nothing.</summary>
    protected bool HasSeen(Direction direction) => direction == Direction.FromA ? _seenA : _seenB;

    internal void Begin()
    {
        _seenA = false;
        _seenB = false;
        Reset();
    }

    internal void Saw(Direction direction)
    {
        _seenA |= direction == Direction.FromA;
        _seenB |= direction == Direction.FromB;
    }
}
