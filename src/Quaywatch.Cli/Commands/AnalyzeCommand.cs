using System.CommandLine;
using System.Diagnostics;
using Quaywatch.Case;
using Quaywatch.Case.Json;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Text;
using Quaywatch.Cli.Terminals;
using Quaywatch.Cli.Text;
using Quaywatch.Engine;
using Quaywatch.Engine.Show;
using Quaywatch.Report;
using Quaywatch.Report.Summary;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Cli.Commands;

/// <summary><c>analyze</c>: captures in, a case folder out, the summary on the terminal.</summary>
static class AnalyzeCommand
{
    /// <summary>The command.</summary>
    public static System.CommandLine.Command Make(Terminal terminal)
    {
        Argument<string[]> inputs = new("INPUT") { Description = "Captures: files, folders, patterns, or - for standard input", Arity = ArgumentArity.ZeroOrMore };
        Option<string[]> more = new("-r") { Description = "One more input, as tcpdump and tshark take it", HelpName = "FILE" };
        Option<string> output = new("-o") { Description = "The case folder to make (the first input's name and .case)", HelpName = "CASE" };
        Option<string> from = new("--from") { Description = "Leave out packets before this time, for example 2026-03-02T22:00:00Z", HelpName = "TIME" };
        Option<string> to = new("--to") { Description = "Leave out packets after this time", HelpName = "TIME" };
        Option<string> format = new("--format") { Description = "text: the summary; json: one document", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        Option<string> failOn = new("--fail-on") { Description = "Exit with 1 if a finding is that severe: critical, high, medium, low, info", HelpName = "SEVERITY" };
        Option<bool> allActs = new("--all-acts") { Description = "List reads as commands too" };
        Option<bool> noReport = new("--no-report") { Description = "Make no report.html" };
        Option<bool> noEvidence = new("--no-evidence") { Description = "Cut out no packets; keep no copy of standard input" };
        Option<bool> force = new("--force") { Description = "Replace a case, or what a broken-off run left" };
        format.AcceptOnlyFromAmong("text", "json");
        failOn.AcceptOnlyFromAmong([.. Words.All<Severity>()]);
        System.CommandLine.Command command = new("analyze", "Reads captures and makes a case: rows, evidence, report") { inputs, more, output, from, to, format, failOn, allActs, noReport, noEvidence, force };
        command.SetAction(parsed => Run(terminal, new AnalyzeWish
        {
            Inputs = [.. parsed.GetValue(inputs) ?? [], .. parsed.GetValue(more) ?? []],
            Output = parsed.GetValue(output),
            AsJson = parsed.GetValue(format) == "json",
            FailOn = Words.TryParse(parsed.GetValue(failOn), out Severity least) ? least : null,
            AllActs = parsed.GetValue(allActs),
            Window = WindowOf(parsed.GetValue(from), parsed.GetValue(to)),
            Report = !parsed.GetValue(noReport),
            Evidence = !parsed.GetValue(noEvidence),
            Force = parsed.GetValue(force),
        }));
        return command;
    }

    /// <summary>Does it.</summary>
    /// <returns>The exit status.</returns>
    public static int Run(Terminal terminal, AnalyzeWish wish)
    {
        if (wish.Inputs.Count == 0)
        {
            throw new UsageException("analyze needs a capture to read, for example: quaywatch analyze crane7.pcapng");
        }

        string folder = wish.Output ?? CaseNames.For(wish.Inputs[0]);
        bool isPiped = wish.Inputs.Contains("-");
        using InterruptedStream? given = isPiped ? new InterruptedStream(terminal.In(), terminal.Interrupted) : null;
        using SpooledStream? pipe = given is not null && wish.Evidence ? new SpooledStream(given) : null;
        CaptureSet set = CaptureSet.Find(wish.Inputs, (Stream?)pipe ?? given, pipe is null ? null : SpooledStream.PathIn(folder));
        Tell(terminal, set);
        if (set.Inputs.Count == 0)
        {
            return ExitStatus.Input;
        }

        terminal.FinishesWhenInterrupted = true;
        Stopwatch clock = Stopwatch.StartNew();
        Manifest manifest = Make(terminal, wish, folder, set, pipe);
        TimeSpan took = clock.Elapsed;
        foreach (string warning in InputWarnings.Of(manifest))
        {
            terminal.Warn(warning);
        }

        CaseReader made = CaseReader.Open(folder);
        if (wish.AsJson)
        {
            terminal.Out.Flush();
            CaseDocument.Write(terminal.OutBytes, folder, made);
        }
        else
        {
            string show = wish.Report ? $"{folder.TrimEnd('/')}/{CaseLayout.Report}" : folder;
            SummaryWriter.Write(made, terminal.Out, new SummaryOptions { Width = terminal.Width, Colour = terminal.Colour, Took = took, Report = show });
        }

        return StatusOf(terminal, wish, set, manifest);
    }

    static Manifest Make(Terminal terminal, AnalyzeWish wish, string folder, CaptureSet set, SpooledStream? pipe)
    {
        Manifest? manifest = null;
        ProgressLine.During(terminal, progress => manifest = CaseMaker.Make(
            new CaseRequest
            {
                Inputs = set.Inputs,
                Pipe = pipe,
                Folder = folder,
                Force = wish.Force,
                AllActs = wish.AllActs,
                Window = wish.Window,
                Evidence = wish.Evidence,
                Report = wish.Report ? ReportWriter.Write : null,
                Progress = progress,
                Warn = terminal.Warn,
                CommandLine = Environment.GetCommandLineArgs()[1..],
            },
            terminal.Interrupted));
        return manifest!;
    }

    static TimeWindow WindowOf(string? from, string? to)
    {
        TimeWindow window = new(TimeOf("--from", from), TimeOf("--to", to));
        return window.From > window.To
            ? throw new UsageException($"--from {from} is after --to {to}: nothing would be left")
            : window;
    }

    static Timestamp? TimeOf(string option, string? text) =>
        text is null ? null
        : Timestamp.TryParse(text, out Timestamp time) || Timestamp.TryParse(text + "Z", out time) ? time   // UTC without a zone
        : throw new UsageException($"{option} wants a time, for example 2026-03-02T22:00:00Z or 2026-03-02T17:00:00-05:00; not {Escape.ForTerminal(text)}");

    static void Tell(Terminal terminal, CaptureSet set)
    {
        foreach (CaptureProblem problem in set.Problems)
        {
            terminal.Fail(Escape.ForTerminal(problem.Message));
        }

        if (set.Skipped > 0)
        {
            terminal.Hint($"{Figures.Number(set.Skipped)} {(set.Skipped == 1 ? "file that is no capture was" : "files that are no captures were")} skipped");
        }

        if (set.Repeated > 0)
        {
            terminal.Hint($"{Figures.Number(set.Repeated)} {(set.Repeated == 1 ? "input was" : "inputs were")} named more than once and read once");
        }

        foreach (CaptureInput input in set.Inputs)
        {
            terminal.Detail($"input {input.Number}: {Escape.ForTerminal(input.Name)} ({input.Format}, {Figures.Bytes(input.Length)})");
        }
    }

    static int StatusOf(Terminal terminal, AnalyzeWish wish, CaptureSet set, Manifest manifest)
    {
        if (terminal.Interrupted.IsCancellationRequested)
        {
            return ExitStatus.Interrupted;
        }

        // What could not be read may have held what was looked for: that is said first.
        if (set.Problems.Count > 0 || set.Inputs.Any(input => input.ReadError is not null))
        {
            return ExitStatus.Input;
        }

        SeverityCounts found = manifest.Counts.FindingsBySeverity;
        long[] counts = [found.Critical, found.High, found.Medium, found.Low, found.Info];
        return wish.FailOn is { } least && counts.AsSpan(0, (int)least + 1).IndexOfAnyExcept(0L) >= 0 ? ExitStatus.FindingReached : ExitStatus.Done;
    }
}
