namespace Quaywatch.Wire.Streams;

/// <summary>One side of a TCP connection: its state and its sequence numbers, counted on beyond 32 bits.</summary>
public struct TcpSide
{
    /// <summary>State.</summary>
    public TcpState State;

    /// <summary>The state before.</summary>
    public TcpState Before;

    /// <summary>Whether it has closed, by FIN or RST.</summary>
    public bool DidClose;

    /// <summary>Whether it sent FIN.</summary>
    public bool SentFin;

    /// <summary>Whether the sequence numbers below have been set.</summary>
    public bool HasSequence;

    /// <summary>Whether the stream's place was set by a SYN or by data.</summary>
    public bool HasStream;

    /// <summary>Sequence number of its SYN, or one before the first one seen.</summary>
    public uint Start;

    /// <summary>Highest sequence number sent, relative to <see cref="Start"/>.</summary>
    public long Last;

    /// <summary>Highest number that the other side acknowledged, relative to <see cref="Start"/>.</summary>
    public long Acked;

    /// <summary>Relative number of its last SYN, FIN and RST, so that a repeated one is not written twice.</summary>
    public long LastSyn;

    /// <summary>See <see cref="LastSyn"/>.</summary>
    public long LastFin;

    /// <summary>See <see cref="LastSyn"/>.</summary>
    public long LastRst;

    /// <summary>Packets with a window of zero.</summary>
    public int ZeroWindows;

    /// <summary>Turns a sequence number into one relative to <see cref="Start"/>, nearest to <see cref="Last"/>.</summary>
    public readonly long Relative(uint sequence) => Last + (int)(sequence - (Start + (uint)Last));

    /// <summary>Changes the state and remembers the one before.</summary>
    public void Become(TcpState state)
    {
        Before = State;
        State = state;
    }

    /// <summary>Sets the sequence numbers as after a SYN with that number.</summary>
    public void Begin(uint start, long last)
    {
        Start = start;
        Last = last;
        Acked = 0;
        HasSequence = true;
    }
}
