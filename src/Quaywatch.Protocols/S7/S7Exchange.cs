using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>A request with its answer, or the one of them that was seen; what the room's parts make acts of.</summary>
internal ref struct S7Exchange
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
    public S7Frame RequestFrame;

    /// <summary>The answer, where <see cref="Answer"/> is not -1.</summary>
    public S7Frame AnswerFrame;

    /// <summary>What the result is without an answer.</summary>
    public ActResult Unanswered;

    /// <summary>Whether the request was seen.</summary>
    public readonly bool HasRequest => Request >= 0;

    /// <summary>Whether the answer was seen.</summary>
    public readonly bool HasAnswer => Answer >= 0;

    /// <summary>The side that was asked.</summary>
    public readonly Direction Controller => Commander.Other();

    /// <summary>The error of a job's answer; 0 where there is none, or no answer.</summary>
    public readonly ushort Error => HasAnswer ? AnswerFrame.Error : (ushort)0;

    /// <summary>How it went by the answer's error field.</summary>
    public readonly ActResult Result => !HasAnswer ? Unanswered : Error == 0 ? ActResult.Ok : ActResult.Refused;

    /// <summary>Says an act that went as the whole job went.</summary>
    public readonly void Say(string function, Operation operation, in Target target, in Value value, int item = 0) =>
        Say(function, operation, item, target, value, Result, Error == 0 ? null : S7Errors.Name(Error));

    /// <summary>Says an act.</summary>
    public readonly void Say(string function, Operation operation, int item, in Target target, in Value value, ActResult result, string? error) =>
        Batch.Add(new Act
        {
            Request = Request,
            Answer = Answer,
            Flow = Flow,
            Commander = Commander,
            Protocol = S7Parser.ProtocolName,
            Function = function,
            Operation = operation,
            Item = item,
            Target = target,
            Value = value,
            Result = result,
            Error = error,
        });

    /// <summary>Says what a stretch of the controller's memory held.</summary>
    public readonly void Sample(int evidence, in Target target, in Value value) =>
        Batch.Add(new Sample
        {
            Evidence = evidence,
            Flow = Flow,
            Holder = Controller,
            Protocol = S7Parser.ProtocolName,
            Target = target,
            Value = value,
        });

    /// <summary>Says that bytes broke a rule.</summary>
    public readonly void Report(int evidence, Direction sender, AnomalyKind kind, string detail) =>
        Batch.Add(new Anomaly { Evidence = evidence, Flow = Flow, Sender = sender, Protocol = S7Parser.ProtocolName, Kind = kind, Detail = detail });
}
