namespace Quaywatch.Observations;

/// <summary>A body passes: a transferred block, a file, the bytes of a stream that no parser takes.</summary>
public struct Content
{
    /// <summary>Evidence number of the message that carries this part.</summary>
    public int Evidence;

    /// <summary>The conversation.</summary>
    public FlowId Flow;

    /// <summary>Who sends the body.</summary>
    public Direction Direction;

    /// <summary>Tells apart the bodies of one conversation.</summary>
    public int Number;

    /// <summary>The protocol, by its name in interface.md; null for a stream that no parser takes.</summary>
    public string? Protocol;

    /// <summary>Begin, part, complete, cut.</summary>
    public ContentPhase Phase;

    /// <summary>The name that the network gave it; at the beginning.</summary>
    public Slice Name;

    /// <summary>The media type; at the beginning.</summary>
    public string? MediaType;

    /// <summary>The bytes of this part.</summary>
    public Slice Part;
}
