using System.Globalization;
using System.Text;
using Quaywatch.Case.Rows;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Labels;

/// <summary>Every QUT capture through the product's pipeline, without a site file: which labelled frames are in commands, and which
/// attacks raise a finding. What is missed, and why, is said in docs/oracles.md.</summary>
public sealed class QutTableTests
{
    [Fact]
    public void Labelled_frames_are_commands_of_the_attacker()
    {
        string folder = Shared.Need("captures");
        List<QutLabels> labels = QutLabels.Read();
        List<QutOutcome> outcomes = [.. labels.Where(view => view.Path != "-").Select(view => QutOutcome.Of(view, Path.Combine(folder, view.Path)))];
        Golden.Equal("docs/oracles/qut-s7comm.md", Table(labels, outcomes));

        Assert.Equal(131, outcomes.Count);
        Assert.Empty(outcomes.SelectMany(outcome => outcome.Missed));
        Assert.Equal((400, 4), (outcomes.Sum(outcome => outcome.InCommands), outcomes.Sum(outcome => outcome.Reads)));
        foreach (QutOutcome outcome in outcomes.Where(outcome => outcome.Labels.View == "master"))
        {
            // what is counted is what they labelled: no act of the attacker more, none less
            Assert.Equal(outcome.InCommands + outcome.Labels.Further, outcome.Acts);
        }

        Assert.All(outcomes, outcome => Assert.All(outcome.Commands, command => Assert.Equal(("Write Var", Operation.Write), (command.Function, command.Operation))));
        Assert.All(outcomes.Where(outcome => outcome.SeesAttacker), outcome => Assert.True(outcome.Acts > 0, outcome.Labels.Path));
        Assert.All(outcomes.SelectMany(outcome => outcome.Findings), finding => Assert.Equal("QW-CAP-01", finding.Rule));
    }

    static string Table(List<QutLabels> labels, List<QutOutcome> outcomes)
    {
        StringBuilder text = new();
        ByAttack(text, labels, outcomes);
        ByView(text, outcomes);
        ByFinding(text, outcomes);
        ByRun(text, labels, outcomes);
        return text.ToString();
    }

    static void ByAttack(StringBuilder text, List<QutLabels> labels, List<QutOutcome> outcomes)
    {
        int payload = outcomes.Sum(outcome => Payload(outcome.Labels));
        int found = outcomes.Sum(outcome => outcome.InCommands + outcome.Labels.Further);
        Line(text, $"{outcomes.Count} captures of {labels.Select(view => view.Run).Distinct().Count()} attack runs. {found} of {payload} labelled frames that carry bytes are in commands of the");
        Line(text, $"attacker; {outcomes.Count(outcome => outcome.FindingsOfAttack.Any())} captures raise a finding about it.\n\n## By attack\n");
        Line(text, $"| attack | runs | captures | without the attacker | labelled frames | in commands | function | bare acknowledgements | reads | not found | findings of the attack |");
        Line(text, $"|---|---:|---:|---:|---:|---:|---|---:|---:|---:|---|");
        foreach (IGrouping<string, QutLabels> attack in labels.GroupBy(view => view.Attack, StringComparer.Ordinal).OrderBy(attack => attack.Key, StringComparer.Ordinal))
        {
            List<QutOutcome> own = [.. outcomes.Where(outcome => outcome.Labels.Attack == attack.Key)];
            Line(text, $"| {attack.Key} | {attack.Select(view => view.Run).Distinct().Count()} | {own.Count} | {own.Count(outcome => !outcome.SeesAttacker)} | {own.Sum(outcome => outcome.Labels.Frames.Count + outcome.Labels.Further)} | {own.Sum(outcome => outcome.InCommands + outcome.Labels.Further)} | {Words(own.SelectMany(outcome => outcome.Commands).Select(command => command.Function))} | {own.Sum(outcome => outcome.Labels.Frames.Count(frame => !frame.HasPayload))} | {own.Sum(outcome => outcome.Reads)} | {own.Sum(outcome => outcome.Missed.Count)} | {Found(own.SelectMany(outcome => outcome.FindingsOfAttack))} |");
        }
    }

    static void ByView(StringBuilder text, List<QutOutcome> outcomes)
    {
        Line(text, $"\n## By the place of the capture\n\n| captured at | captures | attacker is seen in | acts of the attacker in commands | with address and value | agreed to | commands of others |");
        Line(text, $"|---|---:|---:|---:|---:|---:|---:|");
        foreach (IGrouping<string, QutOutcome> view in outcomes.GroupBy(outcome => outcome.Labels.View, StringComparer.Ordinal))
        {
            List<Command> commands = [.. view.SelectMany(outcome => outcome.Commands)];
            Line(text, $"| {view.Key} | {view.Count()} | {view.Count(outcome => outcome.SeesAttacker)} | {commands.Sum(command => command.Count)} | {commands.Where(command => command is { Address: not null, ValueHex: not null }).Sum(command => command.Count)} | {commands.Where(command => command.Result == Result.Ok).Sum(command => command.Count)} | {view.Sum(outcome => outcome.OthersActs)} |");
        }
    }

    static void ByFinding(StringBuilder text, List<QutOutcome> outcomes)
    {
        Line(text, $"\n## All findings\n\n| rule | severity | captures | about the attack |\n|---|---|---:|---|");
        var findings = outcomes.SelectMany(outcome => outcome.Findings.Select(finding => (finding.Rule, finding.Severity, outcome.FindingsOfAttack.Contains(finding))));
        foreach (var kind in findings.GroupBy(finding => finding).OrderBy(kind => kind.Key))
        {
            (string rule, Severity severity, bool isOfAttack) = kind.Key;
            Line(text, $"| {rule} | {severity.ToString().ToLowerInvariant()} | {kind.Count()} | {(isOfAttack ? "yes" : "no: about the capture")} |");
        }
    }

    static void ByRun(StringBuilder text, List<QutLabels> labels, List<QutOutcome> outcomes)
    {
        Line(text, $"\n## By run\n\nActs of the attacker in commands, as seen at each place; `-` where no capture is kept.\n\n| run | attacker | master | HMI | written |\n|---|---:|---:|---:|---|");
        foreach (IGrouping<string, QutLabels> run in labels.GroupBy(view => view.Run, StringComparer.Ordinal))
        {
            Dictionary<string, QutOutcome> views = outcomes.Where(outcome => outcome.Labels.Run == run.Key).ToDictionary(outcome => outcome.Labels.View, StringComparer.Ordinal);
            IEnumerable<string?> written = views.Values.SelectMany(view => view.Commands).Select(command => command.Address is null ? null : $"{command.Address} = {command.Value}");
            Line(text, $"| {run.Key} | {Acts(views, "attacker")} | {Acts(views, "master")} | {Acts(views, "hmi")} | {Words(written)} |");
        }
    }

    static int Payload(QutLabels labels) => labels.Frames.Count(frame => frame.HasPayload) + labels.Further;

    static string Acts(Dictionary<string, QutOutcome> views, string view) =>
        views.TryGetValue(view, out QutOutcome? outcome) ? outcome.Acts.ToString(CultureInfo.InvariantCulture) : "-";

    static string Words(IEnumerable<string?> words)
    {
        string joined = string.Join(", ", words.OfType<string>().Distinct(StringComparer.Ordinal));
        return joined.Length > 0 ? joined : "-";
    }

    static string Found(IEnumerable<Finding> findings)
    {
        string rules = Words(findings.Select(finding => $"{finding.Rule} {finding.Severity.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal));
        return rules == "-" ? "none" : rules;
    }

    static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
