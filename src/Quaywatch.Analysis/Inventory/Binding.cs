using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Inventory;

/// <summary>Someone on the link said that an IP address is at a MAC address.</summary>
/// <param name="Ip">The IP address.</param>
/// <param name="Mac">The MAC address.</param>
/// <param name="Protocol">The protocol that said so first (`arp`, `nd`, `dhcp` ...).</param>
/// <param name="Seen">The packet that said so first.</param>
internal sealed record Binding(IpAddress Ip, MacAddress Mac, string Protocol, Seen Seen);
