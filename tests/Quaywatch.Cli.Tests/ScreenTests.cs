using System.Text;
using Quaywatch.Testing;

namespace Quaywatch.Cli.Tests;

/// <summary>What people read first: help and errors, as they stand on a terminal of 80 columns.</summary>
public sealed class ScreenTests
{
    static readonly string[] s_commands = ["analyze", "report", "packet", "evidence", "follow", "query", "explain", "demo"];

    [Fact]
    public void Help_of_every_command()
    {
        StringBuilder screens = new(RunOf.Line("--help").Out);
        foreach (string command in s_commands)
        {
            RunOf run = RunOf.Line(command, "--help");
            Assert.Equal(0, run.Status);
            Assert.Empty(run.Error);
            screens.Append("\n---- ").Append(command).Append('\n').Append(run.Out);
        }

        Golden.Equal("tests/Quaywatch.Cli.Tests/help.txt", screens.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Errors_are_one_line_with_the_fix()
    {
        using TempFolder folder = new();
        string text = folder.Write("notes.txt", "no capture at all, but some words");
        string[][] lines =
        [
            [], ["anlyze"], ["analyze"], ["analyze", text], ["analyze", folder["none.pcap"]], ["analyze", text, "--forse"], ["analyze", text, "--fail-on", "bad"],
            ["packet", text, "x"], ["packet", folder["none.pcap"], "1"], ["query", folder["none.case"], "SELECT 1"], ["report", text],
            ["explain", "QW-CMD-30"], ["explain", "s7com"], ["evidence", folder["none.case"], "F0001"],
        ];
        StringBuilder screens = new();
        foreach (string[] line in lines.Skip(1))
        {
            RunOf run = RunOf.Line(line);
            Assert.Empty(run.Out);
            Assert.Equal(1, run.Error.Count(character => character == '\n'));
            screens.Append("$ quaywatch ").AppendJoin(' ', line).Append("\n[").Append(run.Status).Append("] ").Append(run.Error);
        }

        Golden.Equal("tests/Quaywatch.Cli.Tests/errors.txt", screens.ToString().Replace(folder.Root, "HERE", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_from_the_command_line_is_escaped()
    {
        RunOf run = RunOf.Line("analyze", "\u001b[31mred.pcap");
        Assert.Equal(3, run.Status);
        Assert.DoesNotContain('\u001b', run.Error);
    }
}
