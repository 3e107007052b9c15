using System.CommandLine;
using Quaywatch.Cli.Demo;
using Quaywatch.Cli.Terminals;

namespace Quaywatch.Cli.Commands;

/// <summary><c>demo</c>: a newcomer's first two minutes.</summary>
static class DemoCommand
{
    const string Capture = "demo-crane.pcapng";
    const string Folder = "demo-crane.case";

    /// <summary>Long enough to read a line, short enough for the whole to stay below 20 seconds.</summary>
    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Option<bool> fast = new("--fast") { Description = "No pauses for a reader" };
        Command command = new("demo", "Makes a small capture of a crane, here, and analyzes it") { fast };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(fast)));
        return command;
    }

    static int Run(Terminal terminal, bool fast)
    {
        // The capture is always the same, so one of that size is taken to be it, and a case of it may be replaced.
        if (File.Exists(Capture) && !IsOurs())
        {
            throw new Quaywatch.Case.Writing.CaseOutputException($"{Capture} exists here and is another file; run the demo in another folder");
        }

        Say(terminal, fast, $"Ninety seconds at a small crane, in {Capture}: an HMI asks the");
        Say(terminal, fast, "controller for positions, the controller sets the speed of the hoist's drive.");
        Say(terminal, fast, "Then a laptop comes.");
        if (!File.Exists(Capture))
        {
            NewFile.Write(Capture, DemoCapture.Write);
        }

        int status = AnalyzeCommand.Run(terminal, new AnalyzeWish { Inputs = [Capture], Output = Folder, Force = Directory.Exists(Folder) });
        terminal.Out.WriteLine();
        Say(terminal, fast, "The laptop 192.0.2.66 stopped the controller, and started it 15 seconds later.");
        Say(terminal, fast, "Nothing else says so: the HMI went on to read the same positions. Now look at:");
        terminal.Out.WriteLine($"""
              {Folder}/report.html
                  the report, in a browser
              quaywatch explain QW-CMD-03
                  what a stopped controller means at the crane
              quaywatch evidence {Folder} F0001
                  its packets, for Wireshark
              quaywatch query {Folder} "SELECT first_seen, operation FROM commands"
                  the commands, by SQL
            """);
        return status;
    }

    static bool IsOurs()
    {
        using MemoryStream made = new();
        DemoCapture.Write(made);
        return new FileInfo(Capture).Length == made.Length && File.ReadAllBytes(Capture).AsSpan().SequenceEqual(made.ToArray());
    }

    static void Say(Terminal terminal, bool fast, string line)
    {
        terminal.Out.WriteLine(line);
        if (!fast)
        {
            terminal.Out.Flush();
            terminal.Interrupted.WaitHandle.WaitOne(s_pause);
        }
    }
}
