using System.Globalization;
using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>A list of packets in one line.</summary>
static class PacketList
{
    /// <summary>`#88120, #88121 and 3 more`; "no packet" for an empty list.</summary>
    public static string Of(IReadOnlyList<Seen> packets, bool severalInputs, int most = 12)
    {
        if (packets.Count == 0)
        {
            return "no packet";
        }

        string shown = string.Join(", ", packets.Take(most).Select(packet => Say.Packet(packet.Input, packet.Packet, severalInputs)));
        return packets.Count <= most ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} and {packets.Count - most:N0} more");
    }
}
