using System.Globalization;

namespace Quaywatch.Wire.Link;

/// <summary>Names of link types.</summary>
public static class LinkTypes
{
    /// <summary>The name that stands in a case; <c>linktype-147</c> for one that is not decoded.</summary>
    public static string NameOf(LinkType type) => type switch
    {
        LinkType.Null => "null",
        LinkType.Ethernet => "ethernet",
        LinkType.Raw or LinkType.RawBsd or LinkType.RawOpenBsd => "raw",
        LinkType.Loop => "loop",
        LinkType.LinuxCooked => "linux-sll",
        LinkType.LinuxCooked2 => "linux-sll2",
        LinkType.Ipv4 => "ipv4",
        LinkType.Ipv6 => "ipv6",
        _ => string.Create(CultureInfo.InvariantCulture, $"linktype-{(int)type}"),
    };
}
