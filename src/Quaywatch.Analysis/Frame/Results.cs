using Quaywatch.Analysis.Answers;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Frame;

/// <summary>Makes the result of a draft that every analyzer has finished.</summary>
internal static class Results
{
    /// <summary>The result.</summary>
    public static AnalysisResult Of(Draft draft) => Of(draft, Findings.Number(draft.Findings));

    static AnalysisResult Of(Draft draft, IReadOnlyList<ProvenFinding> findings) => new()
    {
        Devices = draft.Devices.Rows,
        Conversations = draft.Conversations,
        Commands = draft.Commands,
        Sessions = draft.Sessions,
        Findings = findings,
        Answers = FiveAnswers.Of(draft),
        Capture = draft.Capture with { LimitsReached = draft.Limits.Rows(draft.Facts.LimitsReached) },
        Counts = new Counts
        {
            Devices = draft.Devices.Rows.Count,
            Conversations = draft.ConversationCount,
            Commands = draft.CommandCount,
            Sessions = draft.Sessions.Count,
            FindingsBySeverity = BySeverity(findings),
        },
        Protocols = draft.Protocols,
        NotAssessed = FiveAnswers.NotAssessed(draft),
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
