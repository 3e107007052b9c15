using System.Globalization;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>Makes a row of `devices.jsonl` into what the page shows of it.</summary>
static class DeviceLines
{
    const int IdentityRows = 12;
    const int NoteRows = 4;
    const int ServiceRows = 8;
    const int RowOverhead = 900;
    const int IdentityOverhead = 70;

    /// <summary>The line of a device.</summary>
    /// <param name="device">Its row.</param>
    /// <param name="anchor">Its id in the page.</param>
    /// <param name="severalInputs">Whether a packet needs its input's number.</param>
    public static DeviceLine Of(Device device, string anchor, bool severalInputs)
    {
        string title = Shown.Cut(device.Names.Count > 0 ? device.Names[0] : device.Station ?? (device.Ips.Count > 0 ? device.Ips[0] : device.Id));
        string? services = Services(device);
        string? names = Shown.List([.. device.Names.Skip(1)]);
        string addresses = Shown.List(device.Ips) ?? "no IP address";
        string? macs = Shown.List(device.Macs);
        string? place = Place(device);
        string?[] plain = [Shown.Of(device.Vendor), Shown.Of(device.Model), Shown.Of(device.OrderNumber), Versions(device), Shown.Of(device.Serial), Shown.Of(device.Station), Shown.Of(device.Os)];
        List<string> notes = [.. device.Notes.Take(NoteRows).Select(static note => Shown.Cut(note, 300))];
        List<IdentityLine> identity = [.. device.Identity.Take(IdentityRows).Select(row => Identity(row, severalInputs))];
        int weight = RowOverhead + Weigh([title, title, services, names, addresses, macs, place, .. plain, .. notes])
            + identity.Sum(static line => IdentityOverhead + Weigh([line.Field, line.Value, line.By]));
        return new DeviceLine
        {
            Anchor = anchor,
            Id = device.Id,
            Title = title,
            OtherNames = names,
            Addresses = addresses,
            Macs = macs,
            Maker = plain[0],
            Model = plain[1],
            OrderNumber = plain[2],
            Versions = plain[3],
            Serial = plain[4],
            Station = plain[5],
            Os = plain[6],
            Group = DeviceGroups.Of(device.Role),
            Role = RoleNames.Of(device.Role),
            RoleSure = device.Role == Role.Unknown ? "" : Say.Sure(device.RoleConfidence),
            InControl = device.InControl,
            Place = place,
            Services = services,
            Sent = $"{Say.Bytes(device.BytesSent)} in {Say.Count(device.PacketsSent, "packet")}",
            Received = $"{Say.Bytes(device.BytesReceived)} in {Say.Count(device.PacketsReceived, "packet")}",
            Bytes = device.BytesSent + device.BytesReceived,
            Packets = device.PacketsSent + device.PacketsReceived,
            Seen = Say.Period(device.FirstSeen, device.LastSeen),
            Notes = notes,
            Identity = identity,
            MoreIdentity = device.Identity.Count - identity.Count,
            Weight = weight,
        };
    }

    static int Weigh(IEnumerable<string?> texts) => texts.Sum(Shown.Weight);

    static IdentityLine Identity(IdentityRow row, bool severalInputs)
    {
        string packet = row.Packet is { } number ? " " + Say.Packet(row.Input ?? 1, number, severalInputs) : "";
        string by = row.Protocol == "oui" ? "registered prefix of the MAC address" : Shown.Cut(row.Protocol) + packet;
        return new IdentityLine(Shown.Cut(row.Field).Replace('_', ' '), Shown.Cut(row.Value, 160), by, row.Chosen);
    }

    static string? Versions(Device device)
    {
        string firmware = device.Firmware is { } version ? Shown.Cut(version) : "";
        string hardware = device.Hardware is { } made ? $"hardware {Shown.Cut(made)}" : "";
        string both = firmware.Length > 0 && hardware.Length > 0 ? $"{firmware}, {hardware}" : firmware + hardware;
        return Shown.Of(both, 300);
    }

    static string? Place(Device device)
    {
        List<string> parts = [];
        if (device.Crane is { } crane)
        {
            parts.Add("crane " + Shown.Cut(crane));
        }

        if (device.Zone is { } zone)
        {
            parts.Add("zone " + Shown.Cut(zone));
        }

        if (device.Vlans.Count > 0)
        {
            string numbers = string.Join(", ", device.Vlans.Take(6).Select(static vlan => vlan.ToString(CultureInfo.InvariantCulture)));
            parts.Add($"VLAN {numbers}{(device.Vlans.Count > 6 ? " ..." : "")}");
        }

        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    static string? Services(Device device)
    {
        IEnumerable<string> shown = device.Services.Take(ServiceRows).Select(static service =>
        {
            string port = service.Port is { } number ? string.Create(CultureInfo.InvariantCulture, $" {number}") : "";
            string by = service.By switch { KnownBy.Port => " (by port only)", KnownBy.Probe => " (by its form)", _ => "" };
            return $"{Shown.Cut(service.Protocol)}{port}/{Shown.Cut(service.Transport)}{by}";
        });
        string text = string.Join(", ", shown);
        int more = device.Services.Count - ServiceRows;
        return text.Length == 0 ? null : more > 0 ? string.Create(CultureInfo.InvariantCulture, $"{text} and {more:N0} more") : text;
    }
}
