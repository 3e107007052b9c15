using System.CommandLine;
using Quaywatch.Case;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Text;
using Quaywatch.Case.Writing;
using Quaywatch.Cli.Terminals;
using Quaywatch.Report;

namespace Quaywatch.Cli.Commands;

/// <summary><c>report</c>: the report again, from the case alone.</summary>
static class ReportCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Argument<string> folder = new("CASE") { Description = "The case folder" };
        Option<string> output = new("-o") { Description = "Write the page to FILE and leave the case as it is", HelpName = "FILE" };
        Command command = new("report", "Makes the report of a case again") { folder, output };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(folder)!, parsed.GetValue(output)));
        return command;
    }

    static int Run(Terminal terminal, string folder, string? output)
    {
        CaseReader reader = CaseReader.Open(folder);
        if (output is null)
        {
            ReportReplacement.Write(reader, stream => ReportWriter.Write(reader, stream));
        }
        else
        {
            NewFile.Write(output, stream => ReportWriter.Write(reader, stream));
        }

        terminal.Hint($"the report is in {Escape.ForTerminal(output ?? $"{folder.TrimEnd('/')}/{CaseLayout.Report}")}");
        return ExitStatus.Done;
    }
}
