using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Arp;

/// <summary>Builds ARP packets for Ethernet and IPv4, without padding.</summary>
public static class ArpEncoder
{
    /// <summary>Writes one packet and returns its length, <see cref="ArpFrame.Size"/>.</summary>
    /// <param name="to">Where to; at least <see cref="ArpFrame.Size"/> bytes.</param>
    /// <param name="opcode">What is asked or answered.</param>
    /// <param name="senderMac">The sender's MAC address.</param>
    /// <param name="senderIp">The sender's IPv4 address; 0.0.0.0 in a probe.</param>
    /// <param name="targetMac">The target's MAC address; zero in a request.</param>
    /// <param name="targetIp">The target's IPv4 address.</param>
    public static int Write(Span<byte> to, ArpOpcode opcode, MacAddress senderMac, IpAddress senderIp, MacAddress targetMac, IpAddress targetIp)
    {
        BinaryPrimitives.WriteUInt16BigEndian(to, ArpNames.Ethernet);
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], ArpNames.Ipv4);
        to[4] = 6;
        to[5] = 4;
        BinaryPrimitives.WriteUInt16BigEndian(to[6..], (ushort)opcode);
        WriteMac(to[8..], senderMac);
        BinaryPrimitives.WriteUInt32BigEndian(to[14..], senderIp.V4Value);
        WriteMac(to[18..], targetMac);
        BinaryPrimitives.WriteUInt32BigEndian(to[24..], targetIp.V4Value);
        return ArpFrame.Size;
    }

    static void WriteMac(Span<byte> to, MacAddress mac)
    {
        BinaryPrimitives.WriteUInt16BigEndian(to, (ushort)(mac.Value >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(to[2..], (uint)mac.Value);
    }
}
