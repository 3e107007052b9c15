using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Modbus;

/// <summary>Reads a Modbus conversation: finds out who asks, and pairs answers with requests by unit, transaction and function, as
/// many as are on the way at once.</summary>
public sealed class ModbusParser : Parser
{
    /// <summary>The protocol's name in observations.</summary>
    internal const string ProtocolName = "modbus";

    /// <summary>A client that sends the same unit, transaction and function again after this packet time (200 ms) has given up on
    /// the first; one that pipelines does so at once. Without this limit one lost answer would shift all later answers of a client
    /// that never changes its transaction onto the wrong addresses.</summary>
    internal const long RepeatLimit = 200_000_000;

    readonly RequestTable _waiting = new(ModbusLimits.MostWaiting, ModbusLimits.Envelope + ModbusLimits.MostUnityLength);
    readonly ModbusUnits _units = new();
    byte[] _answered = [];
    int _answeredLength;
    FlowId _flow;
    Direction? _client;
    bool _isShown;
    bool _hasPorts;
    bool _hasPair;
    bool _hasAsked;
    long _last;
    long _answersMissingUntil;

    /// <inheritdoc/>
    public override Direction? Client => _isShown ? _client : null;

    /// <inheritdoc/>
    public override bool IsWaiting => _waiting.Count > 0;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Answered => _answered.AsSpan(0, _answeredLength);

    /// <inheritdoc/>
    public override Parse OnBytes(in Where where, ReadOnlySpan<byte> bytes, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _answeredLength = 0;
        int size = ModbusFrame.SizeOf(bytes);
        if (size < 0)
        {
            return Parse.Broken;
        }

        if (!ModbusFrame.TryRead(bytes, out ModbusFrame frame))
        {
            return Parse.NeedMore(size == 0 ? ModbusLimits.LeastMessage : size);
        }

        _flow = where.Flow;
        _last = Math.Max(_last, where.Time);
        LearnFromPorts(where.Ends);
        int evidence = where.Evidence(batch, size);
        if (IsRequest(where.Direction, frame, batch))
        {
            OnRequest(where, frame, evidence, batch);
        }
        else
        {
            OnAnswer(where, frame, evidence, batch);
        }

        return Parse.Done(size);
    }

    /// <inheritdoc/>
    public override void OnGap(Direction direction, long bytes, Batch batch)
    {
        if (direction == _client)
        {
            _hasAsked = false;
        }
        else
        {
            _answersMissingUntil = _last;
        }
    }

    /// <inheritdoc/>
    public override void OnClock(long time, Batch batch)
    {
        for (int place = _waiting.FindExpired(time); place >= 0; place = _waiting.FindExpired(time))
        {
            GiveUp(place, isExpired: true, batch);
        }
    }

    /// <inheritdoc/>
    public override void OnEnd(long time, Batch batch)
    {
        OnClock(time, batch);
        while (_waiting.Oldest >= 0)
        {
            GiveUp(_waiting.Oldest, isExpired: false, batch);
        }
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        _waiting.Clear();
        _units.Clear();
        _answeredLength = 0;
        _client = null;
        _isShown = false;
        _hasPorts = false;
        _hasPair = false;
        _hasAsked = false;
        _last = 0;
        _answersMissingUntil = long.MinValue;
    }

    void OnRequest(in Where where, in ModbusFrame frame, int evidence, Batch batch)
    {
        if (where.Direction == _client)
        {
            _hasAsked = true;
            CheckForm(ModbusForm.OfRequest(frame), where.Direction, evidence, batch);
        }

        int same = _waiting.Find(frame.Key, where.Direction);
        if (same >= 0 && where.Time - _waiting.Time(same) > RepeatLimit)
        {
            GiveUp(same, isExpired: true, batch);
        }

        if (_waiting.IsFull)
        {
            Report(AnomalyKind.TooManyRequests, "more requests wait than are kept", where.Direction, evidence, batch);
            GiveUp(_waiting.Oldest, isExpired: false, batch);
        }

        _waiting.Add(frame.Key, where.Direction, frame.Bytes, batch, evidence);
    }

    void OnAnswer(in Where where, in ModbusFrame frame, int evidence, Batch batch)
    {
        CheckForm(ModbusForm.OfResponse(frame), where.Direction, evidence, batch);
        int place = FindAnswered(frame, where.Direction.Other());
        if (place < 0)
        {
            if (_hasAsked)
            {
                Report(AnomalyKind.AnswerWithoutRequest, null, where.Direction, evidence, batch);
            }

            Say(Exchange(batch, where.Direction.Other()), frame, evidence);
            return;
        }

        Keep(_waiting.Message(place));
        int requestEvidence = _waiting.Restore(place, batch);
        _waiting.Remove(place);
        _ = ModbusFrame.TryRead(Answered, out ModbusFrame request);
        if (!ModbusMatch.Fits(request, frame))
        {
            Report(AnomalyKind.Malformed, "the answer does not fit its request", where.Direction, evidence, batch);
        }

        BeginSession(where.Direction.Other(), evidence, batch);
        ModbusExchange exchange = Exchange(batch, where.Direction.Other());
        exchange.Request = requestEvidence;
        exchange.RequestFrame = request;
        Say(exchange, frame, evidence);
    }

    /// <summary>Whether a message asks. Port 502 answers; elsewhere the form tells, and where both forms fit (an answer that only
    /// repeats its request, a code without a known form) whoever speaks first asks, until something tells better.</summary>
    bool IsRequest(Direction sender, in ModbusFrame frame, Batch batch)
    {
        if (!_isShown)
        {
            LearnFromForm(sender, frame, batch);
        }

        if (_client is { } client)
        {
            return sender == client;
        }

        int place = FindAnswered(frame, sender.Other());
        bool isAnswer = place >= 0 && IsReply(_waiting.Message(place), frame);
        if (isAnswer)
        {
            SetClient(sender.Other(), batch);
        }

        return !isAnswer;
    }

    void LearnFromPorts(in FlowEnds ends)
    {
        if (_hasPorts)
        {
            return;
        }

        _hasPorts = true;
        if (ends.PortA == ModbusLimits.Port != (ends.PortB == ModbusLimits.Port))
        {
            _client = ends.PortA == ModbusLimits.Port ? Direction.FromB : Direction.FromA;
        }
    }

    void LearnFromForm(Direction sender, in ModbusFrame frame, Batch batch)
    {
        ModbusFit asRequest = ModbusForm.OfRequest(frame);
        ModbusFit asResponse = ModbusForm.OfResponse(frame);
        Direction? client = asRequest >= ModbusFit.Loose && asResponse == ModbusFit.No ? sender
            : asResponse >= ModbusFit.Loose && asRequest == ModbusFit.No ? sender.Other()
            : null;
        if (client is { } found && (_client ?? found) == found)
        {
            _isShown = true;
            SetClient(found, batch);
        }
    }

    /// <summary>From now on it is known who asks; what the other side said before was answers.</summary>
    void SetClient(Direction client, Batch batch)
    {
        _client = client;
        for (int place = 0; place < _waiting.Count;)
        {
            if (_waiting.Sender(place) == client)
            {
                place++;
                continue;
            }

            Keep(_waiting.Message(place));
            int evidence = _waiting.Restore(place, batch);
            _waiting.Remove(place);
            if (ModbusFrame.TryRead(Answered, out ModbusFrame answer))
            {
                Say(Exchange(batch, client), answer, evidence);
            }
        }

        _answeredLength = 0;
    }

    /// <summary>The request that an answer answers: the oldest with its key, but rather one whose sizes and echoes fit, and rather
    /// one whose answer cannot have been lost in a gap.</summary>
    int FindAnswered(in ModbusFrame answer, Direction client)
    {
        int found = -1;
        int best = -1;
        for (int place = 0; place < _waiting.Count; place++)
        {
            if (_waiting.Key(place) != answer.Key || _waiting.Sender(place) != client)
            {
                continue;
            }

            int worth = (IsReply(_waiting.Message(place), answer) ? 2 : 0) + (_waiting.Time(place) > _answersMissingUntil ? 1 : 0);
            if (worth > best)
            {
                best = worth;
                found = place;
            }
        }

        return found;
    }

    /// <summary>A request gets no answer any more.</summary>
    void GiveUp(int place, bool isExpired, Batch batch)
    {
        Direction client = _waiting.Sender(place);
        bool couldBeSeen = isExpired && HasSeen(client.Other()) && _waiting.Time(place) > _answersMissingUntil;
        Keep(_waiting.Message(place));
        int evidence = _waiting.Restore(place, batch);
        _waiting.Remove(place);
        if (ModbusFrame.TryRead(Answered, out ModbusFrame request))
        {
            ModbusExchange exchange = Exchange(batch, client);
            exchange.Request = evidence;
            exchange.RequestFrame = request;
            exchange.Unanswered = couldBeSeen && HasAnswer(request) ? ActResult.NoAnswer : ActResult.NotSeen;
            ModbusActs.Say(exchange);
        }

        _answeredLength = 0;
    }

    /// <summary>Says what an exchange amounts to whose answer was seen, with its request or without: an echo alone still says what
    /// was written.</summary>
    void Say(ModbusExchange exchange, in ModbusFrame answer, int evidence)
    {
        if (answer.Exception is not (ModbusNames.GatewayPathUnavailable or ModbusNames.GatewayTargetFailed))
        {
            _units.Add(answer.Unit);
        }

        exchange.Answer = evidence;
        exchange.AnswerFrame = answer;
        exchange.IsServerItself = answer.Unit is 0 or byte.MaxValue || _units.Count == 1;
        ModbusActs.Say(exchange);
    }

    ModbusExchange Exchange(Batch batch, Direction client) => new()
    {
        Batch = batch,
        Flow = _flow,
        Commander = client,
        Request = -1,
        Answer = -1,
        Unanswered = ActResult.NotSeen,
    };

    void BeginSession(Direction client, int evidence, Batch batch)
    {
        _isShown = true;
        if (_hasPair)
        {
            return;
        }

        _hasPair = true;
        batch.Add(new Session
        {
            Evidence = evidence,
            Flow = _flow,
            Client = client,
            Protocol = ProtocolName,
            Phase = SessionPhase.Began,
            Kind = SessionKind.ControllerConnection,
            Authenticated = Authenticated.No,
            Protection = Protection.None,
        });
    }

    void CheckForm(ModbusFit fit, Direction sender, int evidence, Batch batch)
    {
        if (fit is ModbusFit.No)
        {
            Report(AnomalyKind.Malformed, "the length does not fit the function", sender, evidence, batch);
        }
        else if (fit is ModbusFit.Loose)
        {
            Report(AnomalyKind.Malformed, "a field is outside what the function allows", sender, evidence, batch);
        }
    }

    void Report(AnomalyKind kind, string? detail, Direction sender, int evidence, Batch batch) => batch.Add(new Anomaly
    {
        Evidence = evidence,
        Flow = _flow,
        Sender = sender,
        Protocol = ProtocolName,
        Kind = kind,
        Detail = detail,
    });

    void Keep(ReadOnlySpan<byte> message)
    {
        if (_answered.Length < message.Length)
        {
            _answered = new byte[Math.Max(message.Length, ModbusLimits.Envelope + ModbusLimits.MostLength)];
        }

        message.CopyTo(_answered);
        _answeredLength = message.Length;
    }

    static bool IsReply(ReadOnlySpan<byte> request, in ModbusFrame answer) =>
        ModbusFrame.TryRead(request, out ModbusFrame asked) && ModbusMatch.Fits(asked, answer);

    /// <summary>Listen only mode is not answered, and no unit answers what was written to all of them.</summary>
    static bool HasAnswer(in ModbusFrame request)
    {
        bool silences = ModbusRequest.TryRead(request, out ModbusRequest asked) && asked.Function == ModbusFunction.Diagnostics
            && asked.Diagnostic == ModbusNames.ForceListenOnly;
        return !silences && (request.Unit != 0 || ModbusNames.Operation(request.Function, -1) != Operation.Write);
    }
}
