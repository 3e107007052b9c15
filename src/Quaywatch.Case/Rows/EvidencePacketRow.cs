namespace Quaywatch.Case.Rows;

/// <summary>One packet that carries bytes of a message.</summary>
public sealed record EvidencePacketRow
{
    /// <summary>Number of the input.</summary>
    public required int Input { get; init; }

    /// <summary>The packet's number in that input, as Wireshark counts it.</summary>
    public required long Packet { get; init; }

    /// <summary>When it was captured.</summary>
    public Timestamp? Time { get; init; }

    /// <summary>Where the message's bytes begin in the captured frame.</summary>
    public int OffsetInFrame { get; init; }

    /// <summary>How many bytes of the message it carries.</summary>
    public int Length { get; init; }
}
