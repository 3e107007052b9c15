using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>The controllers: devices of that role, and any that was commanded. The ones of findings come first.</summary>
sealed class ControllerTable
{
    ControllerTable()
    {
    }

    /// <summary>All of them.</summary>
    public long Total { get; private set; }

    /// <summary>Those shown as cards.</summary>
    public IReadOnlyList<ControllerCard> Cards { get; private set; } = [];

    /// <summary>Finds them.</summary>
    public static ControllerTable Of(ReportModel model)
    {
        Dictionary<string, DeviceLine?> found = new(StringComparer.Ordinal);
        foreach (DeviceLine line in model.Devices.LinesOf(DeviceGroup.Controllers))
        {
            found.TryAdd(line.Id, line);
        }

        foreach (ControllerTally tally in model.Commands.Controllers.Where(static tally => tally.Acts > 0))
        {
            found.TryAdd(tally.Party.Key, null);
        }

        Dictionary<string, DeviceLine> lines = new(StringComparer.Ordinal);
        foreach (DeviceLine line in model.Devices.Groups.SelectMany(model.Devices.LinesOf))
        {
            lines.TryAdd(line.Id, line);
        }

        ILookup<string, Pair> readers = model.Conversations.Pairs.Where(static pair => pair.Reads > 0).ToLookup(static pair => pair.Responder.Key);
        ILookup<string, FindingCard> findings = model.Findings.Cards.ToLookup(static card => card.Target.Key);
        List<ControllerCard> cards =
        [
            .. found.Keys.Select(id => new ControllerCard
            {
                Device = lines.GetValueOrDefault(id),
                Party = model.Parties.Find(id) ?? model.Commands.Of(id)?.Party ?? PartyOf(lines[id]),
                Told = model.Commands.Of(id),
                Readers = [.. readers[id].OrderByDescending(static pair => pair.Reads).Take(8)],
                Findings = [.. findings[id]],
            }),
        ];
        long unlisted = model.Devices.CountOf(DeviceGroup.Controllers) - model.Devices.LinesOf(DeviceGroup.Controllers).Count;
        return new ControllerTable
        {
            Total = found.Count + unlisted,
            Cards =
            [
                .. cards.OrderBy(static card => card.Findings.Count > 0 ? card.Findings[0].Severity : (Severity)int.MaxValue)
                    .ThenByDescending(static card => card.Told?.Acts ?? 0)
                    .ThenBy(static card => card.Party.Key, StringComparer.Ordinal)
                    .Take(Limits.ControllerCards),
            ],
        };
    }

    // A device that is not known by name: its id is absurd, or there were too many.
    static Party PartyOf(DeviceLine line) => new(line.Id, null, line.Title, line.Anchor, line.Group);
}
