using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Framework;

/// <summary>One conversation above TCP and UDP: finds out what it speaks, keeps incomplete messages for the parser, and finds the
/// next message again after a gap or a broken one. All that parsers share is here, so that a room holds protocol facts only.
/// </summary>
public sealed class Conversation : FlowConsumer
{
    /// <summary>Bytes of one direction that wait for their message to be complete.</summary>
    public const int LongestMessage = 256 << 10;

    /// <summary>Bytes of one direction that wait while it is not known what they are.</summary>
    public const int LongestProbe = 8 << 10;

    /// <summary>Chunks that may fit nothing before the search is given up; more where the port speaks for a protocol, since a
    /// capture may begin in the middle of a message.</summary>
    const int Tries = 8;

    const int TriesOnPort = 64;

    readonly ParserPool _parsers;
    readonly MessageListener? _listener;
    readonly Side _a = new();
    readonly Side _b = new();
    readonly List<(Direction Direction, int Length, long Time)> _held = [];
    readonly string[] _names = new string[1];
    FlowEnds _ends;
    string? _portName;
    Protocol? _protocol;
    Parser? _parser;
    int _tries;
    bool _known;
    bool _givenUp;

    Conversation(ParserPool parsers, MessageListener? listener)
    {
        _parsers = parsers;
        _listener = listener;
    }

    /// <inheritdoc/>
    public override RecognisedBy RecognisedBy => _protocol is null
        ? _portName is null ? RecognisedBy.Nothing : RecognisedBy.Port
        : _protocol.IsOneSided || (_a.Messages > 0 && _b.Messages > 0) ? RecognisedBy.Parsed : RecognisedBy.Probe;

    /// <inheritdoc/>
    public override ReadOnlySpan<string> Protocols
    {
        get
        {
            string? name = _protocol?.Name ?? _portName;
            if (name is null)
            {
                return [];
            }

            _names[0] = name;
            return _names;
        }
    }

    /// <inheritdoc/>
    public override Direction? Originator => _parser?.Client;

    /// <inheritdoc/>
    public override long Messages => _a.Messages + _b.Messages;

    /// <inheritdoc/>
    public override bool WantsClock => _parser?.IsWaiting == true;

    /// <summary>Makes conversations that share one pool of parsers: one factory a shard.</summary>
    /// <param name="listener">Is shown every message; null where nobody is.</param>
    public static Func<FlowConsumer> Factory(MessageListener? listener = null)
    {
        ParserPool parsers = new();
        return () => new Conversation(parsers, listener);
    }

    /// <inheritdoc/>
    public override void Open(in FlowEnds ends)
    {
        _ends = ends;
        _portName = PortNames.Of(ends);
        _protocol = null;
        _parser = null;
        _tries = 0;
        _known = false;
        _givenUp = false;
        _held.Clear();
        _a.Begin();
        _b.Begin();
    }

    /// <inheritdoc/>
    public override void OnDatagram(in Chunk chunk, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (chunk.Bytes.IsEmpty || _givenUp)
        {
            return;
        }

        if (_ends.Transport == Transport.Ethernet)
        {
            _portName ??= PortNames.Of(_ends, chunk.Bytes);
        }

        if (_parser is null && !Recognise(chunk.Direction, chunk.Bytes, out _))
        {
            _givenUp = ++_tries >= (_known ? TriesOnPort : Tries);
            return;
        }

        _parser!.Saw(chunk.Direction);
        int at = 0;
        while (at < chunk.Bytes.Length)
        {
            Where where = new(in _ends, chunk.Direction, chunk.Time, chunk.Parts, at);
            Parse parse = Ask(where, chunk.Bytes[at..], batch);
            if (parse.Status != ParseStatus.Done)
            {
                Complain(where, chunk.Bytes.Length - at, chunk.IsCut ? AnomalyKind.Truncated : AnomalyKind.Malformed, batch);
                return;
            }

            at += parse.Consumed;
        }
    }

    /// <inheritdoc/>
    public override void OnStream(in Chunk chunk, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (_parser is not null)
        {
            Feed(chunk.Direction, chunk.Bytes, chunk.Parts, chunk.Time, batch);
        }
        else if (_givenUp)
        {
            SideOf(chunk.Direction).Unknown.Part(_ends, chunk.Direction, chunk.Bytes, chunk.Parts, chunk.Time, batch);
        }
        else
        {
            Search(chunk, batch);
        }
    }

    /// <inheritdoc/>
    public override void OnGap(Direction direction, long bytes, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Side side = SideOf(direction);
        if (_parser is null)
        {
            LetGo(batch);
            side.Unknown.End(_ends, direction, complete: false, batch);
            return;
        }

        side.Pending.Clear();
        side.Needed = 0;
        side.Lost = true;
        _parser.OnGap(direction, bytes, batch);
    }

    /// <inheritdoc/>
    public override void OnClock(long time, Batch batch) => _parser?.OnClock(time, batch);

    /// <inheritdoc/>
    public override void OnEnd(long time, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        LetGo(batch);
        _a.Unknown.End(_ends, Direction.FromA, complete: true, batch);
        _b.Unknown.End(_ends, Direction.FromB, complete: true, batch);
        if (_parser is not null)
        {
            _parser.OnEnd(time, batch);
            _parsers.Give(_protocol!, _parser);
            _parser = null;
        }
    }

    Side SideOf(Direction direction) => direction == Direction.FromA ? _a : _b;

    /// <summary>Looks for the protocol of a stream. Bytes that may belong to one are kept, of both directions in the order in which
    /// they came, so that its parser sees the conversation from its beginning.</summary>
    void Search(in Chunk chunk, Batch batch)
    {
        Side side = SideOf(chunk.Direction);
        bool fresh = side.Pending.Length == 0;
        if (!fresh)
        {
            side.Pending.Add(chunk.Bytes, chunk.Parts, 0);
        }

        bool found = Recognise(chunk.Direction, fresh ? chunk.Bytes : side.Pending.Bytes, out bool perhaps);
        if (found && _held.Count == 0)
        {
            Feed(chunk.Direction, chunk.Bytes, chunk.Parts, chunk.Time, batch);
            return;
        }

        if (!found && !perhaps && _held.Count == 0)
        {
            side.Unknown.Part(_ends, chunk.Direction, chunk.Bytes, chunk.Parts, chunk.Time, batch);
            _givenUp = ++_tries >= (_known ? TriesOnPort : Tries);
            return;
        }

        if (fresh)
        {
            side.Pending.Add(chunk.Bytes, chunk.Parts, 0);
        }

        _held.Add((chunk.Direction, chunk.Bytes.Length, chunk.Time));
        if (found)
        {
            Replay(batch);
        }
        else if (!perhaps || side.Pending.Length > LongestProbe)
        {
            LetGo(batch);
            _givenUp = ++_tries >= (_known ? TriesOnPort : Tries);
        }
    }

    /// <summary>Asks the candidates; takes the first that says yes.</summary>
    bool Recognise(Direction direction, ReadOnlySpan<byte> bytes, out bool perhaps)
    {
        perhaps = false;
        ReadOnlySpan<Protocol> first = Candidates.All.OnPort(_ends, second: false);
        ReadOnlySpan<Protocol> second = Candidates.All.OnPort(_ends, second: true);
        _known = first.Length + second.Length > 0;
        return Try(first, direction, bytes, onPort: true, ref perhaps)
            || Try(second, direction, bytes, onPort: true, ref perhaps)
            || Try(Candidates.All.Anywhere(_ends.Transport), direction, bytes, onPort: false, ref perhaps);
    }

    bool Try(ReadOnlySpan<Protocol> candidates, Direction direction, ReadOnlySpan<byte> bytes, bool onPort, ref bool perhaps)
    {
        foreach (Protocol candidate in candidates)
        {
            ProbeAnswer answer = candidate.Probe(bytes, Context(direction, onPort));
            if (answer == ProbeAnswer.Yes)
            {
                _protocol = candidate;
                _parser = _parsers.Take(candidate);
                return true;
            }

            perhaps |= answer == ProbeAnswer.Perhaps;
        }

        return false;
    }

    ProbeContext Context(Direction direction, bool onPort) =>
        new(_ends.SourcePort(direction), _ends.DestinationPort(direction), onPort, _ends.Transport);

    /// <summary>Hands what was kept to the parser that was found, in the order in which it came.</summary>
    void Replay(Batch batch)
    {
        Side a = _a;
        Side b = _b;
        PendingBytes heldA = a.TakePending();
        PendingBytes heldB = b.TakePending();
        int atA = 0;
        int atB = 0;
        foreach ((Direction direction, int length, long time) in _held)
        {
            bool isA = direction == Direction.FromA;
            PendingBytes held = isA ? heldA : heldB;
            ref int at = ref isA ? ref atA : ref atB;
            PendingBytes piece = SideOf(direction).Piece;
            piece.Clear();
            piece.Add(held.Bytes[..(at + length)], held.Parts, at);
            at += length;
            if (_parser is not null)
            {
                Feed(direction, piece.Bytes, piece.Parts, time, batch);
            }
            else
            {
                // the parser has found that the conversation is not its own after all
                SideOf(direction).Unknown.Part(_ends, direction, piece.Bytes, piece.Parts, time, batch);
            }
        }

        _held.Clear();
    }

    /// <summary>Passes what was kept on as bytes of an unknown stream: it fits nothing.</summary>
    void LetGo(Batch batch)
    {
        if (_parser is null && _held.Count > 0)
        {
            _a.Unknown.Part(_ends, Direction.FromA, _a.Pending.Bytes, _a.Pending.Parts, _held[^1].Time, batch);
            _b.Unknown.Part(_ends, Direction.FromB, _b.Pending.Bytes, _b.Pending.Parts, _held[^1].Time, batch);
            _a.Pending.Clear();
            _b.Pending.Clear();
        }

        _held.Clear();
    }

    /// <summary>Hands bytes to the parser: straight from the packet where nothing waits, else behind what waits.</summary>
    void Feed(Direction direction, ReadOnlySpan<byte> bytes, ReadOnlySpan<PacketPart> parts, long time, Batch batch)
    {
        Side side = SideOf(direction);
        _parser!.Saw(direction);
        if (side.Pending.Length == 0)
        {
            int used = Run(side, direction, bytes, parts, time, batch);
            if (used < bytes.Length && _parser is not null)
            {
                side.Pending.Add(bytes, parts, used);
            }

            return;
        }

        side.Pending.Add(bytes, parts, 0);
        if (side.Pending.Length >= side.Needed)
        {
            int used = Run(side, direction, side.Pending.Bytes, side.Pending.Parts, time, batch);
            side.Pending.Drop(used);
        }
    }

    /// <summary>Lets the parser read message after message; returns how many bytes are done with.</summary>
    int Run(Side side, Direction direction, ReadOnlySpan<byte> bytes, ReadOnlySpan<PacketPart> parts, long time, Batch batch)
    {
        int at = 0;
        while (at < bytes.Length)
        {
            if (side.Lost)
            {
                int found = FindMessage(direction, bytes[at..]);
                if (found < 0)
                {
                    return bytes.Length;
                }

                at += found;
                side.Lost = false;
            }

            Where where = new(in _ends, direction, time, parts, at);
            Parse parse = Ask(where, bytes[at..], batch);
            switch (parse.Status)
            {
                case ParseStatus.Done:
                    at += parse.Consumed;
                    break;

                case ParseStatus.NeedMore when parse.Needed <= LongestMessage:
                    side.Needed = parse.Needed;
                    return at;

                case ParseStatus.NotMine:
                    Abandon(direction, bytes, at, parts, time, batch);
                    return bytes.Length;

                default:
                    Complain(where, bytes.Length - at, parse.Status == ParseStatus.NeedMore ? AnomalyKind.TooLong : AnomalyKind.Malformed, batch);
                    side.Lost = true;
                    at++;
                    break;
            }
        }

        side.Needed = 0;
        return bytes.Length;
    }

    /// <summary>Where the next message begins, by the protocol's own probe; -1 where none does.</summary>
    int FindMessage(Direction direction, ReadOnlySpan<byte> bytes)
    {
        ProbeContext context = Context(direction, onPort: true);
        for (int at = 0; at < bytes.Length; at++)
        {
            ProbeAnswer answer = _protocol!.Probe(bytes[at..], context);
            if (answer == ProbeAnswer.Yes || (answer == ProbeAnswer.Perhaps && at == 0))
            {
                return at;
            }
        }

        return -1;
    }

    Parse Ask(in Where where, ReadOnlySpan<byte> bytes, Batch batch)
    {
        Parse parse = _parser!.OnBytes(where, bytes, batch);
        if (parse.Status == ParseStatus.Done)
        {
            if (parse.Consumed <= 0 || parse.Consumed > bytes.Length)
            {
                return Parse.Broken;
            }

            SideOf(where.Direction).Messages++;
            _listener?.OnMessage(_protocol!, where, MessageOf(where, bytes[..parse.Consumed]), batch);
        }
        else if (parse.Status == ParseStatus.NeedMore && parse.Needed <= bytes.Length)
        {
            return Parse.Broken;
        }

        return parse;
    }

    Message MessageOf(in Where where, ReadOnlySpan<byte> bytes) => new()
    {
        Bytes = bytes,
        Request = _parser!.Answered,
        FromClient = _parser.Client is Direction client ? where.Direction == client : null,
    };

    void Complain(in Where where, int length, AnomalyKind kind, Batch batch) => batch.Add(new Anomaly
    {
        Evidence = where.Evidence(batch, length),
        Flow = _ends.Id,
        Sender = where.Direction,
        Protocol = _protocol!.Name,
        Kind = kind,
    });

    /// <summary>The parser says that the conversation is not its own: the rest is unknown.</summary>
    void Abandon(Direction direction, ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<PacketPart> parts, long time, Batch batch)
    {
        _parser!.OnEnd(time, batch);
        _parsers.Give(_protocol!, _parser);
        _parser = null;
        _protocol = null;
        _givenUp = true;
        PendingBytes piece = SideOf(direction).Piece;
        piece.Clear();
        piece.Add(bytes, parts, at);
        SideOf(direction).Unknown.Part(_ends, direction, piece.Bytes, piece.Parts, time, batch);
    }

    /// <summary>What is kept of one direction.</summary>
    sealed class Side
    {
        PendingBytes _spare = new();

        public PendingBytes Pending { get; private set; } = new();

        public PendingBytes Piece { get; } = new();

        public UnknownStream Unknown;

        public int Needed { get; set; }

        public bool Lost { get; set; }

        public long Messages { get; set; }

        public void Begin()
        {
            Pending.Clear();
            Unknown = default;
            Needed = 0;
            Lost = false;
            Messages = 0;
        }

        /// <summary>Hands out what is pending and leaves nothing.</summary>
        public PendingBytes TakePending()
        {
            PendingBytes taken = Pending;
            _spare.Clear();
            Pending = _spare;
            _spare = taken;
            return taken;
        }
    }
}
