using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Commands;

/// <summary>QW-CMD-04: program or configuration went into a controller, came out of it, or was deleted in it. Three findings, not
/// one: a backup that is accepted must not accept a download with it.</summary>
internal sealed class ProgramTransferred(CommandLog commands, Limits limits) : Rule
{
    const string Download = "download";
    const string Upload = "upload";
    const string Delete = "delete";

    readonly ActGroups _groups = new(Fixed, commands, limits);

    /// <summary>What is fixed about the rule.</summary>
    public static RuleInfo Fixed { get; } = new()
    {
        Id = "QW-CMD-04",
        Title = "Program or configuration transferred",
        Severity = Severity.Critical,
        Attack = ["T0843", "T0845", "T0889", "T0821", "T0809"],
        Why = "Who changes a controller's program changes what the crane does, with every interlock in it; who reads it learns how to.",
        NextStep = "Compare the controller's program with the approved version, and ask for the work order of this transfer.",
    };

    /// <inheritdoc/>
    public override RuleInfo Info => Fixed;

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Act];

    /// <inheritdoc/>
    public override void On(in Act act, in Moment at)
    {
        if (Deed(act.Operation) is { } deed)
        {
            _groups.Add(in act, in at, deed);
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft) => _groups.Finish(draft, Say);

    // Making a block active and saving it belong to the download that they complete.
    static string? Deed(Operation operation) => operation switch
    {
        Operation.Download or Operation.Activate or Operation.CopyToRom => Download,
        Operation.Upload => Upload,
        Operation.Delete => Delete,
        _ => null,
    };

    static Statement Say(ActGroup group, Draft draft, Severity worst)
    {
        ActTotals totals = group.Totals;
        string what = totals.AddressCount == 0 ? "" : $" ({totals.Addresses})";
        return new Statement
        {
            Severity = worst,
            Confidence = totals.HasUnseen ? 0.8 : 1,
            Subject = $"{group.Source.Text} and controller {group.Target.Text}",
            Sentence = $"{People.Host(draft, group.Source)} {totals.Phrase(Verbs, People.Host(draft, group.Target))}{what}.",
            Attack = [.. totals.Operations.SelectMany(Techniques).Distinct().Order(StringComparer.Ordinal)],
            CannotTell = totals.HasUnseen
                ? "Whether the controller accepted it: its answers are not in the capture."
                : "Whether it was planned, and who sat at the commander: that is not on the wire.",
        };
    }

    static (string Done, string ToDo) Verbs(Operation operation) => operation switch
    {
        Operation.Download => ("loaded program or configuration into", "load program or configuration into"),
        Operation.Activate => ("made transferred blocks active in", "make transferred blocks active in"),
        Operation.CopyToRom => ("saved the working memory permanently in", "save the working memory permanently in"),
        Operation.Upload => ("read program or configuration from", "read program or configuration from"),
        _ => ("deleted program or configuration in", "delete program or configuration in"),
    };

    static string[] Techniques(Operation operation) => operation switch
    {
        Operation.Upload => ["T0845"],
        Operation.Delete => ["T0809", "T0889"],
        _ => ["T0843", "T0889", "T0821"],
    };
}
