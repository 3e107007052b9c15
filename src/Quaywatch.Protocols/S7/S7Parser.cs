using Quaywatch.Observations;
using Quaywatch.Protocols.Iso;

namespace Quaywatch.Protocols.S7;

/// <summary>Reads one S7comm conversation: finds the messages in their envelope, pairs answers with requests by PDU reference, and
/// hands each pair to the part of the room that knows what it amounts to.</summary>
public sealed class S7Parser : Parser
{
    /// <summary>The protocol's name in observations.</summary>
    internal const string ProtocolName = "s7comm";

    /// <summary>Requests that wait at a time; controllers agree on a few parallel jobs (AMQ).</summary>
    const int WaitingLimit = 32;

    /// <summary>Bytes of a request that are kept; controllers agree on PDUs of 960 bytes at most.</summary>
    const int LongestRequest = 2048;

    /// <summary>S7comm-plus, in the same envelope on the same port.</summary>
    const byte PlusProtocolId = 0x72;

    const ulong UserdataKey = 0x1_0000;

    readonly RequestTable _requests = new(WaitingLimit, LongestRequest);
    readonly S7Connection _connection = new();
    readonly S7Transfers _transfers = new();
    readonly S7Extended _extended;
    readonly int[] _hidden = new int[2];
    readonly bool[] _paired = new bool[2];
    byte[] _joined = [];
    byte[] _joinedRequest = [];
    FlowId _flow;
    bool _isS7;
    int _answered = -1;

    /// <summary>A parser in its first state.</summary>
    public S7Parser() => _extended = new S7Extended(_transfers);

    /// <inheritdoc/>
    public override Direction? Client => _connection.Client;

    /// <inheritdoc/>
    public override bool IsWaiting => _requests.Count > (_answered < 0 ? 0 : 1);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Answered => _answered < 0 ? default : _requests.Message(_answered);

    /// <inheritdoc/>
    public override Parse OnBytes(in Where where, ReadOnlySpan<byte> bytes, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        LetGoAnswered();
        Parse parse = IsoMessage.TryRead(bytes, out IsoMessage message);
        if (parse.Status != ParseStatus.Done)
        {
            return parse;
        }

        _flow = where.Flow;
        CotpTpdu first = message.First;
        if (first.Type == CotpType.Data)
        {
            return OnData(where, message, batch) ? parse : Parse.NotMine;
        }

        int evidence = where.Evidence(batch, parse.Consumed);
        switch (first.Type)
        {
            case CotpType.ConnectionRequest:
                _connection.OnRequest(first, where.Direction, evidence, batch);
                break;
            case CotpType.ConnectionConfirm:
                _connection.OnConfirm(first, where.Direction, evidence, _flow, batch);
                break;
            case CotpType.DisconnectRequest:
                _connection.OnDisconnect(first, evidence, _flow, batch);
                break;
            default:
                break;
        }

        return parse;
    }

    /// <inheritdoc/>
    public override void OnGap(Direction direction, long bytes, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        LetGoAnswered();
        _transfers.Cut(direction, _flow, batch);
        _extended.Cut(direction, _flow, batch);
        _paired[(int)direction] = false;
        int waiting = 0;
        for (int i = 0; i < _requests.Count; i++)
        {
            waiting += _requests.Sender(i) == direction.Other() ? 1 : 0;
        }

        _hidden[(int)direction.Other()] = waiting;
    }

    /// <inheritdoc/>
    public override void OnClock(long time, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        LetGoAnswered();
        for (int place = _requests.FindExpired(time); place >= 0; place = _requests.FindExpired(time))
        {
            GiveUp(place, batch, HasSeen(_requests.Sender(place).Other()) ? ActResult.NoAnswer : ActResult.NotSeen);
        }
    }

    /// <inheritdoc/>
    public override void OnEnd(long time, Batch batch)
    {
        OnClock(time, batch);
        while (_requests.Count > 0)
        {
            GiveUp(0, batch, ActResult.NotSeen);
        }

        _connection.OnEnd(_flow, batch);
        _transfers.End(_flow, batch);
        _extended.End(_flow, batch);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        _requests.Clear();
        _connection.Reset();
        _transfers.Reset();
        _extended.Reset();
        _hidden.AsSpan().Clear();
        _paired.AsSpan().Clear();
        _flow = default;
        _isS7 = false;
        _answered = -1;
    }

    /// <summary>Reads a user data unit; false where the conversation is another protocol's.</summary>
    bool OnData(in Where where, IsoMessage message, Batch batch)
    {
        ReadOnlySpan<byte> data = message.Data(ref _joined);
        if (data.IsEmpty)
        {
            return true;
        }

        if (!_isS7 && data[0] == PlusProtocolId)
        {
            return false;
        }

        int evidence = where.Evidence(batch, message.Bytes.Length);
        if (message.IsCut)
        {
            Report(evidence, where.Direction, AnomalyKind.Malformed, "user data unit without its end", batch);
            return true;
        }

        if (!S7Frame.TryRead(data, out S7Frame frame))
        {
            bool looks = S7Frame.Looks(data);
            Report(evidence, where.Direction, looks ? AnomalyKind.Malformed : AnomalyKind.UnexpectedConstant,
                looks ? "lengths reach beyond the PDU" : "no S7comm PDU", batch);
            return true;
        }

        _isS7 = true;
        if (frame.RedundancyId != 0)
        {
            Report(evidence, where.Direction, AnomalyKind.UnexpectedConstant, "redundancy identification is not 0", batch);
        }

        if (frame.Length < data.Length)
        {
            Report(evidence, where.Direction, AnomalyKind.Malformed, "bytes behind the PDU", batch);
        }

        Dispatch(where.Direction, message.Bytes, frame, evidence, batch);
        return true;
    }

    void Dispatch(Direction sender, ReadOnlySpan<byte> message, S7Frame frame, int evidence, Batch batch)
    {
        switch (frame.Rosctr)
        {
            case S7Rosctr.Job:
                Know(IsControllerAsking(frame.Function) ? sender.Other() : sender, evidence, batch);
                Wait(frame.Reference, sender, message, evidence, batch);
                break;
            case S7Rosctr.Userdata:
                OnUserdata(sender, message, frame, evidence, batch);
                break;
            default:
                Know(IsControllerAsking(frame.Function) ? sender : sender.Other(), evidence, batch);
                Answer(frame.Reference, sender, frame, evidence, batch);
                break;
        }
    }

    void OnUserdata(Direction sender, ReadOnlySpan<byte> message, S7Frame frame, int evidence, Batch batch)
    {
        if (!S7Userdata.TryRead(frame.Parameter, out S7Userdata userdata))
        {
            Report(evidence, sender, AnomalyKind.Malformed, "userdata parameters cut short", batch);
        }
        else if (userdata.IsRequest)
        {
            Know(sender, evidence, batch);
            Wait(UserdataKey | frame.Reference, sender, message, evidence, batch);
        }
        else if (userdata.IsResponse)
        {
            Know(sender.Other(), evidence, batch);
            Answer(UserdataKey | frame.Reference, sender, frame, evidence, batch);
        }
        else
        {
            Know(sender.Other(), evidence, batch);
            _extended.SayPush(frame, userdata, sender, evidence, _flow, batch);
        }
    }

    /// <summary>In a download the controller asks the client.</summary>
    static bool IsControllerAsking(S7Function function) => function is S7Function.DownloadBlock or S7Function.DownloadEnded;

    void Know(Direction client, int evidence, Batch batch) => _connection.OnMessage(client, evidence, _flow, batch);

    void Wait(ulong key, Direction sender, ReadOnlySpan<byte> message, int evidence, Batch batch)
    {
        if (_requests.IsFull)
        {
            Report(evidence, sender, AnomalyKind.TooManyRequests, "more jobs wait than are kept", batch);
            GiveUp(0, batch, ActResult.NotSeen);
        }

        if (message.Length > LongestRequest)
        {
            Report(evidence, sender, AnomalyKind.TooLong, "request longer than is kept", batch);
        }

        _requests.Add(key, sender, message, batch, evidence);
    }

    /// <summary>Pairs an answer with its request. Clients use a reference again, so an older request of another function under it
    /// has lost its answer.</summary>
    void Answer(ulong key, Direction sender, S7Frame answer, int evidence, Batch batch)
    {
        Direction asker = sender.Other();
        for (int place = _requests.Find(key, asker); place >= 0; place = _requests.Find(key, asker))
        {
            if (TryFrame(_requests.Message(place), out S7Frame request) && Fits(request, answer))
            {
                S7Exchange exchange = Exchange(batch, asker, ActResult.Ok);
                exchange.Request = _requests.Restore(place, batch);
                exchange.RequestFrame = request;
                exchange.Answer = evidence;
                exchange.AnswerFrame = answer;
                Say(exchange);
                _paired[(int)sender] = true;
                _answered = place;
                return;
            }

            GiveUp(place, batch, ActResult.NotSeen);
        }

        if (_paired[(int)sender])
        {
            Report(evidence, sender, AnomalyKind.AnswerWithoutRequest, null, batch);
        }

        S7Exchange alone = Exchange(batch, asker, ActResult.Ok);
        alone.Request = -1;
        alone.Answer = evidence;
        alone.AnswerFrame = answer;
        Say(alone);
    }

    /// <summary>Whether an answer can be a request's. Pure.</summary>
    static bool Fits(S7Frame request, S7Frame answer)
    {
        if (answer.Rosctr == S7Rosctr.Userdata)
        {
            return S7Userdata.TryRead(request.Parameter, out S7Userdata asked) && S7Userdata.TryRead(answer.Parameter, out S7Userdata answered)
                && asked.Group == answered.Group && asked.Subfunction == answered.Subfunction;
        }

        return answer.ParameterLength == 0 || request.Function == answer.Function;
    }

    /// <summary>Says what a request amounted to that gets no answer any more, and takes it out.</summary>
    void GiveUp(int place, Batch batch, ActResult result)
    {
        Direction sender = _requests.Sender(place);
        if (TryFrame(_requests.Message(place), out S7Frame request))
        {
            S7Exchange exchange = Exchange(batch, sender, IsHidden(place) ? ActResult.NotSeen : result);
            exchange.Request = _requests.Restore(place, batch);
            exchange.RequestFrame = request;
            exchange.Answer = -1;
            Say(exchange);
        }

        Remove(place);
    }

    void Say(in S7Exchange exchange)
    {
        S7Frame shown = exchange.HasRequest ? exchange.RequestFrame : exchange.AnswerFrame;
        if (shown.Rosctr == S7Rosctr.Userdata)
        {
            _extended.Say(exchange, _connection);
            return;
        }

        switch (shown.Function)
        {
            case S7Function.ReadVar:
                S7Variables.SayRead(exchange);
                break;
            case S7Function.WriteVar:
                S7Variables.SayWrite(exchange);
                break;
            case S7Function.SetupCommunication:
                S7Control.SaySetup(exchange);
                if (exchange.HasAnswer && exchange.Error == 0)
                {
                    _connection.OnSetup(S7Control.PduSize(exchange.AnswerFrame), exchange.Answer, exchange.Flow, exchange.Batch);
                }

                break;
            case S7Function.PiService:
                S7Control.SayPiService(exchange);
                break;
            case S7Function.PlcStop:
                S7Control.SayStop(exchange);
                break;
            case >= S7Function.RequestDownload and <= S7Function.EndUpload:
                _transfers.Say(exchange, shown.Function);
                break;
            default:
                if (shown.ParameterLength > 0)
                {
                    exchange.Say(S7Control.FunctionName(shown.Function), Operation.Other, default, default);
                }

                break;
        }
    }

    S7Exchange Exchange(Batch batch, Direction commander, ActResult unanswered) =>
        new() { Batch = batch, Flow = _flow, Commander = commander, Unanswered = unanswered };

    bool TryFrame(ReadOnlySpan<byte> message, out S7Frame frame)
    {
        frame = default;
        return IsoMessage.TryRead(message, out IsoMessage whole).Status == ParseStatus.Done
            && S7Frame.TryRead(whole.Data(ref _joinedRequest), out frame);
    }

    /// <summary>Whether a gap may have hidden the answer: the request waited when bytes of the other side were lost.</summary>
    bool IsHidden(int place)
    {
        Direction sender = _requests.Sender(place);
        int earlier = 0;
        for (int i = 0; i < place; i++)
        {
            earlier += _requests.Sender(i) == sender ? 1 : 0;
        }

        return earlier < _hidden[(int)sender];
    }

    void Remove(int place)
    {
        Direction sender = _requests.Sender(place);
        if (IsHidden(place))
        {
            _hidden[(int)sender]--;
        }

        _requests.Remove(place);
    }

    /// <summary>The request that was answered last stays readable until the next call.</summary>
    void LetGoAnswered()
    {
        if (_answered >= 0)
        {
            Remove(_answered);
            _answered = -1;
        }
    }

    void Report(int evidence, Direction sender, AnomalyKind kind, string? detail, Batch batch) =>
        batch.Add(new Anomaly { Evidence = evidence, Flow = _flow, Sender = sender, Protocol = ProtocolName, Kind = kind, Detail = detail });
}
