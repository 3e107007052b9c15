using Quaywatch.Case.Rows;
using Quaywatch.Report.Model;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Drawing;

/// <summary>Decides what has a box of its own in the map: those who command, the controllers, and all others by group; and which
/// box a device is in.</summary>
sealed class MapBoxes
{
    const string MoreCommanders = "*commanders";
    const string MoreControllers = "*controllers";

    readonly Dictionary<string, MapBox> _byKey = new(StringComparer.Ordinal);
    readonly Dictionary<DeviceGroup, MapBox> _groups = [];

    MapBoxes()
    {
    }

    public List<MapBox> Commanders { get; } = [];

    public List<MapBox> Controllers { get; } = [];

    public List<MapBox> Others { get; } = [];

    /// <summary>Chooses the boxes.</summary>
    /// <param name="model">The case.</param>
    /// <param name="room">Boxes that a tier has room for.</param>
    public static MapBoxes Of(ReportModel model, int room)
    {
        MapBoxes boxes = new();
        Dictionary<DeviceGroup, long> rest = DeviceGroups.All.ToDictionary(static group => group, model.Devices.CountOf);
        boxes.AddControllers(model, room, rest);
        boxes.AddCommanders(model, room, rest);
        boxes.AddOthers(model, room, rest);
        return boxes;
    }

    /// <summary>The box that a device is in; null when it is none of the devices of the case.</summary>
    public MapBox? Of(Party party) => _byKey.GetValueOrDefault(party.Key) ?? _groups.GetValueOrDefault(party.Group);

    void AddControllers(ReportModel model, int room, Dictionary<DeviceGroup, long> rest)
    {
        IReadOnlyList<ControllerCard> cards = model.Controllers.Cards;
        int shown = model.Controllers.Total > room ? room - 1 : (int)Math.Min(room, cards.Count);
        foreach (ControllerCard card in cards.Take(shown))
        {
            Severity? severity = card.Findings.Count > 0 ? card.Findings[0].Severity : null;
            Controllers.Add(Add(card.Party, card.Device?.Model ?? card.Device?.Maker, severity));
            rest[card.Party.Group]--;
        }

        long more = model.Controllers.Total - Controllers.Count;
        if (more <= 0)
        {
            return;
        }

        // The controllers that have no box share one; those that are no devices of that role stay with their groups.
        MapBox box = new() { Title = $"{Say.Number(more)} more", Under = ["controllers"], Full = $"{Say.Count(more, "more controller")}", Anchor = Chapters.Controllers, IsGroup = true };
        Controllers.Add(box);
        _byKey[MoreControllers] = box;
        _groups[DeviceGroup.Controllers] = box;
        rest[DeviceGroup.Controllers] = 0;
    }

    void AddCommanders(ReportModel model, int room, Dictionary<DeviceGroup, long> rest)
    {
        List<Commander> acting = [.. model.Commands.Commanders.Where(commander => commander.Acts > 0 && !_byKey.ContainsKey(commander.Party.Key))];
        long total = acting.Count + Math.Max(0, model.Commands.CommanderCount - model.Commands.Commanders.Count(static commander => commander.Acts > 0));
        int shown = total > room ? room - 1 : acting.Count;
        foreach (Commander commander in acting.Take(shown))
        {
            Commanders.Add(Add(commander.Party, $"gave {Say.Number(commander.Acts)}", commander.Finding?.Severity));
            if (model.Parties.Find(commander.Party.Key) is not null)
            {
                rest[commander.Party.Group]--;
            }
        }

        if (total > shown)
        {
            MapBox box = new() { Title = $"{Say.Number(total - shown)} more", Under = ["gave commands"], Full = $"{Say.Number(total - shown)} more gave commands", Anchor = Chapters.Authority, IsGroup = true };
            Commanders.Add(box);
            _byKey[MoreCommanders] = box;
            foreach (Commander commander in acting.Skip(shown))
            {
                _byKey[commander.Party.Key] = box;
                if (model.Parties.Find(commander.Party.Key) is not null && commander.Party.Group != DeviceGroup.Controllers)
                {
                    rest[commander.Party.Group]--;
                }
            }
        }
    }

    // Groups that find no room share the last box.
    void AddOthers(ReportModel model, int room, Dictionary<DeviceGroup, long> rest)
    {
        List<DeviceGroup> groups = [.. DeviceGroups.All.Where(group => rest[group] > 0)];
        int shown = groups.Count > room ? room - 1 : groups.Count;
        foreach (DeviceGroup group in groups.Take(shown))
        {
            string other = rest[group] < model.Devices.CountOf(group) ? "other " : "";
            string name = other + DeviceGroups.Name(group, rest[group]);
            string number = Say.Number(rest[group]);
            MapBox box = new() { Title = number, Under = [name], Full = $"{number} {name}", Anchor = DeviceGroups.Anchor(group), IsGroup = true };
            _groups[group] = box;
            Others.Add(box);
        }

        if (groups.Count > shown)
        {
            string number = Say.Number(groups.Skip(shown).Sum(group => rest[group]));
            MapBox box = new() { Title = number, Under = ["others"], Full = $"{number} others", Anchor = Chapters.Devices, IsGroup = true };
            groups.Skip(shown).ToList().ForEach(group => _groups[group] = box);
            Others.Add(box);
        }
    }

    MapBox Add(Party party, string? under, Severity? severity)
    {
        string? address = party.Name is null || party.Name == party.Address ? null : party.Address;
        MapBox box = new() { Title = party.Short, Under = [.. ((string?[])[address, under]).OfType<string>()], Full = $"{party.Label} {under}", Anchor = party.Anchor, Severity = severity };
        _byKey[party.Key] = box;
        return box;
    }
}
