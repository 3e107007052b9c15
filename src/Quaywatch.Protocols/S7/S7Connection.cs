using Quaywatch.Observations;
using Quaywatch.Protocols.Iso;

namespace Quaywatch.Protocols.S7;

/// <summary>What is known of the connection itself: who connects as what, to which rack and slot, with which PDU size; said as the
/// conversation's session.</summary>
internal sealed class S7Connection
{
    const int LongestDetail = 96;

    readonly byte[] _calledTsap = new byte[34];
    int _calledTsapLength;
    bool _hasRequest;
    bool _isSaid;
    bool _isEngineering;
    int _pduSize;
    bool _isWaiting;
    KeptEvidence _request;

    /// <summary>The side that connects, as far as connection set-up shows it.</summary>
    public Direction? Client { get; private set; }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _calledTsapLength = 0;
        _hasRequest = false;
        _isSaid = false;
        _isEngineering = false;
        _pduSize = 0;
        _isWaiting = false;
        Client = null;
    }

    /// <summary>A connection request passed.</summary>
    public void OnRequest(CotpTpdu request, Direction sender, int evidence, Batch batch)
    {
        Client = sender;
        KeepTsap(request);
        _hasRequest = true;
        _isSaid = false;
        _pduSize = 0;
        _request = KeptEvidence.Keep(batch, evidence);
        _isWaiting = true;
    }

    /// <summary>The connection was confirmed: the session begins.</summary>
    public void OnConfirm(CotpTpdu confirm, Direction sender, int evidence, FlowId flow, Batch batch)
    {
        Client = sender.Other();
        if (!_hasRequest)
        {
            KeepTsap(confirm);
        }

        SayRequest(evidence, ActResult.Ok, null, flow, batch);
        Say(SessionPhase.Began, evidence, flow, batch);
        _isSaid = true;
    }

    /// <summary>Someone disconnects, or refuses to connect.</summary>
    public void OnDisconnect(CotpTpdu disconnect, int evidence, FlowId flow, Batch batch)
    {
        SayRequest(evidence, ActResult.Refused, CotpNames.Reason(disconnect.Reason), flow, batch);
        if (_isSaid)
        {
            Say(SessionPhase.Ended, evidence, flow, batch);
            _isSaid = false;
        }

        _hasRequest = false;
    }

    /// <summary>The first message of the protocol itself: where the capture began later than the connection, the session begins
    /// here.</summary>
    public void OnMessage(Direction client, int evidence, FlowId flow, Batch batch)
    {
        Client ??= client;
        if (!_isSaid)
        {
            SayRequest(-1, ActResult.NotSeen, null, flow, batch);
            Say(SessionPhase.Began, evidence, flow, batch);
            _isSaid = true;
        }
    }

    /// <summary>The PDU size was agreed on.</summary>
    public void OnSetup(int pduSize, int evidence, FlowId flow, Batch batch)
    {
        _pduSize = pduSize;
        Say(SessionPhase.Continued, evidence, flow, batch);
    }

    /// <summary>A password was accepted or not.</summary>
    public void OnPassword(bool isAccepted, int evidence, FlowId flow, Batch batch) =>
        Say(SessionPhase.Continued, evidence, flow, batch, isAccepted ? Authenticated.Yes : Authenticated.Failed);

    /// <summary>The input or the conversation ends while a connection request waits.</summary>
    public void OnEnd(FlowId flow, Batch batch) => SayRequest(-1, ActResult.NotSeen, null, flow, batch);

    void KeepTsap(CotpTpdu tpdu)
    {
        ReadOnlySpan<byte> called = tpdu.Parameter(CotpParameter.CalledTsap);
        _calledTsapLength = Math.Min(called.Length, _calledTsap.Length);
        called[.._calledTsapLength].CopyTo(_calledTsap);
        _isEngineering = new S7Tsap(called).IsEngineering;
    }

    void SayRequest(int answer, ActResult result, string? error, FlowId flow, Batch batch)
    {
        if (!_isWaiting)
        {
            return;
        }

        _isWaiting = false;
        Span<byte> detail = stackalloc byte[LongestDetail];
        batch.Add(new Act
        {
            Request = _request.Restore(batch),
            Answer = answer,
            Flow = flow,
            Commander = Client ?? Direction.FromA,
            Protocol = S7Parser.ProtocolName,
            Function = CotpNames.Type(CotpType.ConnectionRequest),
            Operation = Operation.Negotiate,
            Target = S7Target.Pack(batch, S7Space.Name, Detail(detail)),
            Result = result,
            Error = error,
        });
    }

    void Say(SessionPhase phase, int evidence, FlowId flow, Batch batch, Authenticated authenticated = Authenticated.Unknown)
    {
        Span<byte> detail = stackalloc byte[LongestDetail];
        batch.Add(new Session
        {
            Evidence = evidence,
            Flow = flow,
            Client = Client ?? Direction.FromA,
            Protocol = S7Parser.ProtocolName,
            Phase = phase,
            Kind = _isEngineering ? SessionKind.Engineering : SessionKind.ControllerConnection,
            Authenticated = authenticated,
            Protection = Protection.None,
            Detail = batch.Store(Detail(detail)),
        });
    }

    /// <summary>"PG, rack 0, slot 2, PDU 480", as far as it is known.</summary>
    ReadOnlySpan<byte> Detail(Span<byte> buffer)
    {
        ByteText text = new(buffer);
        Span<byte> tsap = stackalloc byte[64];
        if (_calledTsapLength > 0)
        {
            text.Add(tsap[..new S7Tsap(_calledTsap.AsSpan(0, _calledTsapLength)).Format(tsap)]);
        }
        else
        {
            text.Add("began before the capture"u8);
        }

        if (_pduSize > 0)
        {
            text.Add(", PDU "u8);
            text.Decimal(_pduSize);
        }

        return buffer[..text.Length];
    }
}
