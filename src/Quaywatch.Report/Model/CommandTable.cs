using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>The commands: who gave them, of which kind, and the runs that the page shows.</summary>
sealed class CommandTable
{
    const int MostCandidates = 20_000;
    const int FirstOfOneKind = 3;

    readonly Dictionary<string, Commander> _commanders = new(StringComparer.Ordinal);
    readonly Dictionary<string, ControllerTally> _controllers = new(StringComparer.Ordinal);
    int _candidates;

    CommandTable()
    {
    }

    /// <summary>Runs in the case.</summary>
    public long Runs { get; private set; }

    /// <summary>Acts, reads left out.</summary>
    public long Acts { get; private set; }

    /// <summary>Runs that the page shows.</summary>
    public long RunsShown { get; private set; }

    /// <summary>Number of those who gave commands.</summary>
    public long CommanderCount { get; private set; }

    /// <summary>The commanders that the page shows, those of findings first.</summary>
    public IReadOnlyList<Commander> Commanders { get; private set; } = [];

    /// <summary>Kinds of operations that occur, in order.</summary>
    public IReadOnlyList<CommandGroup> Groups { get; private set; } = [];

    /// <summary>Runs whose commander was one too many to be counted by itself.</summary>
    public long Uncounted { get; private set; }

    /// <summary>What a controller was told; null for nothing.</summary>
    public ControllerTally? Of(string deviceId) => _controllers.GetValueOrDefault(deviceId);

    /// <summary>Those who were commanded.</summary>
    public IEnumerable<ControllerTally> Controllers => _controllers.Values.OrderBy(static tally => tally.Party.Key, StringComparer.Ordinal);

    /// <summary>Reads the commands.</summary>
    /// <exception cref="CaseFormatException">The case is damaged.</exception>
    public static CommandTable Read(CaseReader @case, Parties parties, Anchors anchors, FindingTable findings, TimelineBins timeline)
    {
        CommandTable table = new();
        bool severalInputs = @case.Manifest.Inputs.Count > 1;
        Dictionary<string, List<FindingCard>> named = Named(findings);
        foreach (Command command in @case.Commands())
        {
            table.Runs++;
            Party commander = parties.Of(command.Commander);
            Party controller = parties.Of(command.Controller);
            List<FindingCard>? cards = named.GetValueOrDefault(command.Id);
            foreach (FindingCard card in cards ?? [])
            {
                card.Judge(command.Verdict, Text.Shown.Of(command.VerdictBy, 160), command.Count);
            }

            timeline.Add(command, commander, controller, cards?[0]);
            table.Add(command, commander, controller, cards, severalInputs);
        }

        table.Choose(anchors);
        return table;
    }

    static Dictionary<string, List<FindingCard>> Named(FindingTable findings)
    {
        Dictionary<string, List<FindingCard>> named = new(StringComparer.Ordinal);
        foreach (FindingCard card in findings.Cards)
        {
            foreach (string id in card.CommandIds)
            {
                if (!named.TryGetValue(id, out List<FindingCard>? cards))
                {
                    named[id] = cards = [];
                }

                cards.Add(card);
            }
        }

        return named;
    }

    void Add(Command command, Party commanderParty, Party controllerParty, List<FindingCard>? cards, bool severalInputs)
    {
        Acts += command.Operation == Operation.Read ? 0 : command.Count;
        if (!_commanders.TryGetValue(commanderParty.Key, out Commander? commander))
        {
            if (_commanders.Count >= Limits.Tallied)
            {
                Uncounted++;
                return;
            }

            _commanders[commanderParty.Key] = commander = new Commander(commanderParty);
        }

        commander.Add(command, controllerParty, cards?[0]);
        CommandLine? line = null;
        if (cards is not null || (_candidates < MostCandidates && commander.MayKeep(CommandGroups.Of(command.Operation))))
        {
            line = CommandLines.Of(command, commanderParty, controllerParty, severalInputs);
            line.Finding = cards?[0];
            commander.Lines.Add(line);
            _candidates++;
            foreach (FindingCard card in cards ?? [])
            {
                card.Commands.Add(line);
            }
        }

        if (!_controllers.TryGetValue(controllerParty.Key, out ControllerTally? controller) && _controllers.Count < Limits.Tallied)
        {
            _controllers[controllerParty.Key] = controller = new ControllerTally(controllerParty);
        }

        controller?.Add(command, commander, line);
    }

    void Choose(Anchors anchors)
    {
        CommanderCount = _commanders.Values.LongCount(static commander => commander.Acts > 0);
        Commanders =
        [
            .. _commanders.Values
                .OrderBy(static commander => commander.Finding?.Severity ?? (Severity)int.MaxValue)
                .ThenByDescending(static commander => commander.CountOf(Verdict.Unauthorised))
                .ThenByDescending(static commander => commander.Acts)
                .ThenBy(static commander => commander.Party.Key, StringComparer.Ordinal)
                .Take(Limits.Commanders),
        ];
        Groups = [.. CommandGroups.All.Where(group => _commanders.Values.Any(commander => commander.CountOf(group) > 0))];
        RowBudget budget = new(Limits.Commands);
        HashSet<CommandLine> chosen = [];
        for (int i = 0; i < Commanders.Count; i++)
        {
            Commanders[i].Anchor = anchors.Take(FormattableString.Invariant($"by-{i + 1}"));
            foreach (IGrouping<CommandGroup, CommandLine> kind in Commanders[i].Lines.GroupBy(static line => CommandGroups.Of(line.Operation)))
            {
                chosen.UnionWith(kind.Where(static (line, index) => line.Finding is not null || index < FirstOfOneKind).Where(line => budget.TryTake(line.Weight)));
            }
        }

        foreach (Commander commander in Commanders)
        {
            chosen.UnionWith(commander.Lines.Where(line => !chosen.Contains(line) && budget.TryTake(line.Weight)));
            commander.Lines.RemoveAll(line => !chosen.Contains(line));
            foreach (CommandLine line in commander.Lines)
            {
                line.Anchor = anchors.TryTake(line.Id, 'C');
            }

            RunsShown += commander.Lines.Count;
        }
    }
}
