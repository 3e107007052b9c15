namespace Quaywatch.Case.Rows;

/// <summary>A packet from its first captured byte on: the headers below a message, and the message.</summary>
public sealed record EvidenceFrameRow
{
    /// <summary>Number of the input.</summary>
    public required int Input { get; init; }

    /// <summary>The packet's number in that input, as Wireshark counts it.</summary>
    public required long Packet { get; init; }

    /// <summary>Its captured bytes in hexadecimal, lower case, without blanks, up to 4 KiB; each byte of a secret is `**`.</summary>
    public required string Hex { get; init; }

    /// <summary>Number of captured bytes, when `hex` does not hold all of them.</summary>
    public long? Length { get; init; }

    /// <summary>The decoded headers below the message (link, network, transport); offsets count from the frame's first byte.</summary>
    public IReadOnlyList<FieldRow> Tree { get; init; } = [];
}
