using System.Buffers.Binary;
using System.Text;
using Quaywatch.Analysis;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Tests;

/// <summary>Writes observations as the floors below would, without bytes: conversations, and what is said in them. Every message is
/// one packet of its own number; the clock is moved by hand.</summary>
internal sealed class ObservationBuilder
{
    /// <summary>2026-03-02T22:00:00Z in nanoseconds.</summary>
    public const long Start = 1_772_488_800_000_000_000;

    /// <summary>Nanoseconds in a second.</summary>
    public const long Second = 1_000_000_000;

    readonly Batch[] _shards = new Batch[FlowId.Shards];
    readonly List<Talk> _open = [];
    readonly bool _spread;
    int _packet;
    long _serial;

    /// <summary>Begins; <paramref name="spread"/> deals the conversations to the shards by their number, else all are in shard 0.</summary>
    public ObservationBuilder(bool spread = true)
    {
        _spread = spread;
        for (int i = 0; i < _shards.Length; i++)
        {
            _shards[i] = new Batch();
        }
    }

    /// <summary>The time of the next packet.</summary>
    public long Now { get; set; } = Start;

    /// <summary>The batches written so far.</summary>
    public Batch[] Shards => _shards;

    /// <summary>The number of the last packet.</summary>
    public int LastPacket => _packet;

    /// <summary>Moves the clock.</summary>
    public ObservationBuilder Wait(double seconds)
    {
        Now += (long)(seconds * Second);
        return this;
    }

    /// <summary>Opens a TCP conversation to a port.</summary>
    public Talk Tcp(string client, string server, int port, string clientMac = "", string serverMac = "") =>
        Open(Transport.Tcp, client, 40_000 + (int)(_serial % 20_000), server, port, clientMac, serverMac, 6, 0x0800);

    /// <summary>Opens a UDP conversation.</summary>
    public Talk Udp(string client, string server, int port, string clientMac = "", string serverMac = "") =>
        Open(Transport.Udp, client, 50_000, server, port, clientMac, serverMac, 17, 0x0800);

    /// <summary>Opens a conversation of one EtherType without IP.</summary>
    public Talk Ethernet(string from, string to, ushort etherType) => Open(Transport.Ethernet, "", 0, "", 0, from, to, 0, etherType);

    /// <summary>Opens a conversation.</summary>
    public Talk Open(Transport transport, string ipA, int portA, string ipB, int portB, string macA, string macB, byte ipProtocol, ushort etherType)
    {
        FlowId id = FlowId.Of(_spread ? (int)(_serial % FlowId.Shards) : 0, _serial);
        _serial++;
        Talk talk = new(this, _shards[id.Shard], id)
        {
            Flow = new Flow
            {
                Id = id,
                Transport = transport,
                IpProtocol = ipProtocol,
                EtherType = etherType,
                A = new FlowSide { Ip = Ip(ipA), Mac = Mac(macA), Port = (ushort)portA },
                B = new FlowSide { Ip = Ip(ipB), Mac = Mac(macB), Port = (ushort)portB },
                OriginatorBy = transport == Transport.Tcp ? OriginatorBy.Syn : OriginatorBy.Port,
                RecognisedBy = RecognisedBy.Nothing,
            },
        };
        talk.Begin();
        _open.Add(talk);
        return talk;
    }

    /// <summary>Closes what is open and analyzes everything.</summary>
    public AnalysisResult Analyze(AnalysisOptions? options = null, CaptureFacts? facts = null)
    {
        CloseAll();
        using AnalysisRun run = new(options ?? new AnalysisOptions());
        run.Take(_shards);
        return Kept(run.Finish(facts ?? Facts()));
    }

    /// <summary>What the floors below would have counted.</summary>
    public CaptureFacts Facts() => new() { Packets = Math.Max(1, _packet), First = Start, Last = Now };

    /// <summary>The result with its streamed rows in memory, so that it outlives its run.</summary>
    public static AnalysisResult Kept(AnalysisResult result) => new()
    {
        Devices = result.Devices,
        Conversations = [.. result.Conversations],
        Commands = [.. result.Commands],
        Sessions = result.Sessions,
        Findings = result.Findings,
        Answers = result.Answers,
        Capture = result.Capture,
        Counts = result.Counts,
        Protocols = result.Protocols,
        NotAssessed = result.NotAssessed,
    };

    /// <summary>Closes what is open.</summary>
    public void CloseAll()
    {
        foreach (Talk talk in _open.ToList())
        {
            talk.Close();
        }
    }

    /// <summary>Reads an IP address; none for an empty text.</summary>
    public static IpAddress Ip(string text) => IpAddress.TryParse(text, out IpAddress ip) ? ip : default;

    /// <summary>Reads a MAC address; none for an empty text.</summary>
    public static MacAddress Mac(string text) =>
        text.Length == 0 ? default : MacAddress.Read(Convert.FromHexString(text.Replace(":", "", StringComparison.Ordinal)));

    internal void Closed(Talk talk) => _open.Remove(talk);

    internal long Tick() => ++_packet;

    internal int Message(Batch batch, FlowId flow, Direction direction)
    {
        _packet++;
        batch.Order = _packet;
        PacketPart part = new(Now, _packet * 100L, _packet, 1, 54, 60);
        return batch.AddEvidence(new Evidence { Flow = flow, Direction = direction, First = part, Last = part });
    }
}
