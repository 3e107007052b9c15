using System.Globalization;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Inventory;

/// <summary>MAC addresses that a group of routers shares: they belong to no device and stand in its notes. Sources: RFC 5798
/// section 7.3 (VRRP), RFC 2281 section 5.3 (HSRP), Cisco's HSRP version 2 and GLBP configuration guides.</summary>
internal static class RedundancyAddresses
{
    static readonly (long Prefix, int GroupBits, string Name)[] Ranges =
    [
        (0x00_00_5E_00_01, 8, "VRRP"),
        (0x00_00_5E_00_02, 8, "VRRP for IPv6"),
        (0x00_00_0C_07_AC, 8, "HSRP"),
        (0x00_00_0C_9F_F, 12, "HSRP version 2"),
        (0x00_05_73_A0_0, 12, "HSRP for IPv6"),
        (0x00_07_B4_00, 16, "GLBP"),
    ];

    /// <summary>Whose address it is, in words; null for an ordinary address.</summary>
    public static string? NameOf(MacAddress mac)
    {
        foreach ((long prefix, int bits, string name) in Ranges)
        {
            if (mac.Value >> bits == prefix)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{name} group {mac.Value & ((1L << bits) - 1)}");
            }
        }

        return null;
    }
}
