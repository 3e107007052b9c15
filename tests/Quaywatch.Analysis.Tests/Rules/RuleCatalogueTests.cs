using System.Text.RegularExpressions;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;
using Quaywatch.Testing;

namespace Quaywatch.Analysis.Tests.Rules;

public sealed partial class RuleCatalogueTests
{
    static readonly string[] Headings =
    [
        "What it means at the crane", "What it needs", "How it decides", "What it can't see", "What raises it falsely", "What to do",
    ];

    static string Folder => Path.Combine(Shared.Repository, "docs", "rules");

    public static TheoryData<string> Ids => [.. RuleCatalogue.Infos.Select(info => info.Id)];

    [Fact]
    public void Rules_stand_in_order_of_their_ids_and_each_runs()
    {
        Assert.Equal(RuleCatalogue.Infos.Select(info => info.Id).Order(StringComparer.Ordinal), RuleCatalogue.Infos.Select(info => info.Id));
        Analysis.Frame.Limits limits = new();
        using Analysis.Commands.CommandLog commands = new(new AnalysisOptions(), limits);
        Assert.Equal(RuleCatalogue.Infos, RuleCatalogue.All(commands, limits).Select(rule => rule.Info));
    }

    [Fact]
    public void The_list_of_rules_names_each_with_its_title_and_severity()
    {
        string[] expected = [.. RuleCatalogue.Infos.Select(info => $"| [{info.Id}]({info.Id}.md) | {info.Title} | {Words.Of(info.Severity)} |")];
        Assert.Equal(expected, File.ReadAllLines(Path.Combine(Folder, "README.md")).Where(line => line.StartsWith("| [", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_its_title_severity_techniques_and_the_six_headings(string id)
    {
        RuleInfo info = RuleCatalogue.Infos.Single(one => one.Id == id);
        string? page = RuleCatalogue.Page(id);
        Assert.NotNull(page);
        string[] lines = page.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal($"# {id}: {info.Title}", lines[0]);
        string techniques = info.Attack.Count == 0 ? "none" : string.Join(", ", info.Attack);
        Assert.Equal($"Severity: {Words.Of(info.Severity)}. ATT&CK for ICS: {techniques}", lines[2]);
        Assert.Equal(Headings, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));
        Assert.All(Headings, heading => Assert.True(lines[Array.IndexOf(lines, $"## {heading}") + 1].Length > 5, heading));
    }

    [Fact]
    public void Every_page_belongs_to_a_rule()
    {
        IEnumerable<string> pages = Directory.EnumerateFiles(Folder, "QW-*.md").Select(file => Path.GetFileNameWithoutExtension(file)!);
        Assert.Equal(RuleCatalogue.Infos.Select(info => info.Id), pages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("QW-XXX-99")]
    [InlineData("../README")]
    [InlineData("")]
    public void A_name_that_is_no_rule_has_no_page(string id) => Assert.Null(RuleCatalogue.Page(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_techniques_are_those_of_the_catalogue_and_exist_in_ATTACK(string id)
    {
        RuleInfo info = RuleCatalogue.Infos.Single(one => one.Id == id);
        string[] row = File.ReadLines(Shared.Need("reference/rule-attack.tsv")).Select(line => line.Split('\t')).Single(columns => columns[0] == id);
        Assert.Equal(row[1].Split(',', StringSplitOptions.RemoveEmptyEntries), info.Attack);
        HashSet<string> known = [.. File.ReadLines(Shared.Need("feeds/attack-ics.tsv")).Select(line => line.Split('\t')[0])];
        Assert.All(info.Attack, technique => Assert.Contains(technique, known));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_title_and_severity_are_those_of_the_catalogue(string id)
    {
        RuleInfo info = RuleCatalogue.Infos.Single(one => one.Id == id);
        string[] row = File.ReadLines(Shared.Need("design/rules.md")).Where(line => line.StartsWith($"| {id} ", StringComparison.Ordinal)).Single().Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(row[2], info.Title);
        Assert.Equal(Words.Of(info.Severity), FirstWord().Match(row[5]).Value);
    }

    [GeneratedRegex("^[a-z]+")]
    private static partial Regex FirstWord();
}
