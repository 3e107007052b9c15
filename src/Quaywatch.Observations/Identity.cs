namespace Quaywatch.Observations;

/// <summary>A device said, or showed, something about itself.</summary>
public struct Identity
{
    /// <summary>Evidence number of the message that said so.</summary>
    public int Evidence;

    /// <summary>The conversation.</summary>
    public FlowId Flow;

    /// <summary>The side that is spoken of (usually the sender).</summary>
    public Direction Subject;

    /// <summary>What is said.</summary>
    public IdentityField Field;

    /// <summary>The words, as on the wire.</summary>
    public Slice Value;

    /// <summary>The protocol that said so, by its name in interface.md.</summary>
    public string Protocol;
}
