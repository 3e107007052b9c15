using System.CommandLine;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Text;
using Quaywatch.Cli.Terminals;
using Quaywatch.Cli.Text;
using Quaywatch.Engine.Show;

namespace Quaywatch.Cli.Commands;

/// <summary><c>evidence</c>: the packets of rows of a case.</summary>
static class EvidenceCommand
{
    const string CaseSuffix = ".case";

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Argument<string> folder = new("CASE") { Description = "The case folder" };
        Argument<string[]> rows = new("ROW") { Description = "Findings (F0001), commands (C12), sessions (S3), uids of conversations", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("-o") { Description = "The pcapng file to make (named by case and rows)", HelpName = "FILE" };
        Option<string[]> inputs = new("--input") { Description = "The captures, where they are not beside the case or here", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        Option<bool> redact = new("--redact") { Description = "Overwrite passwords with * and mend the checksums" };
        Command command = new("evidence", "Cuts the packets of rows out of the captures, as pcapng") { folder, rows, output, inputs, redact };
        command.SetAction(parsed => Run(
            terminal, parsed.GetValue(folder)!, parsed.GetValue(rows)!, parsed.GetValue(output), parsed.GetValue(inputs) ?? [], parsed.GetValue(redact)));
        return command;
    }

    static int Run(Terminal terminal, string folder, string[] rows, string? output, string[] inputs, bool redact)
    {
        CaseReader reader = CaseReader.Open(folder);
        EvidenceExport export = EvidenceExport.Prepare(reader, rows, inputs);
        output ??= NameFor(reader.Folder, rows);
        int written = 0;
        NewFile.Write(output, stream => written = export.Write(stream, redact, terminal.Interrupted));
        terminal.Hint($"{Figures.Number(written)} {(written == 1 ? "packet" : "packets")} in {Escape.ForTerminal(output)}");
        return ExitStatus.Done;
    }

    static string NameFor(string folder, string[] rows)
    {
        string name = Path.GetFileName(folder);
        string stem = name.EndsWith(CaseSuffix, StringComparison.Ordinal) ? name[..^CaseSuffix.Length] : name;
        string more = rows.Length > 3 ? $"-and-{Figures.Number(rows.Length - 3)}-more" : "";
        return $"{stem}-{string.Join('-', rows.Take(3))}{more}.pcapng";
    }
}
