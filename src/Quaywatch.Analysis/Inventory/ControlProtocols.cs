namespace Quaywatch.Analysis.Inventory;

/// <summary>The protocols in which controllers, drives and I/O are commanded, by their names in interface.md. Who answers in one
/// that was decoded is in control.</summary>
internal static class ControlProtocols
{
    static readonly HashSet<string> Names =
    [
        "s7comm", "s7comm-plus", "modbus", "profinet-dcp", "profinet-rt", "profinet-cm", "ethernet-ip", "cip", "cip-io", "opcua", "mms",
        "goose", "sv", "ads", "ethercat", "codesys", "umas", "tristation", "iec104", "dnp3", "bacnet", "fins", "slmp", "srtp", "egd",
        "hart-ip", "knx",
    ];

    /// <summary>Whether controllers speak it.</summary>
    public static bool Has(string? protocol) => protocol is not null && Names.Contains(protocol);
}
