using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>Gathers, while the commands are read, what the timeline draws: the time around the findings, else the whole
/// capture.</summary>
sealed class TimelineBins
{
    /// <summary>Stretches of time.</summary>
    public const int Bins = 240;

    const int MostLanes = 256;
    const int MostEvents = 200;
    const long Second = 1_000_000_000;

    readonly Dictionary<string, TimelineLane> _lanes = new(StringComparer.Ordinal);

    TimelineBins(long start, long end, bool isWhole)
    {
        Start = start;
        End = end;
        IsWhole = isWhole;
    }

    /// <summary>Where it begins, in nanoseconds since 1970.</summary>
    public long Start { get; }

    /// <summary>Where it ends.</summary>
    public long End { get; }

    /// <summary>Whether it shows the whole capture.</summary>
    public bool IsWhole { get; }

    /// <summary>The controllers with the most to show: those of findings, then those with events, then the busiest.</summary>
    public IReadOnlyList<TimelineLane> Best(int most) =>
    [
        .. _lanes.Values
            .OrderByDescending(static lane => lane.HasFinding)
            .ThenByDescending(static lane => lane.Events.Count)
            .ThenByDescending(static lane => lane.Total)
            .ThenBy(static lane => lane.Controller.Key, StringComparer.Ordinal)
            .Take(most),
    ];

    /// <summary>Controllers that were told something in this time.</summary>
    public int Lanes => _lanes.Count;

    /// <summary>Chooses the time.</summary>
    public static TimelineBins Around(FindingTable findings, Timestamp? first, Timestamp? last)
    {
        if (first is not { } captureStart || last is not { } captureEnd)
        {
            return new TimelineBins(0, 0, isWhole: true);
        }

        long start = long.MaxValue;
        long end = long.MinValue;
        foreach (FindingCard card in findings.Cards.Where(static card => card.Severity <= Severity.Medium && card.CommandIds.Count > 0))
        {
            start = Math.Min(start, card.FirstSeen?.Nanoseconds ?? start);
            end = Math.Max(end, card.LastSeen?.Nanoseconds ?? end);
        }

        if (start > end)
        {
            return new TimelineBins(captureStart.Nanoseconds, Math.Max(captureEnd.Nanoseconds, captureStart.Nanoseconds + 1), isWhole: true);
        }

        long pad = Math.Max(60 * Second, (end - start) / 4);
        long from = Math.Max(captureStart.Nanoseconds, start - pad);
        long to = Math.Min(captureEnd.Nanoseconds, end + pad);
        return new TimelineBins(from, Math.Max(to, from + 1), from == captureStart.Nanoseconds && to == captureEnd.Nanoseconds);
    }

    /// <summary>Adds a run of commands.</summary>
    public void Add(Command command, Party commander, Party controller, FindingCard? finding)
    {
        if (command.FirstSeen is not { } first || command.Operation == Operation.Read || End == 0)
        {
            return;
        }

        long last = Math.Max(first.Nanoseconds, command.LastSeen?.Nanoseconds ?? 0);
        if (last < Start || first.Nanoseconds > End)
        {
            return;
        }

        if (!_lanes.TryGetValue(controller.Key, out TimelineLane? lane))
        {
            if (_lanes.Count >= MostLanes)
            {
                return;
            }

            _lanes[controller.Key] = lane = new TimelineLane(controller, Bins);
        }

        bool isEvent = CommandGroups.IsEvent(command.Operation) || finding is not null;
        lane.HasFinding |= finding is not null;
        if (!isEvent)
        {
            lane.Add(BinOf(Math.Max(first.Nanoseconds, Start)), BinOf(Math.Min(last, End)), command.Count);
        }
        else if (lane.Events.Count < MostEvents)
        {
            lane.Events.Add(new TimelineEvent(first, CommandLines.Name(command.Operation), commander, finding, command.Result == Result.Refused, command.Id));
        }
        else
        {
            lane.MoreEvents++;
        }
    }

    int BinOf(long time) => (int)Math.Min(Bins - 1, (long)((time - Start) * (double)Bins / (End - Start)));
}
