using Quaywatch.Analysis;
using Quaywatch.Analysis.Rules;
using Quaywatch.Testing;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine.Tests;

/// <summary>Each rule has a capture by others that raises it, and one of the same world that does not: the table of the rules'
/// page.</summary>
public sealed class RulesOnCapturesTests
{
    public static TheoryData<string> Rules => [.. RuleCatalogue.Infos.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_raised_by_one_capture_and_silent_on_another(string rule)
    {
        string[] cells = File.ReadLines(Path.Combine(Shared.Repository, "docs/rules/README.md"))
            .Where(line => line.StartsWith($"| {rule} |", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Single();
        Assert.Contains(rule, RaisedBy(cells[1]));
        Assert.DoesNotContain(rule, RaisedBy(cells[2]));
    }

    static IReadOnlyList<string> RaisedBy(string capture)
    {
        CaptureInput input = CaptureInput.FromFile(1, Shared.Need($"captures/{capture}"), Path.GetFileName(capture));
        using AnalysisRun analysis = new(new AnalysisOptions());
        using BlockReader reader = new([input], new BlockReaderOptions { Hash = false });
        return [.. analysis.Finish(new Pipeline(reader, analysis).Run(null, TestContext.Current.CancellationToken)).Findings.Select(finding => finding.Row.Rule)];
    }
}
