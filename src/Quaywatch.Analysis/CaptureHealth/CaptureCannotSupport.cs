using System.Globalization;
using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.CaptureHealth;

/// <summary>QW-CAP-01: the capture is one-sided, lossy, cut, filtered, too short, or shows no controller: what the case does not
/// say may have happened all the same.</summary>
internal sealed class CaptureCannotSupport : Rule
{
    /// <summary>A capture shorter than this shows no rhythm and few roles, nanoseconds.</summary>
    public const long Short = 60_000_000_000;

    /// <summary>Share of control conversations that may be one-sided before the finding is more than information.</summary>
    public const double ManyOneSided = 0.2;

    readonly FindingGroup _group = new(Fixed.Id, default, default);
    EvidenceMessage? _firstOpened;
    EvidenceMessage? _lastOpened;

    /// <summary>What is fixed about the rule.</summary>
    public static RuleInfo Fixed { get; } = new()
    {
        Id = "QW-CAP-01",
        Title = "Capture can't support conclusions",
        Severity = Severity.Info,
        Attack = [],
        Why = "What a capture does not show cannot be judged: a quiet report of a blind sensor is worse than none.",
        NextStep = "Check the mirror port: both directions, all VLANs of the crane, no oversubscription, full packet length.",
    };

    /// <inheritdoc/>
    public override RuleInfo Info => Fixed;

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Flow];

    /// <inheritdoc/>
    public override void On(in Flow flow, in Moment at)
    {
        if (flow.Phase != FlowPhase.Closed)
        {
            EvidenceMessage? opened = EvidenceMessage.Keep(at.Batch, flow.Evidence, -1, at.Conversation, null, null, "among the first and last conversations of the capture");
            _firstOpened ??= opened;
            _lastOpened = opened;
            return;
        }

        bool isOneSided = CaptureHealthCheck.IsOneSided(in flow);
        if (isOneSided || flow.A.Gaps + flow.B.Gaps > 0)
        {
            _group.Count++;
            _group.Add(EvidenceMessage.Keep(at.Batch, flow.Evidence, -1, at.Conversation, null, null, isOneSided ? "one side only" : "a stream with holes"));
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<string> reasons = Reasons(draft);
        if (reasons.Count == 0)
        {
            return;
        }

        if (_group.Messages.Count == 0)
        {
            // Nothing of what was seen is wrong, there is too little of it: its two ends show that.
            _group.Add(_firstOpened);
            _group.Add(_lastOpened == _firstOpened ? null : _lastOpened);
        }

        _group.Count = Math.Max(_group.Count, 1);
        draft.Findings.Add(Findings.Make(Fixed, _group, draft, new Statement
        {
            Severity = draft.OneSidedControlConversations > ManyOneSided * draft.ControlConversations ? Severity.Medium : Severity.Info,
            Confidence = 1,
            Subject = "the capture",
            Sentence = $"The capture supports conclusions in part only: {string.Join("; ", reasons)}.",
            Attack = [],
            CannotTell = "What happened in the packets that are not there.",
        }));
    }

    /// <summary>Why the capture supports conclusions in part only; nothing where it is whole.</summary>
    public static List<string> Reasons(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        CaptureCounts capture = draft.Capture;
        List<string> reasons = [];
        if (capture.Packets == 0)
        {
            return ["it holds no packets"];
        }

        if (capture.OneSidedConversations > 0)
        {
            reasons.Add($"{People.Number(capture.OneSidedConversations, "conversation was", "conversations were")} seen from one side only");
        }

        if (capture.StreamGaps > 0)
        {
            double share = 100.0 * (capture.LostEstimate ?? 0) / (capture.Packets + (capture.LostEstimate ?? 0));
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{People.Number(capture.StreamGaps, "hole")} in streams, some {capture.LostEstimate:#,0} packets ({share:0.##} %) missing"));
        }

        if (capture.Truncated > 0)
        {
            reasons.Add($"{People.Number(capture.Truncated, "packet is", "packets are")} cut short");
        }

        if (draft.Facts.Filtered)
        {
            reasons.Add("packets were left out by a filter or time range");
        }

        if (draft.Facts is { First: { } first, Last: { } last } && last - first < Short)
        {
            reasons.Add($"it lasts {People.Duration(Math.Max(0, last - first))}");
        }

        if (!draft.Devices.Rows.Any(device => device.InControl))
        {
            reasons.Add("no controller answered in a protocol that was decoded");
        }

        return reasons;
    }
}
