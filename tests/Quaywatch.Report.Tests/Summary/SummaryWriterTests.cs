using CsCheck;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Text;
using Quaywatch.Report.Summary;
using Quaywatch.Report.Tests.Samples;
using Quaywatch.Report.Text;
using Quaywatch.Testing;

namespace Quaywatch.Report.Tests.Summary;

public sealed class SummaryWriterTests
{
    [Fact]
    public void An_attack_in_80_columns() =>
        Golden.Equal("tests/Quaywatch.Report.Tests/Summary/attack.txt", Of(Plant.Attack(), new SummaryOptions { Took = TimeSpan.FromSeconds(4.1), Report = "crane7.case/report.html" }));

    [Fact]
    public void An_ordinary_hour_in_80_columns() =>
        Golden.Equal("tests/Quaywatch.Report.Tests/Summary/benign.txt", Of(Plant.Benign(), new SummaryOptions { Report = "crane7.case/report.html" }));

    [Fact]
    public void A_capture_without_packets() =>
        Golden.Equal("tests/Quaywatch.Report.Tests/Summary/empty.txt", Of(Plant.Empty(), new SummaryOptions()));

    [Fact]
    public void Several_inputs_over_several_days_and_an_interrupted_run()
    {
        SampleCase sample = Plant.Attack();
        InputRow input = sample.Manifest.Inputs[0];
        sample.Manifest = sample.Manifest with
        {
            Partial = true,
            Inputs = [input, input with { Input = 2, Name = "b.pcap", Last = Plant.At(90_000) }, input with { Input = 3, Name = "c.pcap" }, input with { Input = 4, Name = "d.pcap" }],
            Options = new AnalyzeOptions { Filter = "tcp port 102", From = Plant.At(0) },
        };
        sample.Findings[0].State = FindingState.Known;
        sample.Findings[0].Accepted = new Accepted { Who = "shift lead", Reason = "commissioning", Until = "2026-05-31" };
        Golden.Equal("tests/Quaywatch.Report.Tests/Summary/several.txt", Of(sample, new SummaryOptions { Report = "all.case/report.html" }));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(132)]
    public void Whatever_the_network_says_lines_fit_and_harm_no_terminal(int width)
    {
        foreach (string line in Of(Hostile.Everywhere(), new SummaryOptions { Width = width, Report = "x.case/report.html" }).Split('\n'))
        {
            Assert.Equal(line, Escape.ForTerminal(line));
            Assert.InRange(ColumnWidth.Of(line), 0, width);
        }
    }

    [Fact]
    public void Nothing_is_cut_without_a_mark() => Gen.String[Gen.Char['a', 'z'], 1, 300].Array[1, 20].Sample(static words =>
    {
        using SampleCase sample = Plant.Attack();
        string sentence = string.Join(' ', words);
        sentence = sentence.Length > 900 ? sentence[..900] : sentence;
        sample.Findings[0].Sentence = sentence;
        string text = Of(sample.Manifest, sample.Findings, new SummaryOptions { Width = 50 });
        return Bare(text).Contains(Bare(sentence), StringComparison.Ordinal);
    }, iter: 100);

    [Fact]
    public void Colour_changes_no_word()
    {
        using SampleCase sample = Plant.Attack();
        string plain = Of(sample.Manifest, sample.Findings, new SummaryOptions());
        string coloured = Of(sample.Manifest, sample.Findings, new SummaryOptions { Colour = true });
        Assert.Contains("\u001b[1;31mCRITICAL\u001b[0m", coloured, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', plain);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
    }

    [Fact]
    public void No_more_findings_are_read_than_are_shown()
    {
        static IEnumerable<Finding> Endless()
        {
            foreach (Finding finding in Crowd.Findings(100))
            {
                Assert.True(string.CompareOrdinal(finding.Id, "F0006") < 0, "the summary read on");
                yield return finding;
            }
        }

        Of(Plant.Manifest("", "", 0) with { Counts = new Counts { FindingsBySeverity = new SeverityCounts { Critical = 20 } } }, Endless(), new SummaryOptions());
    }

    static string Of(SampleCase sample, SummaryOptions options)
    {
        using (sample)
        {
            using StringWriter writer = new();
            SummaryWriter.Write(sample.Open(), writer, options);
            return writer.ToString();
        }
    }

    static string Of(Manifest manifest, IEnumerable<Finding> findings, SummaryOptions options)
    {
        using StringWriter writer = new();
        SummaryWriter.Write(manifest, findings, writer, options);
        return writer.ToString();
    }

    static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
