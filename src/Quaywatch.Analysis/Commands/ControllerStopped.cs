using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Commands;

/// <summary>QW-CMD-03: someone stopped or started a controller, or changed its operating mode. One finding for each commander and
/// controller: a stop and the start after it are one story.</summary>
internal sealed class ControllerStopped(CommandLog commands, Limits limits) : Rule
{
    readonly ActGroups _groups = new(Fixed, commands, limits);

    /// <summary>What is fixed about the rule.</summary>
    public static RuleInfo Fixed { get; } = new()
    {
        Id = "QW-CMD-03",
        Title = "Controller stopped, started or mode changed",
        Severity = Severity.Critical,
        Attack = ["T0858", "T0816", "T0813", "T0881"],
        Why = "A stopped controller drops the crane's drives onto their brakes wherever they are; a restarted one may move on stale references, and a changed mode can switch its program off.",
        NextStep = "Ask who worked on this controller at that time; if nobody did, isolate the commander and read the controller's diagnostic buffer before it is started again.",
    };

    /// <inheritdoc/>
    public override RuleInfo Info => Fixed;

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Act];

    /// <inheritdoc/>
    public override void On(in Act act, in Moment at)
    {
        if (act.Operation is Operation.Stop or Operation.Start or Operation.Mode)
        {
            _groups.Add(in act, in at);
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft) => _groups.Finish(draft, Say);

    static Statement Say(ActGroup group, Draft draft, Severity worst)
    {
        ActTotals totals = group.Totals;
        string target = People.Host(draft, group.Target);
        return new Statement
        {
            Severity = worst,
            Confidence = totals.HasUnseen ? 0.8 : 1,
            Subject = $"{group.Source.Text} and controller {group.Target.Text}",
            Sentence = $"{People.Host(draft, group.Source)} {totals.Phrase(Verbs, target)}.",
            Attack = [.. Techniques(totals)],
            CannotTell = totals.HasUnseen
                ? "Whether the controller obeyed: its answers are not in the capture."
                : "Whether it was planned, and who sat at the commander: that is not on the wire.",
        };
    }

    static (string Done, string ToDo) Verbs(Operation operation) => operation switch
    {
        Operation.Stop => ("stopped", "stop"),
        Operation.Start => ("started", "start"),
        _ => ("changed the operating mode of", "change the operating mode of"),
    };

    // T0881 (service stop) is for a service on a computer; none of the protocols decoded so far stops one.
    static IEnumerable<string> Techniques(ActTotals totals)
    {
        yield return "T0858";
        if (totals.Operations.Contains(Operation.Stop))
        {
            yield return "T0816";
            yield return "T0813";
        }
    }
}
