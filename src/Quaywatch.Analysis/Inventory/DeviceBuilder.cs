using System.Globalization;
using Quaywatch.Analysis.Frame;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Inventory;

/// <summary>Makes the rows of devices.jsonl from what was seen of each pair of addresses.</summary>
/// <param name="joins">Which addresses are one device.</param>
/// <param name="bindings">What was said on the link.</param>
/// <param name="named">Names that look-ups gave to IP addresses.</param>
/// <param name="makers">The registry of MAC address prefixes; null where none was loaded.</param>
internal sealed class DeviceBuilder(Joins joins, IReadOnlyList<Binding> bindings, BoundedTable<IpAddress, Sighting> named, IMakers? makers)
{
    // From this many on, one MAC address that answers ARP for them is more likely a proxy or NAT than one host.
    const int ManyClaimedAddresses = 4;

    static readonly string[] KeyFields = ["vendor", "model", "order_number", "hardware", "firmware", "serial", "station", "os"];

    readonly ILookup<MacAddress, Binding> _byMac = bindings.ToLookup(binding => binding.Mac);
    readonly ILookup<IpAddress, Binding> _byIp = bindings.ToLookup(binding => binding.Ip);

    /// <summary>The devices, by IP address (those without one last), then MAC address.</summary>
    public DeviceTable Build(IReadOnlyList<Sighting> sightings)
    {
        ArgumentNullException.ThrowIfNull(sightings);
        Dictionary<End, DeviceFacts> facts = [];
        List<DeviceFacts> inOrder = [];
        foreach (Sighting sighting in sightings)
        {
            End key = joins.DeviceOf(sighting.Host);
            if (!key.IsNone)
            {
                Facts(key).Own.Add(sighting);
            }

            End carrier = joins.DeviceOf(new End(sighting.Host.Mac, default));
            if (!carrier.IsNone && carrier != key)
            {
                Facts(carrier).Forwarded.Add(sighting);
            }
        }

        List<(List<IpAddress> Ips, MacAddress Mac, Device Row)> rows = [];
        Dictionary<End, Device> byHost = [];
        foreach (DeviceFacts device in inOrder)
        {
            if (!device.Own.Any(own => own.IsThere) && !device.Forwarded.Any(far => far.PacketsSent > 0) && !_byMac.Contains(device.Key.Mac))
            {
                continue;
            }

            List<IpAddress> ips = device.Key.Mac.IsNone ? [device.Key.Ip] : [.. joins.IpsOf(device.Key.Mac).Order()];
            Device row = Row(device, ips);
            rows.Add((ips, device.Key.Mac, row));
            byHost[device.Key] = row;
            foreach (Sighting own in device.Own)
            {
                byHost[own.Host] = row;
            }
        }

        // An IP address alone, as a rule may name it, is its first owner's.
        foreach (IpAddress ip in rows.SelectMany(row => row.Ips))
        {
            if (byHost.TryGetValue(joins.DeviceOf(new End(default, ip)), out Device? owner))
            {
                byHost.TryAdd(new End(default, ip), owner);
            }
        }

        return new DeviceTable(
            [.. rows.OrderBy(row => row.Ips.Count == 0).ThenBy(row => row.Ips.FirstOrDefault()).ThenBy(row => row.Mac).Select(row => row.Row)], byHost);

        DeviceFacts Facts(End key)
        {
            if (!facts.TryGetValue(key, out DeviceFacts? device))
            {
                facts.Add(key, device = new DeviceFacts(key));
                inOrder.Add(device);
            }

            return device;
        }
    }

    Device Row(DeviceFacts device, List<IpAddress> ips)
    {
        List<Sighting> seen = [.. device.Own, .. device.Forwarded];
        List<ServiceRow> services = Services(device.Own);
        List<Claim> claims = Claims(device, ips);
        Dictionary<string, Claim> chosen = Choose(claims);
        Behaviour behaviour = new();
        foreach (Sighting own in device.Own)
        {
            behaviour.Add(own.Behaviour);
        }

        int far = device.Key.Mac.IsNone ? 0 : joins.FarOf(device.Key.Mac);
        (Role role, double confidence, string? why) = RoleRules.Of(chosen.GetValueOrDefault("role"), services, behaviour, far);
        string? Value(string field) => chosen.GetValueOrDefault(field)?.Value;
        return new Device
        {
            Id = device.Key.Text,
            Macs = device.Key.Mac.IsNone ? [] : [device.Key.Mac.ToString()],
            Ips = [.. ips.Select(ip => ip.ToString())],
            Names = Names(claims),
            Vendor = Value("vendor"),
            Model = Value("model"),
            OrderNumber = Value("order_number"),
            Hardware = Value("hardware"),
            Firmware = Value("firmware"),
            Serial = Value("serial"),
            Station = Value("station"),
            Os = Value("os"),
            Role = role,
            RoleConfidence = confidence,
            InControl = device.Own.Any(own => own.ServesControl),
            Vlans = [.. seen.SelectMany(sighting => sighting.Vlans).Distinct().Order()],
            FirstSeen = seen.Min(sighting => sighting.First) is < long.MaxValue and long first ? Timestamp.FromNanoseconds(first) : null,
            LastSeen = seen.Max(sighting => sighting.Last) is > long.MinValue and long last ? Timestamp.FromNanoseconds(last) : null,
            PacketsSent = device.Own.Sum(own => own.PacketsSent),
            PacketsReceived = device.Own.Sum(own => own.PacketsReceived),
            BytesSent = device.Own.Sum(own => own.BytesSent),
            BytesReceived = device.Own.Sum(own => own.BytesReceived),
            Services = services,
            Identity = [.. claims.Select(claim => claim.Row(IsChosen(claim, chosen)))],
            Notes = Notes(device, ips, claims, chosen, far, why),
        };
    }

    static List<ServiceRow> Services(List<Sighting> own)
    {
        Sighting all = new(default);
        foreach (ServiceRow service in own.SelectMany(sighting => sighting.Services))
        {
            all.AddService(service);
        }

        return [.. all.Services
            .OrderBy(service => service.Transport, StringComparer.Ordinal)
            .ThenBy(service => service.Port ?? -1)
            .ThenBy(service => service.Protocol, StringComparer.Ordinal)];
    }

    // In the order of the fields, best claim first.
    List<Claim> Claims(DeviceFacts device, List<IpAddress> ips)
    {
        Dictionary<(string Field, string Value, string Protocol), Claim> all = [];
        IEnumerable<Claim> said = device.Own.SelectMany(own => own.Claims)
            .Concat(ips.SelectMany(ip => named.TryGet(ip, out Sighting? names) ? names.Claims : []));
        foreach (Claim claim in said)
        {
            (string, string, string) key = (claim.Field, claim.Value, claim.Protocol);
            if (all.TryGetValue(key, out Claim? known))
            {
                known.LastSaid = Math.Max(known.LastSaid, claim.LastSaid);
            }
            else
            {
                all.Add(key, claim with { });
            }
        }

        foreach (Claim order in all.Values.Where(claim => claim.Field == "order_number").ToList())
        {
            if (OrderNumbers.Find(order.Value) is var (vendor, role))
            {
                all.TryAdd(("vendor", vendor, "order-number"), new Claim("vendor", vendor, "order-number", order.Seen) { LastSaid = order.LastSaid });
                if (role != Role.Unknown)
                {
                    all.TryAdd(("role", Words.Of(role), "order-number"), new Claim("role", Words.Of(role), "order-number", order.Seen) { LastSaid = order.LastSaid });
                }
            }
        }

        if (!device.Key.Mac.IsNone)
        {
            // The registry has names with a comma at their end, from which an address was cut.
            if (makers?.Find(device.Key.Mac)?.TrimEnd(',', ' ') is { Length: > 0 } maker)
            {
                all.TryAdd(("vendor", maker, "oui"), new Claim("vendor", maker, "oui", null));
            }

            foreach (Binding binding in _byMac[device.Key.Mac])
            {
                all.TryAdd(("ip", binding.Ip.ToString(), binding.Protocol), new Claim("ip", binding.Ip.ToString(), binding.Protocol, binding.Seen));
            }
        }

        return [.. all.Values
            .OrderBy(claim => claim.Field, StringComparer.Ordinal)
            .ThenBy(claim => claim, Comparer<Claim>.Create(Precedence.Compare))
            .ThenBy(claim => claim.Protocol, StringComparer.Ordinal)];
    }

    static Dictionary<string, Claim> Choose(List<Claim> claims)
    {
        Dictionary<string, Claim> chosen = new(StringComparer.Ordinal);
        foreach (Claim claim in claims)   // the best of each field comes first
        {
            chosen.TryAdd(claim.Field, claim);
        }

        return chosen;
    }

    // A device has one maker but several names and addresses.
    static bool IsChosen(Claim claim, Dictionary<string, Claim> chosen) =>
        claim.Field is "name" or "ip" || chosen[claim.Field].Value == claim.Value;

    static string[] Names(List<Claim> claims) =>
        [.. claims.Where(claim => claim.Field is "name" or "station")
            .OrderBy(claim => claim, Comparer<Claim>.Create(Precedence.Compare))
            .Select(claim => claim.Value)
            .Distinct(StringComparer.Ordinal)];

    List<string> Notes(DeviceFacts device, List<IpAddress> ips, List<Claim> claims, Dictionary<string, Claim> chosen, int far, string? why)
    {
        List<string> notes = [];
        if (why is not null)
        {
            notes.Add(why);
        }

        foreach (IpAddress ip in ips)
        {
            foreach (Binding binding in _byIp[ip].Where(binding => binding.Mac != device.Key.Mac))
            {
                notes.Add(RedundancyAddresses.NameOf(binding.Mac) is { } group
                    ? $"{ip} is also at {binding.Mac}, the address of {group}"
                    : $"{ip} is also claimed by {binding.Mac} ({binding.Protocol})");
            }
        }

        if (_byMac[device.Key.Mac].Count(binding => binding.Ip.IsV4) >= ManyClaimedAddresses)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"answers ARP for {_byMac[device.Key.Mac].Count(binding => binding.Ip.IsV4)} addresses: proxy ARP or NAT may hide several devices"));
        }

        if (far == 1)
        {
            notes.Add("carries an IP address that is said to be at another MAC address");
        }

        if (device.Own.Count > 0 && device.Own.All(own => own.PacketsSent == 0))
        {
            notes.Add("never seen sending: known from what others sent to it");
        }

        foreach (string field in KeyFields)
        {
            if (chosen.TryGetValue(field, out Claim? best)
                && claims.FirstOrDefault(claim => claim.Field == field && claim.Value != best.Value && claim.Protocol != "oui") is { } other)
            {
                notes.Add($"{field}: {best.Protocol} says '{best.Value}', {other.Protocol} says '{other.Value}'; taken: {Precedence.Reason(field, best.Protocol)}");
            }
        }

        return notes;
    }
}
