namespace Quaywatch.Case.Rows;

/// <summary>One message: a request, an answer, a frame, with its bytes and its decoded tree.</summary>
public sealed record EvidenceMessageRow
{
    /// <summary>Why it is here: what it shows, in a few words.</summary>
    public required string Why { get; init; }

    /// <summary>Protocol; absent when what is shown is the packet itself.</summary>
    public string? Protocol { get; init; }

    /// <summary>Whether the side that asks sent it; absent when the protocol has no such sides.</summary>
    public bool? FromClient { get; init; }

    /// <summary>The packets that carry it, in the order of its bytes.</summary>
    public IReadOnlyList<EvidencePacketRow> Packets { get; init; } = [];

    /// <summary>Its bytes in hexadecimal, lower case, without blanks, up to 4 KiB; each byte of a secret is `**`.</summary>
    public string? Hex { get; init; }

    /// <summary>Number of its bytes, when `hex` does not hold all of them.</summary>
    public long? Length { get; init; }

    /// <summary>One of its packets as a whole: the one in which it ends.</summary>
    public EvidenceFrameRow? Frame { get; init; }

    /// <summary>Its decoded tree; offsets count from its first byte.</summary>
    public IReadOnlyList<FieldRow> Tree { get; init; } = [];
}
