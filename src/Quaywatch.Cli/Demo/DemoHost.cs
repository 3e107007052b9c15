using Quaywatch.Observations;

namespace Quaywatch.Cli.Demo;

/// <summary>A host of the demonstration.</summary>
/// <param name="Mac">Its MAC address; the first half is the maker's.</param>
/// <param name="Ip">Its address, of the range for documentation 192.0.2.0/24 (RFC 5737).</param>
sealed record DemoHost(MacAddress Mac, IpAddress Ip)
{
    /// <summary>A host by the last number of its address.</summary>
    /// <param name="maker">The maker's half of the MAC address.</param>
    /// <param name="number">The last number of its IP address, and of its MAC address.</param>
    public static DemoHost Of(long maker, byte number) => new(new MacAddress((maker << 24) | 0x0700 | number), IpAddress.V4(0xC000_0200u | number));
}
