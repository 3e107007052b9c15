namespace Quaywatch.Wire.Evidence;

/// <summary>One line of a decoded tree.</summary>
public sealed class FieldNode
{
    /// <summary>The field's name in its specification's words.</summary>
    public required string Name { get; init; }

    /// <summary>What a person reads: the value with its meaning. Secrets are masked.</summary>
    public required string Text { get; init; }

    /// <summary>Wireshark's filter name; null where it has none.</summary>
    public string? Filter { get; init; }

    /// <summary>The bare value in invariant text (a number in decimal, else as tshark -T fields would print it), for comparison
    /// with other dissectors; null where there is none.</summary>
    public string? Raw { get; init; }

    /// <summary>Where its bytes begin in the message.</summary>
    public required int Offset { get; init; }

    /// <summary>How many bytes.</summary>
    public required int Length { get; init; }

    /// <summary>Whether the bytes are a password or the like: the text is masked, and <c>--redact</c> overwrites them.</summary>
    public bool Secret { get; init; }

    /// <summary>The fields within.</summary>
    public IReadOnlyList<FieldNode> Children => Inner;

    internal List<FieldNode> Inner { get; } = [];
}
