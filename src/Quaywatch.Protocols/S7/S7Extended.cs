using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Userdata: what the function groups amount to.</summary>
internal sealed class S7Extended
{
    /// <summary>Bytes of the data part's head: return code, transport size, length.</summary>
    const int DataHead = 4;

    /// <summary>The return code of an answer that has no data to bring, although all went well.</summary>
    const byte NoData = 0x0A;

    static readonly ByteCodeTexts UnknownGroups = new("Unknown function group");
    static readonly ByteCodeTexts UnknownSubfunctions = new("Unknown subfunction");

    readonly S7Sequences _sequences = new();
    readonly S7Jobs _jobs = new();
    readonly S7BlockSends _blockSends;

    /// <summary>The userdata of a conversation.</summary>
    /// <param name="transfers">Numbers the bodies.</param>
    public S7Extended(S7Transfers transfers) => _blockSends = new S7BlockSends(transfers);

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _sequences.Reset();
        _jobs.Reset();
        _blockSends.Reset();
    }

    /// <summary>Bytes of that direction are missing.</summary>
    public void Cut(Direction direction, FlowId flow, Batch batch)
    {
        _sequences.Cut(direction);
        _blockSends.Cut(direction, flow, batch);
    }

    /// <summary>The conversation ends.</summary>
    public void End(FlowId flow, Batch batch) => _blockSends.End(flow, batch);

    /// <summary>The words for a function.</summary>
    public static string FunctionName(S7Userdata userdata) =>
        userdata.Group == S7Group.BlockSend ? "PBC BSEND/BRECV"
        : S7UserdataNames.Group((int)userdata.Group) is null ? UnknownGroups.Of((byte)userdata.Group)
        : S7UserdataNames.Subfunction(userdata.Group, userdata.Subfunction) ?? UnknownSubfunctions.Of(userdata.Subfunction);

    /// <summary>The data behind its head, as long as the head says; empty where there is none.</summary>
    public static ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> data) => data.Length < DataHead
        ? default
        : data.Slice(DataHead, Math.Min(BinaryPrimitives.ReadUInt16BigEndian(data[2..]), data.Length - DataHead));

    /// <summary>Says what a request with its answer amounted to.</summary>
    /// <param name="exchange">Both, or the one of them that was seen.</param>
    /// <param name="connection">Hears of passwords.</param>
    public void Say(in S7Exchange exchange, S7Connection connection)
    {
        S7Userdata request = default;
        S7Userdata answer = default;
        bool hasRequest = exchange.HasRequest && S7Userdata.TryRead(exchange.RequestFrame.Parameter, out request);
        bool hasAnswer = exchange.HasAnswer && S7Userdata.TryRead(exchange.AnswerFrame.Parameter, out answer);
        if (!hasRequest && !hasAnswer)
        {
            return;
        }

        S7UserdataResult result = ResultOf(exchange, hasAnswer, answer);
        ReadOnlySpan<byte> asked = hasRequest ? Payload(exchange.RequestFrame.Data) : default;
        ReadOnlySpan<byte> answered = hasAnswer ? Payload(exchange.AnswerFrame.Data) : default;
        bool isContinuation = IsContinuation(exchange, hasRequest, request, asked);
        bool isWhole = false;
        ReadOnlySpan<byte> whole = default;
        if (hasAnswer && result.Result == ActResult.Ok)
        {
            isWhole = _sequences.TryJoin(exchange.Controller, answer, answered, out whole);
        }

        S7Userdata shown = hasRequest ? request : answer;
        if (!isContinuation || result.Result == ActResult.Refused)
        {
            SayActs(exchange, shown, asked, answered, result, connection);
        }

        if (hasRequest && hasAnswer && result.Result == ActResult.Ok && shown.Group is S7Group.Programmer or S7Group.Cyclic)
        {
            _jobs.Add(exchange.Controller, request, answer.Sequence, asked);
        }

        if (isWhole && shown.Group == S7Group.Cpu && shown.Subfunction == 1)
        {
            S7StateLists.Say(whole, exchange.Answer, exchange.Flow, exchange.Controller, exchange.Batch);
        }
        else if (isWhole && shown.Group == S7Group.Cyclic)
        {
            S7Cyclic.SaySamples(whole, _jobs.Find(exchange.Controller, S7Group.Cyclic, answer.Subfunction, answer.Sequence),
                exchange.Answer, exchange.Flow, exchange.Controller, exchange.Batch);
        }
    }

    /// <summary>Says what the controller sends without being asked each time.</summary>
    public void SayPush(S7Frame frame, S7Userdata push, Direction sender, int evidence, FlowId flow, Batch batch)
    {
        ReadOnlySpan<byte> payload = Payload(frame.Data);
        switch (push.Group)
        {
            case S7Group.ModeTransition:
                S7StateLists.SayMode(S7UserdataNames.Mode(push.Subfunction), evidence, flow, sender, batch);
                break;
            case S7Group.Cyclic:
                if (_sequences.TryJoin(sender, push, payload, out ReadOnlySpan<byte> values))
                {
                    S7Cyclic.SaySamples(values, _jobs.Find(sender, S7Group.Cyclic, push.Subfunction, push.Sequence), evidence, flow, sender, batch);
                }

                break;
            case S7Group.Programmer:
                if (_sequences.TryJoin(sender, push, payload, out ReadOnlySpan<byte> test))
                {
                    S7Programmer.SaySamples(test, push.Subfunction, _jobs.Find(sender, S7Group.Programmer, push.Subfunction, push.Sequence), evidence, flow, sender, batch);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Whether a request only asks for the next part of an answer: extended, with the sequence's number, without data.</summary>
    bool IsContinuation(in S7Exchange exchange, bool hasRequest, S7Userdata request, ReadOnlySpan<byte> asked) =>
        hasRequest && request.IsExtended && request.Sequence != 0 && asked.IsEmpty && _sequences.IsOpen(exchange.Controller, request);

    static S7UserdataResult ResultOf(in S7Exchange exchange, bool hasAnswer, S7Userdata answer)
    {
        if (!hasAnswer)
        {
            // an Ack, or an answer without userdata's parameters
            return new S7UserdataResult(exchange.Result, exchange.Error == 0 ? null : S7Errors.Name(exchange.Error));
        }

        if (answer.ErrorCode != 0)
        {
            return new S7UserdataResult(ActResult.Refused, S7Errors.Name(answer.ErrorCode));
        }

        ReadOnlySpan<byte> data = exchange.AnswerFrame.Data;
        return data.IsEmpty || data[0] is S7Names.Success or NoData or 0
            ? new S7UserdataResult(ActResult.Ok, null)
            : new S7UserdataResult(ActResult.Refused, S7Variables.ReturnCode(data[0]));
    }

    void SayActs(in S7Exchange exchange, S7Userdata shown, ReadOnlySpan<byte> asked, ReadOnlySpan<byte> answered, S7UserdataResult result, S7Connection connection)
    {
        switch (shown.Group)
        {
            case S7Group.Programmer:
                S7Programmer.SayActs(exchange, shown, asked, result);
                break;
            case S7Group.Cyclic:
                S7Cyclic.SayActs(exchange, shown, asked, result);
                break;
            case S7Group.Block:
                SayBlockFunction(exchange, shown, asked, result);
                break;
            case S7Group.Cpu:
                SayCpuFunction(exchange, shown, asked, result);
                break;
            case S7Group.Security:
                SayPassword(exchange, shown, result, connection);
                break;
            case S7Group.BlockSend:
                _blockSends.Say(exchange, shown, asked, result);
                break;
            case S7Group.Time:
                SayClock(exchange, shown, asked, answered, result);
                break;
            case S7Group.NcProgramming:
                SayNcTransfer(exchange, shown, asked, result);
                break;
            default:
                exchange.Say(FunctionName(shown), Operation.Other, 0, default, default, result.Result, result.Error);
                break;
        }
    }

    static void SayBlockFunction(in S7Exchange exchange, S7Userdata shown, ReadOnlySpan<byte> asked, S7UserdataResult result)
    {
        Target target = shown.Subfunction switch
        {
            2 when asked.Length >= 2 => S7Target.Pack(exchange.Batch, S7Space.BlockType, asked[..2]),
            3 when S7BlockName.TryRead(asked, out S7BlockName name) => S7Target.Block(exchange.Batch, name),
            _ => default,
        };
        Operation operation = shown.Subfunction is 1 or 2 or 3 ? Operation.Browse : Operation.Other;
        exchange.Say(FunctionName(shown), operation, 0, target, default, result.Result, result.Error);
    }

    static void SayCpuFunction(in S7Exchange exchange, S7Userdata shown, ReadOnlySpan<byte> asked, S7UserdataResult result)
    {
        Target target = shown.Subfunction == 1 && asked.Length >= 4
            ? S7Target.StateList(exchange.Batch, BinaryPrimitives.ReadUInt16BigEndian(asked), BinaryPrimitives.ReadUInt16BigEndian(asked[2..]))
            : default;
        Operation operation = shown.Subfunction switch
        {
            0x01 or 0x13 => Operation.Browse,
            0x02 => Operation.Subscribe,
            0x07 or 0x08 => Operation.Configure,
            _ => Operation.Other,
        };
        exchange.Say(FunctionName(shown), operation, 0, target, default, result.Result, result.Error);
    }

    /// <summary>The password itself is never said.</summary>
    static void SayPassword(in S7Exchange exchange, S7Userdata shown, S7UserdataResult result, S7Connection connection)
    {
        Operation operation = shown.Subfunction switch
        {
            1 => Operation.Login,
            2 => Operation.Logout,
            _ => Operation.Other,
        };
        exchange.Say(FunctionName(shown), operation, 0, default, default, result.Result, result.Error);
        if (operation == Operation.Login && exchange.HasAnswer)
        {
            connection.OnPassword(result.Result == ActResult.Ok, exchange.Answer, exchange.Flow, exchange.Batch);
        }
    }

    static void SayClock(in S7Exchange exchange, S7Userdata shown, ReadOnlySpan<byte> asked, ReadOnlySpan<byte> answered, S7UserdataResult result)
    {
        bool isSet = shown.Subfunction is 2 or 4;
        Operation operation = isSet ? Operation.SetTime : shown.Subfunction is 1 or 3 ? Operation.Read : Operation.Other;
        Value value = default;
        if (S7Timestamp.TryReadLong(isSet ? asked : answered, out S7Timestamp time))
        {
            Span<byte> text = stackalloc byte[32];
            value = new Value(ValueKind.Text, exchange.Batch.Store(text[..time.Format(text)]));
        }

        exchange.Say(FunctionName(shown), operation, 0, S7Target.Pack(exchange.Batch, S7Space.Clock, default), value, result.Result, result.Error);
    }

    /// <summary>Files of a numerical control: the act is said where a transfer starts; its parts say nothing of their own.</summary>
    static void SayNcTransfer(in S7Exchange exchange, S7Userdata shown, ReadOnlySpan<byte> asked, S7UserdataResult result)
    {
        Operation operation = shown.Subfunction switch
        {
            1 => Operation.Download,
            6 => Operation.Upload,
            2 or 3 or 4 or 7 or 8 => Operation.Browse,
            _ => Operation.Other,
        };
        ReadOnlySpan<byte> name = shown.Subfunction == 6 && asked.Length > 2 ? asked[2..] : shown.Subfunction == 1 ? asked : default;
        Target target = name.IsEmpty ? default : S7Target.Pack(exchange.Batch, S7Space.Name, name);
        exchange.Say(FunctionName(shown), operation, 0, target, default, result.Result, result.Error);
    }
}
