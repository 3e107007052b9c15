using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>One who gave commands: what, to whom, with which verdicts.</summary>
/// <param name="party">Who.</param>
sealed class Commander(Party party)
{
    const int MostControllers = 64;

    readonly long[] _acts = new long[CommandGroups.All.Count];
    readonly int[] _kept = new int[CommandGroups.All.Count];
    readonly long[] _verdicts = new long[Enum.GetValues<Verdict>().Length];
    readonly Dictionary<string, CommandLink> _links = new(StringComparer.Ordinal);

    public Party Party { get; } = party;

    /// <summary>Its id in the page.</summary>
    public string? Anchor { get; set; }

    /// <summary>Runs, listed reads included.</summary>
    public long Runs { get; private set; }

    /// <summary>Acts, reads left out.</summary>
    public long Acts { get; private set; }

    /// <summary>Candidates to be shown; after the choice, the runs that are.</summary>
    public List<CommandLine> Lines { get; } = [];

    /// <summary>The worst finding about its commands.</summary>
    public FindingCard? Finding { get; private set; }

    /// <summary>What it did to each controller, in the order in which it began.</summary>
    public List<CommandLink> Links { get; } = [];

    /// <summary>Controllers beyond those of <see cref="Links"/> were commanded too.</summary>
    public bool HasMoreControllers { get; private set; }

    /// <summary>Acts of a kind.</summary>
    public long CountOf(CommandGroup group) => _acts[(int)group];

    /// <summary>Acts with a verdict.</summary>
    public long CountOf(Verdict verdict) => _verdicts[(int)verdict];

    /// <summary>Counts a run.</summary>
    public void Add(Command command, Party controller, FindingCard? finding)
    {
        Runs++;
        _acts[(int)CommandGroups.Of(command.Operation)] += command.Count;
        if (command.Operation != Operation.Read)
        {
            Acts += command.Count;
            _verdicts[(int)command.Verdict] += command.Count;
        }

        if (finding is not null && (Finding is null || finding.Severity < Finding.Severity))
        {
            Finding = finding;
        }

        if (!_links.TryGetValue(controller.Key, out CommandLink? link))
        {
            if (_links.Count >= MostControllers)
            {
                HasMoreControllers = true;
                return;
            }

            link = new CommandLink(controller);
            _links.Add(controller.Key, link);
            Links.Add(link);
        }

        link.Add(command, finding);
    }

    /// <summary>Whether another run of a kind may be kept as a candidate.</summary>
    public bool MayKeep(CommandGroup group) => _kept[(int)group] < Limits.CommandsOfOneKind && ++_kept[(int)group] > 0;

    /// <summary>Where the page shows the first of its commands of a kind.</summary>
    public string? AnchorOf(CommandGroup group) =>
        Lines.FirstOrDefault(line => line.Anchor is not null && CommandGroups.Of(line.Operation) == group)?.Anchor ?? Anchor;
}
