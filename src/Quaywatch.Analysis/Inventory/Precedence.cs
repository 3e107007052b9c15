namespace Quaywatch.Analysis.Inventory;

/// <summary>Whose word counts for a device's keys, best first. Of two claims of one rank the one said last wins.</summary>
internal static class Precedence
{
    /// <summary>The rank of a protocol that is in no table.</summary>
    const int Unlisted = 50;

    // Rank and reason. A module that is read through its own controller protocol says what is burnt into it; announcements say
    // what someone configured; look-ups say what others believe; a prefix says who made the network interface only.
    static readonly Dictionary<string, (int Rank, string Reason)> Protocols = new Dictionary<string, (int, string)>
    {
        ["s7comm"] = (10, "module identification (SZL 0x0011, 0x001C) read from the CPU itself"),
        ["s7comm-plus"] = (10, "order number in the session's start, sent by the CPU itself"),
        ["cip"] = (10, "identity object read from the device itself"),
        ["ethernet-ip"] = (10, "list identity answered by the device itself"),
        ["umas"] = (10, "identification read from the controller itself"),
        ["modbus"] = (11, "device identification (function 43/14): a gateway may answer for a device behind it"),
        ["opcua"] = (12, "server's own description: software, not hardware"),
        ["order-number"] = (15, "maker and kind by the form of the order number"),
        ["profinet-dcp"] = (20, "the device's own answer; the station name is set by engineers"),
        ["lldp"] = (22, "announcement of the device, configured"),
        ["cdp"] = (22, "announcement of the device, configured"),
        ["snmp"] = (24, "the agent's own description, configured"),
        ["http"] = (30, "banner of a web server inside the device"),
        ["dhcp"] = (40, "host name that the client asks for"),
        ["mdns"] = (42, "name that the host announces"),
        ["llmnr"] = (42, "name that the host answers to"),
        ["nbns"] = (42, "name that the host registers"),
        ["dns"] = (60, "name that a server gives to the address"),
        ["oui"] = (90, "maker of the network interface, by the registered prefix"),
    };

    // Where a field has another order than its protocols have in general.
    static readonly Dictionary<(string Field, string Protocol), (int Rank, string Reason)> Exceptions =
        new Dictionary<(string, string), (int, string)>
        {
            [("station", "profinet-dcp")] = (5, "the name by which the network addresses the station"),
            [("role", "order-number")] = (5, "the kind of module is in its order number"),
            [("vendor", "order-number")] = (9, "an order number names its maker more surely than a free text"),
        };

    /// <summary>The rank of a claim; lower is better.</summary>
    public static int Of(string field, string protocol) => Entry(field, protocol).Rank;

    /// <summary>Why it has that rank, for people.</summary>
    public static string Reason(string field, string protocol) => Entry(field, protocol).Reason;

    /// <summary>The better of two claims about one field comes first.</summary>
    public static int Compare(Claim left, Claim right)
    {
        int order = Of(left.Field, left.Protocol).CompareTo(Of(right.Field, right.Protocol));
        order = order != 0 ? order : right.LastSaid.CompareTo(left.LastSaid);
        return order != 0 ? order : string.CompareOrdinal(left.Value, right.Value);
    }

    static (int Rank, string Reason) Entry(string field, string protocol) =>
        Exceptions.TryGetValue((field, protocol), out (int Rank, string Reason) entry) || Protocols.TryGetValue(protocol, out entry)
            ? entry
            : (Unlisted, "said by a protocol without a place in the table");
}
