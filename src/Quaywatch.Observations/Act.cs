namespace Quaywatch.Observations;

/// <summary>Someone asked a device to do something, and how it answered. Said once, when it is complete.</summary>
public struct Act
{
    /// <summary>Evidence number of the request; -1 where only the answer was seen.</summary>
    public int Request;

    /// <summary>Evidence number of the answer; -1 where there was none.</summary>
    public int Answer;

    /// <summary>The conversation.</summary>
    public FlowId Flow;

    /// <summary>The side that asked.</summary>
    public Direction Commander;

    /// <summary>The protocol, by its name in interface.md.</summary>
    public string Protocol;

    /// <summary>The protocol's own name for it, from its tables.</summary>
    public string Function;

    /// <summary>What it amounts to.</summary>
    public Operation Operation;

    /// <summary>Which item of the message this is, from 0: one message may ask for several things.</summary>
    public int Item;

    /// <summary>What it is about.</summary>
    public Target Target;

    /// <summary>What was written, or what a read brought.</summary>
    public Value Value;

    /// <summary>How the device answered.</summary>
    public ActResult Result;

    /// <summary>The protocol's own word for the refusal; null where there was none.</summary>
    public string? Error;
}
