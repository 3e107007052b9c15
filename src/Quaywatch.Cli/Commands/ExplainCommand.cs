using System.CommandLine;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Text;
using Quaywatch.Cli.Terminals;
using Quaywatch.Cli.Text;
using Quaywatch.Protocols;

namespace Quaywatch.Cli.Commands;

/// <summary><c>explain</c>: the page of a rule or a protocol.</summary>
static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Argument<string> name = new("RULE|PROTOCOL") { Description = "A rule's id or a protocol's name" };
        Command command = new("explain", "Shows the page of a rule or a protocol") { name };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(name)!));
        return command;
    }

    static int Run(Terminal terminal, string name)
    {
        IEnumerable<string> known = RuleCatalogue.Infos.Select(rule => rule.Id).Concat(Registry.All.Select(protocol => protocol.Name));
        if (known.FirstOrDefault(word => string.Equals(word, name, StringComparison.OrdinalIgnoreCase)) is not { } word
            || (RuleCatalogue.Page(word) ?? Registry.Page(word)) is not { } page)
        {
            IReadOnlyList<string> nearest = Nearest.To(name, known);
            string advice = nearest.Count > 0 ? $"did you mean {string.Join(" or ", nearest)}?" : $"there are {string.Join(", ", known)}";
            throw new UsageException($"{Escape.ForTerminal(name)} is no rule or protocol with a page; {advice}");
        }

        PageText.Write(page, terminal.Out, Math.Min(terminal.Width, PageText.Widest));
        return ExitStatus.Done;
    }
}
