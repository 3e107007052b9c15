using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;
using OriginatorBy = Quaywatch.Observations.OriginatorBy;

namespace Quaywatch.Analysis.Conversations;

/// <summary>The words of conversations.jsonl for what the observations say in enumerations, and what is known of protocols by
/// their names.</summary>
internal static class ConversationNames
{
    // All of them are readable on the wire, whatever they carry; those that may go either way (OPC UA, SMB, LDAP) are in neither.
    static readonly HashSet<string> Clear =
    [
        "s7comm", "modbus", "profinet-dcp", "profinet-rt", "profinet-cm", "profinet-ptcp", "mrp", "cip-io", "goose", "sv", "ethercat",
        "umas", "fins", "slmp", "srtp", "egd", "iec104", "dns", "mdns", "llmnr", "nbns", "dhcp", "dhcpv6", "arp", "nd", "icmp", "icmpv6",
        "igmp", "lldp", "cdp", "stp", "vrrp", "hsrp", "ntp", "ptp", "syslog", "http", "ftp", "ftp-data", "tftp", "telnet", "stun",
    ];

    static readonly HashSet<string> Encrypted = ["tls", "quic", "ssh", "openvpn", "wireguard", "esp"];

    /// <summary>The word for a transport.</summary>
    public static string Of(Transport transport) => transport switch
    {
        Transport.Ethernet => "ethernet",
        Transport.Icmp => "icmp",
        Transport.Icmpv6 => "icmpv6",
        Transport.Tcp => "tcp",
        Transport.Udp => "udp",
        Transport.Sctp => "sctp",
        _ => "ip",
    };

    /// <summary>The word for an operation; browse and negotiate are counted here though they are no commands.</summary>
    public static string Of(Operation operation) => operation switch
    {
        Operation.Browse => "browse",
        Operation.Negotiate => "negotiate",
        _ => Words.Of(Rows(operation)),
    };

    /// <summary>The operation of commands.jsonl.</summary>
    public static Case.Rows.Operation Rows(Operation operation) => operation switch
    {
        Operation.Read or Operation.Browse => Case.Rows.Operation.Read,
        Operation.Write => Case.Rows.Operation.Write,
        Operation.Force => Case.Rows.Operation.Force,
        Operation.Start => Case.Rows.Operation.Start,
        Operation.Stop => Case.Rows.Operation.Stop,
        Operation.Mode => Case.Rows.Operation.Mode,
        Operation.Reset => Case.Rows.Operation.Reset,
        Operation.Download => Case.Rows.Operation.Download,
        Operation.Upload => Case.Rows.Operation.Upload,
        Operation.Delete => Case.Rows.Operation.Delete,
        Operation.Activate => Case.Rows.Operation.Activate,
        Operation.Compress => Case.Rows.Operation.Compress,
        Operation.CopyToRom => Case.Rows.Operation.CopyToRom,
        Operation.Firmware => Case.Rows.Operation.Firmware,
        Operation.SetTime => Case.Rows.Operation.SetTime,
        Operation.SetName => Case.Rows.Operation.SetName,
        Operation.SetAddress => Case.Rows.Operation.SetAddress,
        Operation.Signal => Case.Rows.Operation.Signal,
        Operation.Login => Case.Rows.Operation.Login,
        Operation.Logout => Case.Rows.Operation.Logout,
        Operation.Call => Case.Rows.Operation.Call,
        Operation.Jog => Case.Rows.Operation.Jog,
        Operation.Configure => Case.Rows.Operation.Configure,
        Operation.Subscribe => Case.Rows.Operation.Subscribe,
        _ => Case.Rows.Operation.Other,
    };

    /// <summary>How it is known who opened a conversation.</summary>
    public static Case.Rows.OriginatorBy Of(OriginatorBy by) => by switch
    {
        OriginatorBy.Syn => Case.Rows.OriginatorBy.Syn,
        OriginatorBy.Protocol => Case.Rows.OriginatorBy.Protocol,
        _ => Case.Rows.OriginatorBy.Port,
    };

    /// <summary>How it is known what a conversation speaks; null where it is not known.</summary>
    public static KnownBy? Of(RecognisedBy by) => by switch
    {
        RecognisedBy.Parsed => KnownBy.Parsed,
        RecognisedBy.Probe => KnownBy.Probe,
        RecognisedBy.Port => KnownBy.Port,
        _ => null,
    };

    /// <summary>Whether a conversation that spoke these protocols is encrypted. A port proves nothing about that.</summary>
    public static Encryption EncryptionOf(IReadOnlyList<string> protocols, RecognisedBy by)
    {
        if (by is RecognisedBy.Nothing or RecognisedBy.Port || protocols.Count == 0)
        {
            return Encryption.Unknown;
        }

        return protocols.Any(Encrypted.Contains) ? Encryption.Yes : protocols.All(Clear.Contains) ? Encryption.No : Encryption.Unknown;
    }
}
