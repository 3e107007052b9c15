using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis;

/// <summary>The rows of a case, in their stable order, and what the manifest says about them. Valid until the run is
/// disposed.</summary>
public sealed class AnalysisResult
{
    /// <summary>devices.jsonl, by IP address, then MAC address.</summary>
    public required IReadOnlyList<Device> Devices { get; init; }

    /// <summary>conversations.jsonl, in the order in which the conversations closed; read from the scratch stream as it is
    /// enumerated.</summary>
    public required IEnumerable<Conversation> Conversations { get; init; }

    /// <summary>commands.jsonl, in the order of their first acts; read from the scratch stream as it is enumerated.</summary>
    public required IEnumerable<Command> Commands { get; init; }

    /// <summary>sessions.jsonl, in the order in which they began.</summary>
    public required IReadOnlyList<Session> Sessions { get; init; }

    /// <summary>findings.jsonl, by severity, then time, each with its messages.</summary>
    public required IReadOnlyList<ProvenFinding> Findings { get; init; }

    /// <summary>`answers` of the manifest.</summary>
    public required IReadOnlyList<AnswerRow> Answers { get; init; }

    /// <summary>`capture` of the manifest.</summary>
    public required CaptureCounts Capture { get; init; }

    /// <summary>`counts` of the manifest.</summary>
    public required Counts Counts { get; init; }

    /// <summary>`protocols` of the manifest.</summary>
    public required IReadOnlyList<ProtocolRow> Protocols { get; init; }

    /// <summary>`not_assessed` of the manifest.</summary>
    public required IReadOnlyList<NotAssessed> NotAssessed { get; init; }
}
