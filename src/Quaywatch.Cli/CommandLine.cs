using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Quaywatch.Case.Query;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Text;
using Quaywatch.Case.Writing;
using Quaywatch.Cli.Commands;
using Quaywatch.Cli.Terminals;
using Quaywatch.Cli.Text;
using Quaywatch.Engine.Show;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Cli;

/// <summary>The commands, and what every one of them shares: help with examples, one line for each error, the exit status.</summary>
static class CommandLine
{
    const int HelpWidth = 80;

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit status.</returns>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        GlobalOptions options = new();
        RootCommand root = Build(options, terminal);
        InvocationConfiguration invocation = new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        if (arguments.Count == 0)
        {
            // Nothing was asked for: the help is no result, so it goes to the other stream.
            invocation.Output = terminal.Error;
            root.Parse(["--help"]).Invoke(invocation);
            return ExitStatus.Usage;
        }

        // A name that begins with @ is a name, not a file of further arguments.
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            terminal.Fail(Wrong(parsed));
            return ExitStatus.Usage;
        }

        if (MistakenOption(parsed) is { } mistaken)
        {
            terminal.Fail(Unknown(mistaken, parsed));
            return ExitStatus.Usage;
        }

        try
        {
            options.Apply(parsed, terminal);
            terminal.Log?.Began(Engine.CaseMaker.Version, string.Join(' ', arguments));
            int status = parsed.Invoke(invocation);
            terminal.Log?.Ended(status);
            return status;
        }
        catch (Exception exception) when (StatusOf(exception) is >= 0 and int status)
        {
            Explain(exception, status, terminal);
            return status;
        }
    }

    static RootCommand Build(GlobalOptions options, Terminal terminal)
    {
        RootCommand root = new("Reads captures of port cranes and their networks: what is there, who talks to whom, who gave which command to which controller, and the packets that prove it. It sends nothing.")
        {
            HelpName = "quaywatch",
        };
        root.Subcommands.Add(AnalyzeCommand.Make(terminal));
        root.Subcommands.Add(ReportCommand.Make(terminal));
        root.Subcommands.Add(PacketCommand.Make(terminal));
        root.Subcommands.Add(EvidenceCommand.Make(terminal));
        root.Subcommands.Add(FollowCommand.Make(terminal));
        root.Subcommands.Add(QueryCommand.Make(terminal));
        root.Subcommands.Add(ExplainCommand.Make(terminal));
        root.Subcommands.Add(DemoCommand.Make(terminal));
        options.AddTo(root);
        HelpOption help = root.Options.OfType<HelpOption>().First();
        HelpAction inner = (HelpAction)help.Action!;
        inner.MaxWidth = HelpWidth;
        help.Action = new HelpWithExamples(inner);
        VersionOption version = root.Options.OfType<VersionOption>().First();
        version.Action = new VersionAction();
        return root;
    }

    /// <summary>What is wrong with a command line, in one line, with the nearest right word.</summary>
    static string Wrong(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string help = command is RootCommand ? "quaywatch --help" : $"quaywatch {command.Name} --help";
        if (parsed.UnmatchedTokens.Count > 0)
        {
            return Unknown(parsed.UnmatchedTokens[0], parsed);
        }

        string says = parsed.Errors.Count > 0 ? parsed.Errors[0].Message.TrimEnd('.') : "the command line is wrong";
        return $"{Escape.ForTerminal(InOneLine(says))}; see {help}";
    }

    // The library's own words hold line breaks, tabs and names of .NET types.
    static string InOneLine(string message) => string.Join(' ', message.Split((char[])['\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
        .Replace("as expected type 'System.Int32'", "as a number", StringComparison.Ordinal);

    /// <summary>A word that looks like an option, is none, and was taken for the name of a file; null where there is none.</summary>
    static string? MistakenOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal) && !File.Exists(token.Value))?.Value;

    static string Unknown(string token, ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        IEnumerable<string> known = token.StartsWith('-')
            ? command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(option => option.Name)
            : command.Subcommands.Select(sub => sub.Name);
        string help = command is RootCommand ? "quaywatch --help" : $"quaywatch {command.Name} --help";
        string nearest = Nearest.To(token, known) is [string first, ..] ? $"did you mean {first}?" : $"see {help}";
        return $"{Escape.ForTerminal(token)} is not known here; {nearest}";
    }

    static int StatusOf(Exception exception) => exception switch
    {
        UsageException or QueryException or NotThereException => ExitStatus.Usage,
        CaseFormatException or CaptureFormatException or CaptureChangedException or InputMissingException => ExitStatus.Input,
        CaseOutputException => ExitStatus.Output,
        OperationCanceledException => ExitStatus.Interrupted,
        _ => ExitStatus.Fault,
    };

    /// <summary>One line for a person. The stack goes to the log.</summary>
    static void Explain(Exception exception, int status, Terminal terminal)
    {
        string line = exception switch
        {
            CaptureFormatException or CaptureChangedException => Escape.ForTerminal(exception.Message),
            OperationCanceledException => "interrupted",
            _ when status == ExitStatus.Fault =>
                $"a fault of our own: {exception.GetType().Name}: {Escape.ForTerminal(exception.Message)}; please run it again with --log FILE and report it with that file",
            _ => exception.Message,
        };
        terminal.Log?.Failed(exception, status);
        terminal.Fail(line);
    }

    sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int status = inner.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.Write(Examples.Of(parseResult.CommandResult.Command.Name));
            return status;
        }
    }

    sealed class VersionAction : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"quaywatch {Engine.CaseMaker.Version}");
            return ExitStatus.Done;
        }
    }
}
