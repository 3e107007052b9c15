using System.Globalization;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Text;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Summary;

/// <summary>Writes the summary of a case for the terminal: what was read, the five answers, the worst findings, the way to the
/// rest. Everything that the network chose is escaped; nothing is cut without a mark; lines end with LF.</summary>
public static class SummaryWriter
{
    const int Narrowest = 40;
    const int MostFindings = 5;
    const int Longest = 1_000;

    /// <summary>Writes the summary of a case.</summary>
    /// <exception cref="CaseFormatException">The case is damaged.</exception>
    public static void Write(CaseReader @case, TextWriter to, SummaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(@case);
        Write(@case.Manifest, @case.Findings(), to, options);
    }

    /// <summary>Writes the summary of a case from its manifest and findings.</summary>
    /// <param name="manifest">`case.json`.</param>
    /// <param name="findings">The findings, the worst first; no more are read than are shown.</param>
    /// <param name="to">Where to.</param>
    /// <param name="options">How.</param>
    public static void Write(Manifest manifest, IEnumerable<Finding> findings, TextWriter to, SummaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(options);
        SummaryPage page = new(to, Math.Max(Narrowest, options.Width), options.Colour);
        WriteWhatWasRead(page, manifest, options.Took);
        page.Blank();
        for (int i = 0; i < manifest.Answers.Count; i++)
        {
            AnswerRow answer = manifest.Answers[i];
            page.Line($"{Say.Number(i + 1)} {Shown.Cut(answer.Question, Longest)}", indent: 0, hang: 2, style: SummaryStyle.Question);
            page.Line(Shown.Cut(answer.Answer, Longest), indent: 2, hang: 2, style: SummaryStyle.Plain);
        }

        if (manifest.Answers.Count > 0)
        {
            page.Blank();
        }

        WriteFindings(page, manifest, findings, options.Report);
    }

    static void WriteWhatWasRead(SummaryPage page, Manifest manifest, TimeSpan? took)
    {
        string inputs = manifest.Inputs.Count switch
        {
            0 => "no input",
            <= 3 => string.Join(", ", manifest.Inputs.Select(static input => Shown.Cut(input.Name, Longest))),
            _ => $"{Shown.Cut(manifest.Inputs[0].Name, Longest)} and {Say.Number(manifest.Inputs.Count - 1)} more inputs",
        };
        string time = took is { } span ? $" in {Say.Span(span.Ticks * 100)}" : "";
        page.Line(
            $"{Name(manifest.Tool)} · {inputs} · {Say.Count(manifest.Capture.Packets, "packet")}, {Say.Bytes(manifest.Capture.Bytes)}{time}",
            0, 2, SummaryStyle.Plain);
        if (Say.Period(FirstOf(manifest), LastOf(manifest)) is { } period)
        {
            page.Line(period, 0, 2, SummaryStyle.Plain);
        }

        if (manifest.Options is { Filter: null, From: null, To: null })
        {
            return;
        }

        string filter = manifest.Options.Filter is { } text ? $" matching {Shown.Cut(text, Longest)}" : "";
        string from = manifest.Options.From is { } first ? $" from {Say.DayAndClock(first)}" : "";
        string to = manifest.Options.To is { } last ? $" to {Say.DayAndClock(last)}" : "";
        page.Line($"only what was asked for:{filter}{from}{to}", 0, 2, SummaryStyle.Plain);
    }

    static void WriteFindings(SummaryPage page, Manifest manifest, IEnumerable<Finding> findings, string? report)
    {
        if (manifest.Partial)
        {
            page.Line("Interrupted: this is about what was read until then.", 0, 2, SummaryStyle.High);
        }

        SeverityCounts counts = manifest.Counts.FindingsBySeverity;
        long[] left = [counts.Critical, counts.High, counts.Medium, counts.Low, counts.Info];
        Severity least = counts.Critical + counts.High > 0 ? Severity.High : Severity.Medium;
        bool severalInputs = manifest.Inputs.Count > 1;
        bool severalDays = FirstOf(manifest) is { } first && LastOf(manifest) is { } last && !Say.IsSameDay(first, last);
        foreach (Finding finding in findings.TakeWhile(finding => finding.Severity <= least).Take(MostFindings))
        {
            Write(page, finding, severalInputs, severalDays);
            left[(int)finding.Severity]--;
        }

        page.Line(Rest(counts, left, report), 0, 2, SummaryStyle.Plain);
    }

    static void Write(SummaryPage page, Finding finding, bool severalInputs, bool severalDays)
    {
        List<string> facts = [$"{Shown.Cut(finding.Id)} {Shown.Cut(finding.Rule)}"];
        if (finding.State is { } state)
        {
            facts.Add(Case.Json.Words.Of(state));
        }

        if (finding.FirstSeen is { } time)
        {
            facts.Add(severalDays ? Say.DayAndClock(time) : Say.Clock(time));
        }

        if (finding.SeenIn.Count > 0)
        {
            facts.Add(Say.Packet(finding.SeenIn[0].Input, finding.SeenIn[0].Packet, severalInputs));
        }

        if (finding.Accepted is { } accepted)
        {
            facts.Add($"accepted by {Shown.Cut(accepted.Who)} until {Shown.Cut(accepted.Until)}");
        }

        page.Finding(finding.Severity, string.Join(" · ", facts));
        page.Line(Shown.Cut(finding.Sentence, Longest), 2, 2, SummaryStyle.Plain);
    }

    static string Rest(SeverityCounts counts, long[] left, string? report)
    {
        ReadOnlySpan<string> words = ["critical", "high", "medium", "low", "for information"];
        List<string> parts = [];
        long[] all = [counts.Critical, counts.High, counts.Medium, counts.Low, counts.Info];
        bool someShown = false;
        for (int i = 0; i < words.Length; i++)
        {
            bool shown = left[i] != all[i];
            someShown |= shown;
            if (left[i] > 0)
            {
                parts.Add($"{Say.Number(left[i])} {(shown ? "more " : "")}{words[i]}");
            }
        }

        string rest = parts.Count > 0 ? string.Join(", ", parts) : someShown ? "The whole report" : "No findings";
        return report is null ? rest : $"{rest}: {Escape.ForTerminal(report)}";
    }

    static string Name(Tool tool)
    {
        string name = Shown.Cut(tool.Name);
        string capital = name.Length > 0 ? char.ToUpperInvariant(name[0]) + name[1..] : name;
        return string.Create(CultureInfo.InvariantCulture, $"{capital} {Shown.Cut(tool.Version)}");
    }

    static Timestamp? FirstOf(Manifest manifest) => manifest.Inputs.Where(static input => input.First is not null).Min(static input => input.First);

    static Timestamp? LastOf(Manifest manifest) => manifest.Inputs.Where(static input => input.Last is not null).Max(static input => input.Last);
}
