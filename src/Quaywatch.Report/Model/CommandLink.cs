using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>What one commander did to one controller.</summary>
/// <param name="controller">The controller.</param>
sealed class CommandLink(Party controller)
{
    public Party Controller { get; } = controller;

    /// <summary>Acts, reads left out.</summary>
    public long Acts { get; set; }

    /// <summary>Names of its events (stop, download ...) in the order in which they came.</summary>
    public List<string> Events { get; } = [];

    /// <summary>The worst finding that names one of its commands.</summary>
    public FindingCard? Finding { get; private set; }

    /// <summary>Adds a run.</summary>
    public void Add(Command command, FindingCard? finding)
    {
        Acts += command.Operation == Operation.Read ? 0 : command.Count;
        string name = CommandLines.Name(command.Operation);
        if (CommandGroups.IsEvent(command.Operation) && Events.Count < 4 && !Events.Contains(name))
        {
            Events.Add(name);
        }

        if (finding is not null && (Finding is null || finding.Severity < Finding.Severity))
        {
            Finding = finding;
        }
    }
}
