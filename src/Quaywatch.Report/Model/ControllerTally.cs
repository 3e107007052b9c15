using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>What one controller was told, and by whom.</summary>
/// <param name="party">The controller.</param>
sealed class ControllerTally(Party party)
{
    const int MostCommanders = 64;

    readonly Dictionary<string, long> _commanders = new(StringComparer.Ordinal);

    public Party Party { get; } = party;

    /// <summary>Acts, reads left out.</summary>
    public long Acts { get; private set; }

    /// <summary>Acts that change its state or program.</summary>
    public long Events { get; private set; }

    /// <summary>Those who commanded it, in the order in which they began.</summary>
    public List<Commander> Commanders { get; } = [];

    /// <summary>Those beyond that list.</summary>
    public bool HasMoreCommanders { get; private set; }

    /// <summary>The last event.</summary>
    public CommandLine? LastEvent { get; private set; }

    /// <summary>Acts by one commander.</summary>
    public long ActsBy(Commander commander) => _commanders.GetValueOrDefault(commander.Party.Key);

    /// <summary>Counts a run.</summary>
    public void Add(Command command, Commander commander, CommandLine? line)
    {
        if (command.Operation == Operation.Read)
        {
            return;
        }

        Acts += command.Count;
        if (CommandGroups.IsEvent(command.Operation))
        {
            Events += command.Count;
            LastEvent = line ?? LastEvent;
        }

        if (_commanders.TryGetValue(commander.Party.Key, out long acts) || _commanders.Count < MostCommanders)
        {
            if (acts == 0)
            {
                Commanders.Add(commander);
            }

            _commanders[commander.Party.Key] = acts + command.Count;
        }
        else
        {
            HasMoreCommanders = true;
        }
    }
}
