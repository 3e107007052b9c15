using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>A conversation as the page shows it.</summary>
sealed class ConversationLine
{
    public required string Uid { get; init; }

    /// <summary>Its id in the page; null while it is not chosen, or when another row has it.</summary>
    public string? Anchor { get; set; }

    /// <summary>Its place in the file.</summary>
    public long Number { get; init; }

    public Party Originator { get; init; }

    public Party Responder { get; init; }

    public int? Port { get; init; }

    public required string Protocols { get; init; }

    public required string Transport { get; init; }

    public Timestamp? FirstSeen { get; init; }

    public string? Lasted { get; init; }

    public long Packets { get; init; }

    public long Bytes { get; init; }

    public string? State { get; init; }

    public bool IsOneSided { get; init; }

    public long Gaps { get; init; }

    public string? Acts { get; init; }

    public string? CommunityId { get; init; }

    /// <summary>Most bytes that it takes in the page.</summary>
    public int Weight { get; init; }
}
