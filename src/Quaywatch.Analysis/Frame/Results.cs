using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Frame;

/// <summary>Makes the result of a draft that every analyzer has finished.</summary>
internal static class Results
{
    /// <summary>The result.</summary>
    public static AnalysisResult Of(Draft draft) => new()
    {
        Devices = draft.Devices.Rows,
        Conversations = draft.Conversations,
        Commands = draft.Commands,
        Sessions = draft.Sessions,
        Findings = draft.Findings,
        Answers = draft.Answers,
        Capture = draft.Capture with { LimitsReached = draft.Limits.Rows(draft.Facts.LimitsReached) },
        Counts = new Counts
        {
            Devices = draft.Devices.Rows.Count,
            Conversations = draft.ConversationCount,
            Commands = draft.CommandCount,
            Sessions = draft.Sessions.Count,
            FindingsBySeverity = BySeverity(draft.Findings),
        },
        Protocols = draft.Protocols,
        NotAssessed = draft.NotAssessed,
    };

    static SeverityCounts BySeverity(IEnumerable<ProvenFinding> findings)
    {
        ILookup<Severity, ProvenFinding> by = findings.ToLookup(finding => finding.Row.Severity);
        return new SeverityCounts
        {
            Critical = by[Severity.Critical].LongCount(),
            High = by[Severity.High].LongCount(),
            Medium = by[Severity.Medium].LongCount(),
            Low = by[Severity.Low].LongCount(),
            Info = by[Severity.Info].LongCount(),
        };
    }
}
