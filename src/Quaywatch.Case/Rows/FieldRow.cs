namespace Quaywatch.Case.Rows;

/// <summary>One line of a decoded tree.</summary>
public sealed record FieldRow
{
    /// <summary>The field's name in its specification's words.</summary>
    public required string Name { get; init; }

    /// <summary>The value with its meaning; masked when it is a secret.</summary>
    public required string Text { get; init; }

    /// <summary>Wireshark's filter name, where it has one.</summary>
    public string? Filter { get; init; }

    /// <summary>The bare value: a number in decimal, else as tshark prints it; absent when there is none or it is a secret.</summary>
    public string? Raw { get; init; }

    /// <summary>Where its bytes begin.</summary>
    public int Offset { get; init; }

    /// <summary>How many bytes; 0 when it stands for none of its own.</summary>
    public int Length { get; init; }

    /// <summary>True when the bytes are a password or the like; else absent.</summary>
    public bool? Secret { get; init; }

    /// <summary>The fields within; absent when there are none.</summary>
    public IReadOnlyList<FieldRow>? Children { get; init; }
}
