using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>The devices that the page shows, by group, and how many each group has.</summary>
sealed class DeviceTable
{
    readonly SortedDictionary<DeviceGroup, List<DeviceLine>> _lines = [];
    readonly Dictionary<DeviceGroup, long> _counts = [];

    DeviceTable()
    {
    }

    /// <summary>All devices of the case.</summary>
    public long Total { get; private set; }

    /// <summary>Those that take part in control.</summary>
    public long InControl { get; private set; }

    /// <summary>Those that are not shown.</summary>
    public long More { get; private set; }

    /// <summary>The groups that have devices, in order.</summary>
    public IEnumerable<DeviceGroup> Groups => DeviceGroups.All.Where(group => CountOf(group) > 0);

    /// <summary>How many devices a group has.</summary>
    public long CountOf(DeviceGroup group) => _counts.GetValueOrDefault(group);

    /// <summary>The devices of a group that are shown.</summary>
    public IReadOnlyList<DeviceLine> LinesOf(DeviceGroup group) => _lines.TryGetValue(group, out List<DeviceLine>? lines) ? lines : [];

    /// <summary>Reads the devices.</summary>
    /// <exception cref="CaseFormatException">The case is damaged.</exception>
    public static DeviceTable Read(CaseReader @case, Parties parties, Anchors anchors)
    {
        DeviceTable table = new();
        bool severalInputs = @case.Manifest.Inputs.Count > 1;
        foreach (Device device in @case.Devices())
        {
            table.Total++;
            table.InControl += device.InControl ? 1 : 0;
            parties.Add(device);
            DeviceGroup group = DeviceGroups.Of(device.Role);
            table._counts[group] = table.CountOf(group) + 1;
            if (!table._lines.TryGetValue(group, out List<DeviceLine>? lines))
            {
                table._lines[group] = lines = [];
            }

            if (lines.Count < Limits.Devices)
            {
                string anchor = FormattableString.Invariant($"d{table.Total}");
                lines.Add(DeviceLines.Of(device, anchor, severalInputs));
            }
        }

        table.Choose(parties, anchors);
        return table;
    }

    // Groups are in order of interest, so the room goes to the controllers first.
    void Choose(Parties parties, Anchors anchors)
    {
        RowBudget budget = new(Limits.Devices);
        long shown = 0;
        foreach ((DeviceGroup group, List<DeviceLine> lines) in _lines)
        {
            lines.RemoveAll(line => !budget.TryTake(line.Weight));
            anchors.Take(DeviceGroups.Anchor(group));
            foreach (DeviceLine line in lines)
            {
                parties.Place(line.Id, anchors.Take(line.Anchor));
            }

            shown += lines.Count;
        }

        More = Total - shown;
    }
}
