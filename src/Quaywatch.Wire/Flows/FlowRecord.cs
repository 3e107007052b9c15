using Quaywatch.Observations;
using Quaywatch.Wire.Streams;

namespace Quaywatch.Wire.Flows;

/// <summary>All that Wire keeps of one conversation while it is open. Used again for another one after it has closed.</summary>
sealed class FlowRecord
{
    public FlowEnds Ends;
    public FlowKey Key;
    public FlowSide A;
    public FlowSide B;
    public TcpSide TcpA;
    public TcpSide TcpB;
    public History History;
    public VlanSet Vlans;
    public PacketPart FirstPacket;
    public long First;
    public long Last;

    /// <summary>The input's clock at the first packet, at the last one, and at the last one before both sides had closed: what time
    /// limits count from.</summary>
    public long FirstClock;
    public long LastClock;
    public long LastOpenClock;
    public Direction Originator;
    public OriginatorBy OriginatorBy;

    /// <summary>Whether the lower end of the key is side A.</summary>
    public bool LowIsA;

    /// <summary>Neighbours in order of last use; -1 at the ends.</summary>
    public int Older = -1;
    public int Newer = -1;

    /// <summary>Whether it is in the shard's list of those that want the clock.</summary>
    public bool IsWaiting;

    /// <summary>Its listener, from the pool.</summary>
    public FlowConsumer? Consumer;

    /// <summary>The two streams of a TCP conversation; made at its first use and kept.</summary>
    public StreamAssembler? StreamA;
    public StreamAssembler? StreamB;

    public ref FlowSide Side(Direction direction)
    {
        if (direction == Direction.FromA)
        {
            return ref A;
        }

        return ref B;
    }

    public ref TcpSide Tcp(Direction direction)
    {
        if (direction == Direction.FromA)
        {
            return ref TcpA;
        }

        return ref TcpB;
    }

    public StreamAssembler? Stream(Direction direction) => direction == Direction.FromA ? StreamA : StreamB;

    /// <summary>Forgets everything of the last conversation but the room that was made.</summary>
    public void Begin(in FlowEnds ends, in FlowKey key, bool lowIsA, in PacketPart first, long clock)
    {
        Ends = ends;
        Key = key;
        LowIsA = lowIsA;
        A = new FlowSide { Mac = ends.MacA, Ip = ends.IpA, Port = ends.PortA };
        B = new FlowSide { Mac = ends.MacB, Ip = ends.IpB, Port = ends.PortB };
        TcpA = default;
        TcpB = default;
        History = default;
        Vlans = default;
        FirstPacket = first;
        First = first.Time;
        Last = first.Time;
        FirstClock = clock;
        LastClock = clock;
        LastOpenClock = clock;
        Originator = Direction.FromA;
        OriginatorBy = OriginatorBy.Port;
        StreamA?.Begin();
        StreamB?.Begin();
    }
}
