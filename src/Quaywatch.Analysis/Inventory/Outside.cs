using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Inventory;

/// <summary>Which addresses lie outside the site, without a site file: unicast that is neither RFC 1918, 100.64.0.0/10,
/// link-local, loopback, ULA, nor seen on the link. Documentation ranges count as outside. Known at the end of the
/// input.</summary>
/// <param name="onLink">Addresses that someone on the link claimed by ARP, ND, DHCP or DCP.</param>
internal sealed class Outside(IReadOnlySet<IpAddress> onLink)
{
    /// <summary>Whether that end lies outside.</summary>
    public bool Has(End end) => Has(end.Ip);

    /// <summary>Whether that address lies outside.</summary>
    public bool Has(IpAddress ip)
    {
        if (ip.IsUnspecified || ip.IsMulticast || ip.IsBroadcast || ip.IsLoopback || ip.IsLinkLocal || onLink.Contains(ip))
        {
            return false;
        }

        if (!ip.IsV4)
        {
            return ip.High >> 57 != 0xFC >> 1;   // fc00::/7
        }

        uint v4 = ip.V4Value;
        bool isInside = v4 >> 24 is 10 or 0           // 0.0.0.0/8 is "this network", no place outside
            || v4 >> 20 == 0xAC1                      // 172.16.0.0/12
            || v4 >> 16 == 0xC0A8                     // 192.168.0.0/16
            || v4 >> 22 == 0x191;                     // 100.64.0.0/10
        return !isInside && v4 >> 28 != 0xF;          // 240.0.0.0/4 is no unicast
    }
}
