using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>Knows the devices of the case by their ids, while other rows that name them are read.</summary>
sealed class Parties
{
    readonly Dictionary<string, Party> _devices = new(StringComparer.Ordinal);

    /// <summary>Devices that were too many to be known by name.</summary>
    public long Forgotten { get; private set; }

    /// <summary>Remembers a device.</summary>
    /// <param name="device">Its row.</param>
    public void Add(Device device)
    {
        if (_devices.Count >= Limits.KnownDevices || device.Id.Length > Shown.Name)
        {
            Forgotten++;
            return;
        }

        string address = device.Ips.Count > 0 ? device.Ips[0] : device.Id;
        string? name = device.Names.Count > 0 ? device.Names[0] : device.Station;
        _devices.TryAdd(device.Id, new Party(device.Id, Shown.Of(name), Shown.Cut(address), null, DeviceGroups.Of(device.Role)));
    }

    /// <summary>Tells the row in which the page shows a device.</summary>
    public void Place(string id, string anchor)
    {
        if (_devices.TryGetValue(id, out Party party))
        {
            _devices[id] = party with { Anchor = anchor };
        }
    }

    /// <summary>The device of an id; null when it is not known.</summary>
    public Party? Find(string? id) => id is not null && _devices.TryGetValue(id, out Party party) ? party : null;

    /// <summary>One end of a conversation, an act, a session.</summary>
    public Party Of(Endpoint? end)
    {
        if (end is null)
        {
            return new Party("", null, "unknown", null, DeviceGroup.NotIdentified);
        }

        Party? known = Find(end.Device);
        string key = known?.Key ?? Shown.Cut(end.Device ?? end.Ip ?? end.Mac ?? end.Name ?? "");
        string address = Shown.Of(end.Ip) ?? known?.Address ?? Shown.Of(end.Mac) ?? Shown.Of(end.Device) ?? "unknown";
        return new Party(key, Shown.Of(end.Name) ?? known?.Name, address, known?.Anchor, known?.Group ?? DeviceGroup.NotIdentified);
    }
}
