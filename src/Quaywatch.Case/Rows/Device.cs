namespace Quaywatch.Case.Rows;

/// <summary>`devices.jsonl`: one device that was seen. MAC and IP addresses are one device when ARP, ND, DHCP, DCP, LLDP or an
/// EUI-64 address joins them, never by data packets alone once a MAC carries two IP addresses.</summary>
public sealed record Device
{
    /// <summary>Lowest MAC address, else IP address: what other rows call the device.</summary>
    public required string Id { get; init; }

    /// <summary>MAC addresses, lower-case with colons, in order.</summary>
    public IReadOnlyList<string> Macs { get; set; } = [];

    /// <summary>IP addresses, in order.</summary>
    public IReadOnlyList<string> Ips { get; set; } = [];

    /// <summary>Names that it gave itself or that look-ups gave it; the one shown to people first.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>Maker: from what it says of itself, else from the longest registered prefix of its MAC address.</summary>
    public string? Vendor { get; set; }

    /// <summary>Model, in the maker's words.</summary>
    public string? Model { get; set; }

    /// <summary>Order number.</summary>
    public string? OrderNumber { get; set; }

    /// <summary>Hardware version.</summary>
    public string? Hardware { get; set; }

    /// <summary>Firmware version.</summary>
    public string? Firmware { get; set; }

    /// <summary>Serial number.</summary>
    public string? Serial { get; set; }

    /// <summary>Station or plant name set by its engineers.</summary>
    public string? Station { get; set; }

    /// <summary>Operating system.</summary>
    public string? Os { get; set; }

    /// <summary>What it is on the crane or in the network.</summary>
    public Role Role { get; set; } = Role.Unknown;

    /// <summary>How sure the role is, 0 to 1.</summary>
    public double RoleConfidence { get; set => field = double.IsFinite(value) ? value : 0; }

    /// <summary>Whether it takes part in control: in a zone of level 0 to 2; without a site file, parsed as the responder of a
    /// control protocol, or a PROFINET device.</summary>
    public bool InControl { get; set; }

    /// <summary>Zone, from the site file.</summary>
    public string? Zone { get; set; }

    /// <summary>Crane, from the site file.</summary>
    public string? Crane { get; set; }

    /// <summary>VLANs in which it was seen, in order.</summary>
    public IReadOnlyList<int> Vlans { get; set; } = [];

    /// <summary>First packet from or to it.</summary>
    public Timestamp? FirstSeen { get; set; }

    /// <summary>Last packet from or to it.</summary>
    public Timestamp? LastSeen { get; set; }

    /// <summary>Packets sent.</summary>
    public long PacketsSent { get; set; }

    /// <summary>Packets received.</summary>
    public long PacketsReceived { get; set; }

    /// <summary>Bytes sent, as on the wire.</summary>
    public long BytesSent { get; set; }

    /// <summary>Bytes received, as on the wire.</summary>
    public long BytesReceived { get; set; }

    /// <summary>What it offers to others.</summary>
    public IReadOnlyList<ServiceRow> Services { get; set; } = [];

    /// <summary>What said what about it, with the packet, and which of it was chosen for the keys above.</summary>
    public IReadOnlyList<IdentityRow> Identity { get; set; } = [];

    /// <summary>What a person should know: a shared redundancy address, a conflict, a guess.</summary>
    public IReadOnlyList<string> Notes { get; set; } = [];
}
