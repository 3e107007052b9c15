using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>A finding as the page shows it with its packets.</summary>
sealed class FindingCard
{
    readonly long[] _verdicts = new long[Enum.GetValues<Verdict>().Length];

    public required string Id { get; init; }

    /// <summary>Its id in the page; null when another finding has it.</summary>
    public string? Anchor { get; set; }

    public required string Rule { get; init; }

    public string? RuleAnchor { get; init; }

    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    public string? State { get; init; }

    public required string Sentence { get; init; }

    public required string Sure { get; init; }

    public required string Subject { get; init; }

    public string? Why { get; init; }

    public string? NextStep { get; init; }

    public string? CannotTell { get; init; }

    public string? Wireshark { get; init; }

    public string? Attack { get; init; }

    public string? Law { get; init; }

    public string? Accepted { get; init; }

    public Party Source { get; init; }

    public Party Target { get; init; }

    public Timestamp? FirstSeen { get; init; }

    public Timestamp? LastSeen { get; init; }

    public long Count { get; init; }

    public required string Packets { get; init; }

    public bool HasEvidence { get; init; }

    public IReadOnlyList<string> CommandIds { get; init; } = [];

    public long MoreCommands { get; init; }

    public IReadOnlyList<string> Uids { get; init; } = [];

    public long MoreUids { get; init; }

    /// <summary>Runs of commands of this finding that the page shows.</summary>
    public List<CommandLine> Commands { get; } = [];

    /// <summary>Conversations of this finding that the page shows.</summary>
    public List<ConversationLine> Conversations { get; } = [];

    /// <summary>What the verdict stands on, where that is said.</summary>
    public string? VerdictBy { get; private set; }

    /// <summary>Acts of its commands with a verdict.</summary>
    public long CountOf(Verdict verdict) => _verdicts[(int)verdict];

    /// <summary>Adds one of its commands.</summary>
    public void Judge(Verdict verdict, string? by, long acts)
    {
        _verdicts[(int)verdict] += acts;
        if (verdict != Verdict.Unknown || VerdictBy is null)
        {
            VerdictBy = by ?? VerdictBy;
        }
    }
}
