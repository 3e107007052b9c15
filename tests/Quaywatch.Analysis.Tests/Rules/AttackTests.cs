using Quaywatch.Analysis.Rules;
using Quaywatch.Testing;

namespace Quaywatch.Analysis.Tests.Rules;

public sealed class AttackTests
{
    [Theory]
    [InlineData("T0858", "Change Operating Mode")]
    [InlineData("T0843", "Program Download")]
    [InlineData("T0836", "Modify Parameter")]
    public void Techniques_are_known_by_id(string id, string name)
    {
        Technique technique = Attack.Find(id)!;
        Assert.Equal(name, technique.Name);
        Assert.Equal("https://attack.mitre.org/techniques/" + id, technique.Url.ToString());
    }

    [Theory]
    [InlineData("T9999")]
    [InlineData("M0800")] // a mitigation
    [InlineData("TA0100")] // a tactic
    public void Anything_else_is_not(string id) => Assert.Null(Attack.Find(id));

    [Fact]
    public void The_table_says_what_it_is()
    {
        Assert.Equal("attack-ics", Attack.Data.Name);
        Assert.Equal(83, Attack.Data.Rows);
        Assert.Equal(64, Attack.Data.Sha256!.Length);
    }

    /// <summary>The catalogue's choice of techniques per rule was checked against the same feed; no row may have got lost.</summary>
    [Fact]
    public void Every_technique_that_a_rule_names_is_there()
    {
        string[] rows = File.ReadAllLines(Shared.Need("reference/rule-attack.tsv"));
        string[] ids = [.. rows.Skip(1).SelectMany(row => row.Split('\t')[1].Split(',', StringSplitOptions.RemoveEmptyEntries))];
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.NotNull(Attack.Find(id)));
    }
}
