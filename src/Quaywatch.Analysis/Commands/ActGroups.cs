using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Rules;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Commands;

/// <summary>The groups of a rule about acts: who asked whom for what.</summary>
/// <param name="info">The rule.</param>
/// <param name="commands">Tells to which run of commands an act belongs; it must have heard the act before.</param>
/// <param name="limits">Where groups beyond the limit are counted.</param>
internal sealed class ActGroups(RuleInfo info, CommandLog commands, Limits limits)
{
    readonly FindingGroups<ActGroup> _groups = new(info.Id, limits, static (key, source, target) => new ActGroup(key, source, target));

    /// <summary>Adds an act to the group of its two ends.</summary>
    /// <param name="act">The act.</param>
    /// <param name="at">Where it was seen.</param>
    /// <param name="deed">What is done, where the rule tells several things apart.</param>
    public void Add(in Act act, in Moment at, string? deed = null)
    {
        if (_groups.For(at.Conversation.Sender(act.Commander), at.Conversation.Receiver(act.Commander), deed) is { } group)
        {
            group.Totals.Add(in act, at.Batch);
            group.Add(in act, in at, commands.Current, act.Function);
        }
    }

    /// <summary>Writes the findings.</summary>
    /// <param name="draft">The case so far.</param>
    /// <param name="say">What the rule says about a group, given the worst severity of its acts.</param>
    /// <param name="weight">As which operation one is weighed, where the rule knows more of the act than its operation.</param>
    public void Finish(Draft draft, Func<ActGroup, Draft, Case.Rows.Severity, Statement> say, Func<Operation, Operation>? weight = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(say);
        foreach (ActGroup group in _groups.InOrder)
        {
            ActTotals totals = group.Totals;
            bool inControl = ActSeverity.IsInControl(draft, group.Target);
            Case.Rows.Severity worst = totals.Operations.Min(operation => ActSeverity.Of(weight?.Invoke(operation) ?? operation, totals.Protocol, inControl, totals.OnlyRefused));
            draft.Findings.Add(Findings.Make(info, group, draft, say(group, draft, worst)));
        }
    }
}
