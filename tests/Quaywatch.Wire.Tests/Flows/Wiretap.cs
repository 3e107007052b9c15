using System.Text;
using Quaywatch.Observations;
using Quaywatch.Wire.Flows;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Flows;

/// <summary>One shard with a listener that writes down what it is handed: the bench on which the stream policy is tried.</summary>
sealed class Wiretap
{
    public const long Second = 1_000_000_000;

    static readonly MacAddress ClientMac = new(0x02_00_00_00_00_01);
    static readonly MacAddress ServerMac = new(0x02_00_00_00_00_02);
    static readonly IpAddress Client = IpAddress.V4(0x0A14_0737);
    static readonly IpAddress Server = IpAddress.V4(0x0A14_070A);

    readonly FlowShard _shard;
    readonly byte[] _buffer = new byte[70_000];
    int _packets;

    public Wiretap() => _shard = new FlowShard(0, () => new Ear(this));

    public Batch Batch { get; } = new();

    /// <summary>What came up, by direction ("A:..." or "B:..."), gaps as "A!n".</summary>
    public List<string> Heard { get; } = [];

    public long Now { get; set; } = 1_000 * Second;

    public WireCounters Counters => _shard.Counters;

    public Direction? Protocol { get; set; }

    /// <summary>Whether nothing is written down, for measuring.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>All conversations that were closed.</summary>
    public IEnumerable<Flow> Closed
    {
        get
        {
            List<Flow> closed = [];
            foreach (ref readonly Flow flow in Batch.Flows.Span)
            {
                if (flow.Phase == FlowPhase.Closed)
                {
                    closed.Add(flow);
                }
            }

            return closed;
        }
    }

    public IEnumerable<AnomalyKind> Anomalies => Batch.Anomalies.Span.ToArray().Select(anomaly => anomaly.Kind);

    public string HistoryOf(in Flow flow) => Encoding.ASCII.GetString(Batch.Bytes(flow.History));

    /// <summary>A TCP packet of the client (or the server); sequence numbers count from the side's SYN = 0.</summary>
    public void Tcp(bool fromClient, TcpFlags flags, long sequence, string payload = "", long acknowledgement = 0, ushort clientPort = 50_000, int captured = int.MaxValue, ushort? vlan = null)
    {
        FrameBuilder frame = new(_buffer);
        frame.Ethernet(fromClient ? ClientMac : ServerMac, fromClient ? ServerMac : ClientMac);
        if (vlan is ushort id)
        {
            frame.Vlan(id);
        }

        frame.Ip(fromClient ? Client : Server, fromClient ? Server : Client);
        uint start = fromClient ? 0xFFFF_FFF0u : 5_000u;
        uint other = fromClient ? 5_000u : 0xFFFF_FFF0u;
        frame.Tcp(
            fromClient ? clientPort : (ushort)102, fromClient ? (ushort)102 : clientPort, unchecked(start + (uint)sequence),
            unchecked(other + (uint)acknowledgement), flags, Encoding.ASCII.GetBytes(payload));
        Take(frame.Frame, captured);
    }

    /// <summary>A UDP datagram.</summary>
    public void Udp(bool fromClient, ushort clientPort, ushort serverPort, string payload)
    {
        FrameBuilder frame = new(_buffer);
        frame.Ethernet(fromClient ? ClientMac : ServerMac, fromClient ? ServerMac : ClientMac);
        frame.Ip(fromClient ? Client : Server, fromClient ? Server : Client);
        frame.Udp(fromClient ? clientPort : serverPort, fromClient ? serverPort : clientPort, Encoding.ASCII.GetBytes(payload));
        Take(frame.Frame, int.MaxValue);
    }

    /// <summary>SYN, SYN-ACK, ACK.</summary>
    public void Open()
    {
        Tcp(true, TcpFlags.Syn, 0);
        Tcp(false, TcpFlags.Syn | TcpFlags.Ack, 0, "", 1);
        Tcp(true, TcpFlags.Ack, 1, "", 1);
    }

    public void BlockEnd() => _shard.BlockEnd(Now, Batch);

    public void End() => _shard.InputEnd(Now, Batch);

    void Take(ReadOnlySpan<byte> whole, int captured)
    {
        ReadOnlySpan<byte> frame = whole[..Math.Min(whole.Length, captured)];
        PacketHeaders headers = default;
        Assert.True(LinkDecoder.TryDecode(frame, LinkType.Ethernet, whole.Length, ref headers));
        PacketPart part = new(Now, _packets * 100L, ++_packets, 1, 0, frame.Length);
        Batch.Order = _packets;
        Batch.Clock = Now;
        FlowPacket packet = new(in headers)
        {
            Buffer = frame,
            Parts = new ReadOnlySpan<PacketPart>(in part),
            Bytes = headers.IpLength,
            Time = Now,
            Clock = Now,
        };
        _shard.Packet(packet, Batch);
    }

    sealed class Ear(Wiretap tap) : FlowConsumer
    {
        public override RecognisedBy RecognisedBy => RecognisedBy.Nothing;

        public override ReadOnlySpan<string> Protocols => [];

        public override Direction? Originator => tap.Protocol;

        public override bool WantsClock => false;

        public override long Messages => 0;

        public override void Open(in FlowEnds ends)
        {
        }

        public override void OnDatagram(in Chunk chunk, Batch batch) => Hear(chunk);

        public override void OnStream(in Chunk chunk, Batch batch) => Hear(chunk);

        public override void OnGap(Direction direction, long bytes, Batch batch) =>
            tap.Heard.Add($"{Letter(direction)}!{bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)}");

        public override void OnClock(long time, Batch batch)
        {
        }

        public override void OnEnd(long time, Batch batch) => tap.Heard.Add("end");

        static char Letter(Direction direction) => direction == Direction.FromA ? 'A' : 'B';

        void Hear(in Chunk chunk)
        {
            int covered = 0;
            foreach (PacketPart part in chunk.Parts)
            {
                covered += part.Length;
            }

            if (tap.IsDeaf)
            {
                return;
            }

            Assert.Equal(chunk.Bytes.Length, covered);
            tap.Heard.Add($"{Letter(chunk.Direction)}:{Encoding.ASCII.GetString(chunk.Bytes)}");
        }
    }
}
