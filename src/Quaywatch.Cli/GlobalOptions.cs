using System.CommandLine;
using Quaywatch.Cli.Terminals;

namespace Quaywatch.Cli;

/// <summary>The options that every command has.</summary>
sealed class GlobalOptions
{
    readonly Option<bool> _quiet = new("--quiet") { Description = "No progress and no hints; warnings and errors stay", Recursive = true };
    readonly Option<bool> _verbose = new("--verbose") { Description = "Say more about what is done", Recursive = true };
    readonly Option<bool> _noColor = new("--no-color") { Description = "No colours (so does the variable NO_COLOR)", Recursive = true };
    readonly Option<string> _log = new("--log") { Description = "Write a log with all details to FILE", HelpName = "FILE", Recursive = true };

    /// <summary>Adds them to the root, and so to every command.</summary>
    public void AddTo(Command root)
    {
        root.Options.Add(_quiet);
        root.Options.Add(_verbose);
        root.Options.Add(_noColor);
        root.Options.Add(_log);
    }

    /// <summary>Lets the terminal follow them.</summary>
    public void Apply(ParseResult parsed, Terminal terminal)
    {
        terminal.Quiet = parsed.GetValue(_quiet);
        terminal.Verbose = parsed.GetValue(_verbose);
        terminal.Colour &= !parsed.GetValue(_noColor);
        if (parsed.GetValue(_log) is { Length: > 0 } path)
        {
            terminal.Log = RunLog.Open(path);
        }
    }
}
