using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Commands;

/// <summary>QW-CMD-05: values were forced against the program, outputs were written past it, or parameters were written by a
/// service that is not the ordinary write of values.</summary>
internal sealed class ValuesForced(CommandLog commands, Limits limits) : Rule
{
    readonly ActGroups _groups = new(Fixed, commands, limits);

    /// <summary>What is fixed about the rule.</summary>
    public static RuleInfo Fixed { get; } = new()
    {
        Id = "QW-CMD-05",
        Title = "Values forced or protected parameters written",
        Severity = Severity.High,
        Attack = ["T0835", "T0836", "T0806", "T0831"],
        Why = "A forced value holds whatever the program and its interlocks decide: a brake output, a limit switch, a speed limit may no longer follow the crane.",
        NextStep = "Read the controller's force table and the parameters named here, compare them with the approved values, and ask who set them.",
    };

    /// <inheritdoc/>
    public override RuleInfo Info => Fixed;

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Act];

    /// <inheritdoc/>
    public override void On(in Act act, in Moment at)
    {
        bool counts = act.Operation is Operation.Force or Operation.Configure || (act.Operation == Operation.Write && act.Target.IsOutput);
        if (counts && ControlProtocols.Has(act.Protocol))
        {
            _groups.Add(in act, in at);
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft) => _groups.Finish(
        draft,
        Say,
        static operation => operation == Operation.Write ? Operation.Force : operation);

    static Statement Say(ActGroup group, Draft draft, Severity worst)
    {
        ActTotals totals = group.Totals;
        string where = totals.AddressCount == 0 ? "" : $" at {totals.Addresses}";
        return new Statement
        {
            Severity = worst,
            Confidence = totals.HasUnseen ? 0.8 : 1,
            Subject = $"{group.Source.Text} and controller {group.Target.Text}",
            Sentence = $"{People.Host(draft, group.Source)} {totals.Phrase(Verbs, People.Host(draft, group.Target))}{where}.",
            Attack = totals.Operations.Any(operation => operation != Operation.Configure) ? ["T0835", "T0806", "T0831"] : ["T0836"],
            CannotTell = totals.Operations.Contains(Operation.Write)
                ? "Whether the program wrote these outputs over again in its next cycle."
                : "Which of these addresses are outputs, limits or safety parameters: that needs a tag map.",
        };
    }

    static (string Done, string ToDo) Verbs(Operation operation) => operation switch
    {
        Operation.Force => ("forced values in", "force values in"),
        Operation.Write => ("wrote outputs of", "write outputs of"),
        _ => ("changed parameters of", "change parameters of"),
    };
}
