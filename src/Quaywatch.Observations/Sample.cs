namespace Quaywatch.Observations;

/// <summary>At this time, this block of addresses held these bytes: a read response, a write that was accepted, a cyclic frame.
/// A block, not a word: splitting it into variables is the tag map's work.</summary>
public struct Sample
{
    /// <summary>Evidence number of the message that shows the bytes.</summary>
    public int Evidence;

    /// <summary>The conversation.</summary>
    public FlowId Flow;

    /// <summary>The side whose memory it is.</summary>
    public Direction Holder;

    /// <summary>The protocol, by its name in interface.md.</summary>
    public string Protocol;

    /// <summary>The block.</summary>
    public Target Target;

    /// <summary>Its bytes.</summary>
    public Value Value;
}
