using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Commands;

/// <summary>Who gave how many commands to whom, over the whole input: what the second answer says.</summary>
internal sealed class CommandTotals
{
    /// <summary>Commanders and controllers that are told apart.</summary>
    public const int MostHosts = 10_000;

    readonly HashSet<End> _commanders = [];
    readonly HashSet<End> _controllers = [];
    readonly long[] _operations = new long[(int)Operation.Other + 1];

    /// <summary>Hosts that gave commands.</summary>
    public int Commanders => _commanders.Count;

    /// <summary>Hosts that got commands.</summary>
    public int Controllers => _controllers.Count;

    /// <summary>Commands in all; each item written is one.</summary>
    public long Acts => _operations.Sum();

    /// <summary>Commands by operation, the most frequent first.</summary>
    public IEnumerable<(Operation Operation, long Count)> Operations => _operations
        .Select((count, i) => ((Operation)i, count))
        .Where(entry => entry.count > 0)
        .OrderByDescending(entry => entry.count)
        .ThenBy(entry => entry.Item1);

    /// <summary>Adds a command.</summary>
    public void Add(in Act act, in Moment at)
    {
        _operations[(int)act.Operation]++;
        Add(_commanders, at.Conversation.Sender(act.Commander).ByAddress);
        Add(_controllers, at.Conversation.Receiver(act.Commander).ByAddress);
    }

    static void Add(HashSet<End> hosts, End host)
    {
        if (hosts.Count < MostHosts)
        {
            hosts.Add(host);
        }
    }
}
