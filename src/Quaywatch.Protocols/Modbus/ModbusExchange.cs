using Quaywatch.Observations;

namespace Quaywatch.Protocols.Modbus;

/// <summary>A request with its answer, or the one of them that was seen; what the room's parts make acts of.</summary>
internal ref struct ModbusExchange
{
    /// <summary>Where observations go.</summary>
    public Batch Batch;

    /// <summary>The conversation.</summary>
    public FlowId Flow;

    /// <summary>Who asked.</summary>
    public Direction Commander;

    /// <summary>Evidence of the request; -1 where it was not seen.</summary>
    public int Request;

    /// <summary>Evidence of the answer; -1 where there is none.</summary>
    public int Answer;

    /// <summary>The request, where <see cref="Request"/> is not -1.</summary>
    public ModbusFrame RequestFrame;

    /// <summary>The answer, where <see cref="Answer"/> is not -1.</summary>
    public ModbusFrame AnswerFrame;

    /// <summary>What the result is without an answer.</summary>
    public ActResult Unanswered;

    /// <summary>Whether the answer can be taken for what the server itself is, not for a device behind it.</summary>
    public bool IsServerItself;

    /// <summary>Whether the request was seen.</summary>
    public readonly bool HasRequest => Request >= 0;

    /// <summary>Whether the answer was seen.</summary>
    public readonly bool HasAnswer => Answer >= 0;

    /// <summary>The request where it was seen, else the answer: unit and function are in both.</summary>
    public readonly ModbusFrame Frame => HasRequest ? RequestFrame : AnswerFrame;

    /// <summary>The side that was asked.</summary>
    public readonly Direction Controller => Commander.Other();

    /// <summary>How it went. An acknowledgement accepts.</summary>
    public readonly ActResult Result => !HasAnswer ? Unanswered : IsRefused ? ActResult.Refused : ActResult.Ok;

    /// <summary>Whether the server did as asked; an acknowledgement alone is a promise.</summary>
    public readonly bool IsDone => HasAnswer && !AnswerFrame.IsException;

    /// <summary>The message that shows what was written: the request, else the answer's echo.</summary>
    public readonly int Written => HasRequest ? Request : Answer;

    readonly bool IsRefused => AnswerFrame.IsException && AnswerFrame.Exception != ModbusNames.Acknowledge;

    /// <summary>Says an act.</summary>
    public readonly void Say(string function, Operation operation, in Target target, in Value value, int item = 0) =>
        Batch.Add(new Act
        {
            Request = Request,
            Answer = Answer,
            Flow = Flow,
            Commander = Commander,
            Protocol = ModbusParser.ProtocolName,
            Function = function,
            Operation = operation,
            Item = item,
            Target = target,
            Value = value,
            Result = Result,
            Error = HasAnswer && IsRefused ? ModbusNames.Exception(AnswerFrame.Exception) : null,
        });

    /// <summary>Says what a stretch of a unit's memory held.</summary>
    public readonly void Sample(int evidence, in Target target, in Value value) =>
        Batch.Add(new Sample
        {
            Evidence = evidence,
            Flow = Flow,
            Holder = Controller,
            Protocol = ModbusParser.ProtocolName,
            Target = target,
            Value = value,
        });

    /// <summary>Says what the server says of itself; nothing where a device behind it spoke.</summary>
    public readonly void Identify(IdentityField field, ReadOnlySpan<byte> value)
    {
        if (IsServerItself)
        {
            Batch.Add(new Identity
            {
                Evidence = Answer,
                Flow = Flow,
                Subject = Controller,
                Field = field,
                Value = Batch.Store(value),
                Protocol = ModbusParser.ProtocolName,
            });
        }
    }
}
