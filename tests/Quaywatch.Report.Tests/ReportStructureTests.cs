using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Report.Tests.Samples;

namespace Quaywatch.Report.Tests;

public sealed class ReportStructureTests
{
    public static TheoryData<string> Samples => ["attack", "benign", "empty", "crowd", "hostile"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_count_and_every_link_inside_leads_to_something(string name)
    {
        using SampleCase sample = Make(name);
        using IHtmlDocument page = Parse(Pages.Of(sample.Open()));
        IHtmlAnchorElement[] counts = [.. page.QuerySelectorAll<IHtmlAnchorElement>("a.count")];
        Assert.NotEmpty(counts);
        Assert.All(counts, static count => Assert.StartsWith("#", count.GetAttribute("href")!, StringComparison.Ordinal));
        foreach (IElement link in page.QuerySelectorAll("a[href^='#']"))
        {
            string target = link.GetAttribute("href")![1..];
            Assert.True(page.GetElementById(target) is not null, $"{link.OuterHtml} leads nowhere");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_id_is_there_once(string name)
    {
        using SampleCase sample = Make(name);
        using IHtmlDocument page = Parse(Pages.Of(sample.Open()));
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(static element => element.Id!)];
        Assert.Equal(ids.Distinct(StringComparer.Ordinal).Count(), ids.Length);
        Assert.DoesNotContain("", ids);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_comes_from_outside_and_no_script_but_ours_may_run(string name)
    {
        using SampleCase sample = Make(name);
        string html = Pages.Of(sample.Open());
        using IHtmlDocument page = Parse(html);
        string policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        IElement script = Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(script.Attributes);
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.TextContent)));
        Assert.Contains($"script-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[src], link, iframe, object, embed, base, form, [style]"));
        foreach (IElement element in page.All)
        {
            Assert.DoesNotContain(element.Attributes, static attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        }

        foreach (IElement link in page.QuerySelectorAll("a"))
        {
            Assert.Matches("^(#[A-Za-z0-9-]+|evidence/F[0-9]+\\.pcapng)$", link.GetAttribute("href")!);
        }
    }

    [Fact]
    public void Every_finding_has_its_packets_its_rule_and_what_could_not_be_seen()
    {
        using SampleCase sample = Plant.Attack();
        using IHtmlDocument page = Parse(Pages.Of(sample.Open()));
        IElement[] findings = [.. page.QuerySelectorAll("[data-finding]")];
        Assert.Equal(sample.Findings.Select(static finding => finding.Id), findings.Select(static finding => finding.GetAttribute("data-finding")!));
        foreach (IElement finding in findings)
        {
            Assert.Contains("#", finding.QuerySelector(".packets")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(finding.QuerySelector("header a[href^='#rule-']"));
            Assert.Contains("Could not be seen", finding.TextContent, StringComparison.Ordinal);
        }

        IElement stop = page.GetElementById("F0001")!;
        Assert.Equal(2, stop.QuerySelectorAll("pre.hex").Length);
        Assert.Contains("evidence/F0001.pcapng", stop.QuerySelector(".packets a")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bytes_of_the_message_are_marked_in_its_packet()
    {
        using SampleCase sample = Plant.Attack();
        using IHtmlDocument page = Parse(Pages.Of(sample.Open()));
        IElement dump = page.QuerySelector("#F0001 pre.hex")!;
        string[] lines = dump.TextContent.Split('\n');
        Assert.Equal("0000  00 0e 8c 12 34 56 a4 bb  6d 01 02 03 08 00 45 00  ....4V..m.....E.", lines[0]);
        Assert.Equal("0050  50 52 4f 47 52 41 4d                              PROGRAM         ", lines[5]);
        Assert.Equal("", lines[6]);
        string marked = string.Concat(dump.QuerySelectorAll("mark").Where(static mark => mark.ParentElement!.LocalName == "pre").Select(static mark => mark.TextContent));
        Assert.Equal("0300002102f08032010000000c0010000029000000000009505f50524f4752414d", marked.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_headline_is_the_worst_finding()
    {
        using SampleCase sample = Plant.Attack();
        using IHtmlDocument page = Parse(Pages.Of(sample.Open()));
        Assert.StartsWith("10.20.7.55 (DESKTOP-7K2, Intel) stopped controller", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_finding_above_low_the_headline_says_so_with_what_was_not_assessed()
    {
        using SampleCase sample = Plant.Benign();
        using IHtmlDocument page = Parse(Pages.Of(sample.Open()));
        Assert.Equal("Nothing above low in 1 hour", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("3 questions were not assessed", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_assessed_is_said_and_is_never_zero()
    {
        using SampleCase sample = Plant.Benign();
        using IHtmlDocument page = Parse(Pages.Of(sample.Open()));
        foreach (string chapter in (string[])["cargo", "exits", "vulnerabilities", "process"])
        {
            Assert.Contains("not assessed", page.QuerySelector($"#{chapter} h2")!.TextContent, StringComparison.Ordinal);
            Assert.True(page.QuerySelector($"#{chapter} p")!.TextContent.Length > 40);
        }

        Assert.Equal(2, page.QuerySelectorAll(".answers li.off").Length);
    }

    [Fact]
    public void The_matrix_counts_what_the_commands_say()
    {
        using SampleCase sample = Plant.Attack();
        using IHtmlDocument page = Parse(Pages.Of(sample.Open()));
        IElement[] rows = [.. page.QuerySelectorAll(".matrix tbody tr")];
        Assert.Equal(["2", "2"], rows[0].QuerySelectorAll("a.count").Select(static count => count.TextContent));
        Assert.Equal(["1,098"], rows[1].QuerySelectorAll("a.count").Select(static count => count.TextContent));
        Assert.Equal("#C4", rows[0].QuerySelectorAll("a.count")[1].GetAttribute("href"));
    }

    [Fact]
    public void Hostile_text_is_shown_as_text_whatever_place_it_is_in()
    {
        using SampleCase sample = Hostile.Everywhere();
        string html = Pages.Of(sample.Open());
        using IHtmlDocument page = Parse(html);
        Assert.Empty(page.QuerySelectorAll("img, script[src]"));
        Assert.Contains(@"<script>alert(1)</script>""'><img src=x onerror=alert(2)>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', html);
        Assert.DoesNotContain('\u202e', html);
        Assert.DoesNotContain('\u2066', html);
        Assert.DoesNotContain('\0', html);
        Assert.DoesNotContain("&#x202E;", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(@"\x1b[31m\u{202e}gpj.exe\u{2066}", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_with_a_mark()
    {
        using SampleCase sample = Hostile.Everywhere();
        using IHtmlDocument page = Parse(Pages.Of(sample.Open()));
        Assert.DoesNotContain(new string('w', 1_300), page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("w… (8,800 more)", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_reports_of_one_case_are_the_same_bytes()
    {
        using SampleCase sample = Plant.Attack();
        CaseReader @case = sample.Open();
        Assert.Equal(Pages.Of(@case), Pages.Of(@case));
    }

    [Fact]
    public void A_large_case_is_cut_and_says_so_and_stays_below_20_MB()
    {
        using SampleCase sample = Crowd.Terminal(200);
        CaseReader @case = sample.Open(Crowd.Devices(10_000), Crowd.Findings(100_000));
        using MemoryStream stream = new();
        ReportWriter.Write(@case, stream);
        Assert.InRange(stream.Length, 100_000, 20_000_000);
        using IHtmlDocument page = Parse(Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Contains("98,940 more findings in findings.jsonl", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("more in devices.jsonl", page.Body.TextContent, StringComparison.Ordinal);
        foreach (IElement count in page.QuerySelectorAll("a.count"))
        {
            Assert.NotNull(page.GetElementById(count.GetAttribute("href")![1..]));
        }
    }

    [Fact]
    public void A_large_hostile_case_stays_below_20_MB()
    {
        using SampleCase sample = Hostile.Everywhere();
        for (int i = 0; i < 3_000; i++)
        {
            sample.Sessions.Add(sample.Sessions[0] with { Id = FormattableString.Invariant($"S{i}") });
            sample.Commands.Add(sample.Commands[1] with { Id = FormattableString.Invariant($"C{i + 10}"), Commander = sample.Commands[1].Commander with { Device = FormattableString.Invariant($"d{i % 200}"), Ip = null } });
            sample.Conversations.Add(sample.Conversations[0] with { Uid = FormattableString.Invariant($"C{i:D17}"), Originator = sample.Commands[1].Commander with { Device = FormattableString.Invariant($"d{i}") } });
        }

        Device device = sample.Devices[0];
        Finding finding = sample.Findings[0];
        CaseReader @case = sample.Open(
            Enumerable.Range(0, 3_000).Select(i => device with { Id = FormattableString.Invariant($"d{i}") }),
            Enumerable.Range(0, 2_000).Select(i => finding with { Id = FormattableString.Invariant($"F{i + 1:D4}") }));
        using MemoryStream stream = new();
        ReportWriter.Write(@case, stream);
        Assert.InRange(stream.Length, 1_000_000, 20_000_000);
    }

    static SampleCase Make(string name) => name switch
    {
        "attack" => Plant.Attack(),
        "benign" => Plant.Benign(),
        "empty" => Plant.Empty(),
        "hostile" => Hostile.Everywhere(),
        _ => Crowd.Terminal(1_000),
    };

    static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
