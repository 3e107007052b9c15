using Quaywatch.Analysis.Frame;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Inventory;

/// <summary>The devices of a case, and which of them an address on the wire belongs to.</summary>
internal sealed class DeviceTable(IReadOnlyList<Device> rows, IReadOnlyDictionary<End, Device> byHost)
{
    /// <summary>No devices.</summary>
    public static DeviceTable Empty { get; } = new([], new Dictionary<End, Device>());

    /// <summary>All devices in their order in the case.</summary>
    public IReadOnlyList<Device> Rows { get; } = rows;

    /// <summary>The device that an end belongs to; null where it is none (a group, an address that never sent, one beyond the
    /// limit).</summary>
    public Device? Find(End end) => byHost.GetValueOrDefault(end.Host);

    /// <summary>The name for people: the first of the device's names; null where it has none.</summary>
    public string? NameOf(End end) => Find(end) is { Names: [string name, ..] } ? name : null;

    /// <summary>The end as an endpoint of a row.</summary>
    public Endpoint Endpoint(End end) => end.Row() with { Device = Find(end)?.Id, Name = NameOf(end) };
}
