using System.Buffers.Binary;
using Quaywatch.Observations;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Network;

/// <summary>Reads IPv4 (RFC 791) and IPv6 (RFC 8200) headers and what follows them.</summary>
public static class IpDecoder
{
    /// <summary>The IPv4 header without options.</summary>
    public const int V4HeaderLength = 20;

    /// <summary>The IPv6 header without extension headers.</summary>
    public const int V6HeaderLength = 40;

    /// <summary>Fills the network and transport part of <paramref name="headers"/> from an IP packet.</summary>
    /// <param name="bytes">The buffer that holds the packet.</param>
    /// <param name="offset">Where the packet begins.</param>
    /// <param name="end">Where the captured bytes end that may belong to it.</param>
    /// <param name="wireEnd">Where they ended on the wire; at least <paramref name="end"/>.</param>
    /// <param name="headers">Its link part stays as it is.</param>
    /// <returns>False where no whole IP header is there: addresses are then unknown.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, int offset, int end, int wireEnd, ref PacketHeaders headers)
    {
        if (offset >= end)
        {
            headers.Faults |= HeaderFaults.Truncated;
            return false;
        }

        int version = bytes[offset] >> 4;
        bool isV4 = version == 4;
        if (!isV4 && version != 6)
        {
            headers.Faults |= HeaderFaults.Malformed;
            return false;
        }

        if (end - offset < (isV4 ? V4HeaderLength : V6HeaderLength))
        {
            headers.Faults |= HeaderFaults.Truncated;
            return false;
        }

        // the version decides, as it does in Wireshark; that the link said the other one is still a fault
        if (headers.EtherType == (isV4 ? EtherTypes.Ipv6 : EtherTypes.Ipv4))
        {
            headers.Faults |= HeaderFaults.Malformed;
        }

        headers.NetworkOffset = offset;
        if (isV4)
        {
            DecodeV4(bytes, offset, end, wireEnd, ref headers);
        }
        else
        {
            DecodeV6(bytes, offset, end, wireEnd, ref headers);
        }

        return true;
    }

    /// <summary>Reads a reassembled packet's transport header, behind the extension headers that were within the fragmented part.
    /// The offsets of the network part still mean the frame, those of the transport part mean the payload.</summary>
    /// <param name="payload">The reassembled bytes behind the IP header (IPv6: behind the fragment header).</param>
    /// <param name="protocol">What the first fragment calls them.</param>
    /// <param name="headers">The headers of any of its fragments; afterwards no fragment's any more, and its faults are those of the
    /// payload alone.</param>
    public static void DecodeReassembled(ReadOnlySpan<byte> payload, byte protocol, ref PacketHeaders headers)
    {
        headers.IsFragment = headers.MoreFragments = false;
        headers.FragmentOffset = 0;
        headers.Faults = HeaderFaults.None;
        headers.IpProtocol = protocol;
        headers.TransportOffset = 0;
        headers.Transport = default;
        DecodePayload(payload, payload.Length, payload.Length, ref headers);
    }

    //  0         1      2              4              6                8     9          10         12       16            20
    // +---------+------+--------------+--------------+----------------+-----+----------+----------+--------+-------------+
    // | version | DSCP | total length | id           | flags, offset  | TTL | protocol | checksum | source | destination |
    // | length  |      |              |              |                |     |          |          |        |             |
    // +---------+------+--------------+--------------+----------------+-----+----------+----------+--------+-------------+
    static void DecodeV4(ReadOnlySpan<byte> bytes, int offset, int end, int wireEnd, ref PacketHeaders headers)
    {
        ReadOnlySpan<byte> header = bytes[offset..end];
        headers.IpVersion = 4;
        headers.HopLimit = header[8];
        headers.IpProtocol = header[9];
        headers.SourceIp = IpAddress.ReadV4(header[12..]);
        headers.DestinationIp = IpAddress.ReadV4(header[16..]);

        // 0: the network card will cut this packet into segments and write the length then
        int headerLength = (header[0] & 0x0F) * 4;
        int stated = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
        headers.IpLength = stated == 0 ? wireEnd - offset : stated;
        if (headerLength < V4HeaderLength || headers.IpLength < headerLength)
        {
            headers.Faults |= HeaderFaults.Malformed;
            NoTransport(end, ref headers);
            return;
        }

        int statedEnd = Bound(offset, headers.IpLength, end, wireEnd, ref headers);
        int fragment = BinaryPrimitives.ReadUInt16BigEndian(header[6..]);
        headers.MoreFragments = (fragment & 0x2000) != 0;
        headers.FragmentOffset = (fragment & 0x1FFF) * 8;
        headers.FragmentId = BinaryPrimitives.ReadUInt16BigEndian(header[4..]);
        headers.IsFragment = headers.MoreFragments || headers.FragmentOffset != 0;
        if (headerLength > headers.NetworkEnd - offset)
        {
            headers.Faults |= HeaderFaults.Truncated;
            NoTransport(headers.NetworkEnd, ref headers);
            headers.Transport.StatedPayloadLength = Math.Max(0, statedEnd - offset - headerLength);
            return;
        }

        if (Checksum.Sum(header[..headerLength]) != Checksum.Intact)
        {
            headers.Faults |= HeaderFaults.IpChecksum;
        }

        headers.TransportOffset = offset + headerLength;
        DecodePayload(bytes, headers.NetworkEnd, statedEnd, ref headers);
    }

    //  0                            4                6             7           8        24            40
    // +----------------------------+----------------+-------------+-----------+--------+-------------+
    // | version, class, flow label | payload length | next header | hop limit | source | destination |
    // +----------------------------+----------------+-------------+-----------+--------+-------------+
    static void DecodeV6(ReadOnlySpan<byte> bytes, int offset, int end, int wireEnd, ref PacketHeaders headers)
    {
        ReadOnlySpan<byte> header = bytes[offset..end];
        headers.IpVersion = 6;
        headers.HopLimit = header[7];
        headers.IpProtocol = header[6];
        headers.SourceIp = IpAddress.ReadV6(header[8..]);
        headers.DestinationIp = IpAddress.ReadV6(header[24..]);
        headers.TransportOffset = offset + V6HeaderLength;

        int stated = BinaryPrimitives.ReadUInt16BigEndian(header[4..]);
        headers.IpLength = V6HeaderLength + stated;
        if (stated == 0)
        {
            headers.IpLength = JumbogramLength(header, wireEnd - offset);
        }

        int statedEnd = Bound(offset, headers.IpLength, end, wireEnd, ref headers);
        DecodePayload(bytes, headers.NetworkEnd, statedEnd, ref headers);
    }

    /// <summary>The length of a packet that states a payload of 0: a jumbogram says it in a hop-by-hop option (RFC 2675), or is on its
    /// way to the network card and says nothing; any other has no payload.</summary>
    static int JumbogramLength(ReadOnlySpan<byte> packet, int wireLength)
    {
        if (packet[6] == IpProtocols.HopByHop
            && ExtensionHeaders.TryReadJumboLength(packet[V6HeaderLength..], out uint jumbo)
            && jumbo is > ushort.MaxValue and <= int.MaxValue - V6HeaderLength)
        {
            return V6HeaderLength + (int)jumbo;
        }

        return wireLength - V6HeaderLength > ushort.MaxValue ? wireLength : V6HeaderLength;
    }

    /// <summary>Sets where the packet ends, by what it states and what there is: padding lies behind it, a cut before.</summary>
    static int Bound(int offset, int length, int end, int wireEnd, ref PacketHeaders headers)
    {
        // More than the frame ever carried: forged, or the capture was cut by a tool that rewrote the frame's length. No more is
        // believed than there was: a forged length must not pass for data of a stream, and a true one shows as a gap.
        if (length > wireEnd - offset)
        {
            headers.Faults |= HeaderFaults.Malformed;
            length = wireEnd - offset;
        }

        int statedEnd = offset + length;
        headers.NetworkEnd = Math.Min(end, statedEnd);
        headers.Faults |= statedEnd > end ? HeaderFaults.Cut : HeaderFaults.None;
        return statedEnd;
    }

    static void DecodePayload(ReadOnlySpan<byte> bytes, int end, int statedEnd, ref PacketHeaders headers)
    {
        IpAddress source = headers.SourceIp, destination = headers.DestinationIp;
        bool walks = headers.IpVersion == 6 ? IpProtocols.IsExtension(headers.IpProtocol) : headers.IpProtocol == IpProtocols.Authentication;
        if (walks && !headers.IsFragment)
        {
            ExtensionHeaders.Walk(bytes, end, ref headers, ref source, ref destination);
        }

        if (headers.IsFragment)
        {
            headers.Transport.Kind = Transport.Ip;
            headers.Transport.PayloadOffset = headers.TransportOffset;
            headers.Transport.PayloadLength = end - headers.TransportOffset;
            headers.Transport.StatedPayloadLength = statedEnd - headers.TransportOffset;
            return;
        }

        headers.Faults |= TransportDecoder.Decode(
            bytes, headers.TransportOffset, end, statedEnd, headers.IpProtocol, source, destination, ref headers.Transport);
    }

    static void NoTransport(int end, ref PacketHeaders headers)
    {
        headers.NetworkEnd = headers.TransportOffset = end;
        headers.Transport.Kind = Transport.Ip;
        headers.Transport.PayloadOffset = end;
    }
}
