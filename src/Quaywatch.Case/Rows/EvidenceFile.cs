namespace Quaywatch.Case.Rows;

/// <summary>`evidence/F0001.json`: the messages that show a finding, decoded, beside the packets in `evidence/F0001.pcapng`.
/// Passwords and the like are masked, in the trees and in the bytes (`**`).</summary>
public sealed record EvidenceFile
{
    /// <summary>Deepest tree that is written: fields within fields, 24 levels. What lies deeper is not shown.</summary>
    public const int DeepestTree = 24;

    /// <summary>The finding's id.</summary>
    public required string Finding { get; init; }

    /// <summary>The messages, in order of their last packets.</summary>
    public IReadOnlyList<EvidenceMessageRow> Messages { get; init; } = [];

    /// <summary>How many further messages show the finding and are not decoded here; their packets are in the `.pcapng`.</summary>
    public long? More { get; init; }
}
