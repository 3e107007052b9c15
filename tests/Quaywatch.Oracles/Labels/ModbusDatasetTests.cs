using System.Globalization;
using System.Text;
using Quaywatch.Case.Rows;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Labels;

/// <summary>The Modbus dataset of Lemay and Fernandez (CSET 2016): what commands and findings show of the frames that they label
/// malicious; and which findings the captures raise in which nobody attacks. The reasons are in docs/oracles.md.</summary>
public sealed class ModbusDatasetTests
{
    const string Attacker = "192.168.1.101";
    const string Attacked = "192.168.1.104";

    [Fact]
    public void Malicious_frames_are_acts_and_captures_without_attack_raise_few_findings()
    {
        string folder = Shared.Need("captures");
        ModbusLabels labels = Assert.Single(ModbusLabels.Read());
        StringBuilder text = new();
        Labelled(text, labels, Path.Combine(folder, labels.Path));
        Others(text, folder, labels.Path);
        Golden.Equal("docs/oracles/modbus-dataset.md", text.ToString());
    }

    static void Labelled(StringBuilder text, ModbusLabels labels, string path)
    {
        (IReadOnlyList<Conversation> conversations, IReadOnlyList<Command> commands, Analysis.AnalysisResult result) = Runs.Analyze(path);
        IReadOnlyList<Command> allActs = Runs.Analyze(path, allActs: true).Commands;
        IReadOnlySet<long> messages = ModbusFrames.Of(path);
        Conversation[] attack = [.. conversations.Where(IsAttack)];
        Finding[] findings = [.. result.Findings.Select(finding => finding.Row)];

        // the labels are these conversations, packet for packet
        Assert.Equal(labels.Malicious.Count, attack.Sum(conversation => conversation.OriginatorPackets + conversation.ResponderPackets));

        HashSet<long> shown = [.. allActs.Where(IsAttack).SelectMany(command => command.SeenIn).Select(seen => seen.Packet)];
        Assert.Empty(labels.Malicious.Where(messages.Contains).Except(shown));
        Assert.Empty(shown.Except(labels.Malicious));

        // the walk through the memory is found, and nothing that others did
        Finding found = Assert.Single(findings);
        Assert.Equal(("QW-NET-04", Attacker, Attacked), (found.Rule, found.Source?.Ip, found.Target?.Ip));
        Assert.Empty(found.SeenIn.Select(seen => seen.Packet).Except(labels.Malicious));

        long refused = allActs.Where(command => IsAttack(command) && command.Result == Result.Refused).Sum(command => command.Count);
        Line(text, $"## The labelled capture\n\n{Path.GetFileName(labels.Path)}: {labels.Malicious.Count} of {labels.Frames} frames are labelled malicious: all packets of {attack.Length} conversations of {Attacker} with");
        Line(text, $"{Attacked}. {refused} of its {attack.Sum(Acts)} reads are refused.\n");
        Line(text, $"| | malicious | benign |\n|---|---:|---:|");
        Line(text, $"| frames | {labels.Malicious.Count} | {labels.Frames - labels.Malicious.Count} |");
        int malicious = messages.Count(labels.Malicious.Contains);
        Line(text, $"| with a Modbus message | {malicious} | {messages.Count - malicious} |");
        Line(text, $"| acts counted in conversations | {attack.Sum(Acts)} | {conversations.Where(conversation => !IsAttack(conversation)).Sum(Acts)} |");
        Line(text, $"| acts in commands | {Count(commands, true)} | {Count(commands, false)} |");
        Line(text, $"| acts in commands with `--all-acts` | {Count(allActs, true)} | {Count(allActs, false)} |");
        Line(text, $"| acts that a finding counts | {findings.Where(IsAttack).Sum(finding => finding.Count)} | {findings.Where(finding => !IsAttack(finding)).Sum(finding => finding.Count)} |");
        Line(text, $"| findings | {Found(findings.Where(IsAttack))} | {Found(findings.Where(finding => !IsAttack(finding)))} |");
    }

    static void Others(StringBuilder text, string folder, string labelled)
    {
        Line(text, $"\n## Captures without an attack\n\n| capture | packets | acts in commands | findings |\n|---|---:|---:|---|");
        int captures = 0;
        List<Finding> all = [];
        foreach (string[] row in File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            if (!row[0].StartsWith("modbus/", StringComparison.Ordinal) || row[0] == labelled)
            {
                continue;
            }

            (_, IReadOnlyList<Command> commands, Analysis.AnalysisResult result) = Runs.Analyze(Path.Combine(folder, row[0]));
            Finding[] findings = [.. result.Findings.Select(finding => finding.Row)];
            Line(text, $"| {Path.GetFileName(row[0])} | {row[3]} | {commands.Sum(command => command.Count)} | {Found(findings)} |");
            all.AddRange(findings);
            captures++;
        }

        Line(text, $"\n{captures} captures; {all.Count(finding => finding.Rule != "QW-CAP-01")} findings about what was done in them, {all.Count(finding => finding.Rule == "QW-CAP-01")} about the capture itself (QW-CAP-01).");
        Assert.True(captures >= 26);

        // a stop that is asked for is one, whoever tests with it
        Assert.All(all, finding => Assert.Contains(finding.Rule, (string[])["QW-CAP-01", "QW-CMD-03"]));
    }

    static bool IsAttack(Conversation conversation) => conversation.Originator.Ip == Attacker && conversation.Responder.Ip == Attacked;

    static bool IsAttack(Command command) => command.Commander.Ip == Attacker && command.Controller.Ip == Attacked;

    static bool IsAttack(Finding finding) => finding.Source?.Ip == Attacker;

    static long Acts(Conversation conversation) => conversation.Acts?.Values.Sum() ?? 0;

    static long Count(IReadOnlyList<Command> commands, bool isAttack) => commands.Where(command => IsAttack(command) == isAttack).Sum(command => command.Count);

    static string Found(IEnumerable<Finding> findings)
    {
        string joined = string.Join("<br>", findings.Select(finding => $"{finding.Rule} {finding.Severity.ToString().ToLowerInvariant()}: {finding.Sentence}"));
        return joined.Length > 0 ? joined : "none";
    }

    static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
