using System.Buffers.Binary;
using Quaywatch.Observations;
using Quaywatch.Wire.Network;

namespace Quaywatch.Wire.Link;

/// <summary>Reads a frame's headers, from the link to TCP and UDP, without copying and without a state.</summary>
public static class LinkDecoder
{
    const int CookedLength = 16;
    const int Cooked2Length = 20;
    const int FamilyLength = 4;

    // ARPHRD_NETLINK of Linux: the "protocol" is a netlink family then, no EtherType.
    const ushort HardwareNetlink = 824;

    /// <summary>Fills <paramref name="headers"/> from a frame. The frame check sequence, where the capture keeps it, must have been
    /// cut off before, in both lengths. Never throws; all offsets lie within the frame whatever it holds.</summary>
    /// <param name="frame">The captured bytes.</param>
    /// <param name="type">What the first header is.</param>
    /// <param name="originalLength">The frame's length on the wire.</param>
    /// <param name="headers">Overwritten whole.</param>
    /// <returns>False where the link header is not whole or its type is not decoded; there is then nothing behind it.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> frame, LinkType type, int originalLength, ref PacketHeaders headers)
    {
        headers = default;
        int wireEnd = Math.Max(originalLength, frame.Length);
        switch (type)
        {
            case LinkType.Ethernet:
                return EthernetDecoder.TryDecode(frame, wireEnd, ref headers);
            case LinkType.LinuxCooked:
                return TryCooked(frame, wireEnd, ref headers);
            case LinkType.LinuxCooked2:
                return TryCooked2(frame, wireEnd, ref headers);
            case LinkType.Null:
            case LinkType.Loop:
                return TryFamily(frame, wireEnd, type == LinkType.Loop, ref headers);
            case LinkType.Raw:
            case LinkType.RawBsd:
            case LinkType.RawOpenBsd:
            case LinkType.Ipv4:
            case LinkType.Ipv6:
                return TryRaw(frame, wireEnd, ref headers);
            default:
                Unread(frame, wireEnd, HeaderFaults.None, ref headers);
                return false;
        }
    }

    /// <summary>Hands the bytes behind the link header on: to IP, or as the payload of a protocol without IP.</summary>
    internal static bool Deliver(ReadOnlySpan<byte> frame, int offset, int end, int wireEnd, bool isIp, ref PacketHeaders headers)
    {
        headers.NetworkOffset = offset;
        headers.NetworkEnd = end;
        if (isIp && IpDecoder.TryDecode(frame, offset, end, wireEnd, ref headers))
        {
            return true;
        }

        headers.TransportOffset = offset;
        headers.Transport.PayloadOffset = offset;
        headers.Transport.PayloadLength = end - offset;
        headers.Transport.StatedPayloadLength = wireEnd - offset;
        headers.Faults |= wireEnd > end ? HeaderFaults.Cut : HeaderFaults.None;
        return true;
    }

    /// <summary>Says that nothing behind the link header could be read.</summary>
    internal static void Unread(ReadOnlySpan<byte> frame, int wireEnd, HeaderFaults fault, ref PacketHeaders headers)
    {
        headers.NetworkOffset = headers.NetworkEnd = frame.Length;
        headers.TransportOffset = headers.Transport.PayloadOffset = frame.Length;
        headers.Faults |= fault | (wireEnd > frame.Length ? HeaderFaults.Cut : HeaderFaults.None);
    }

    // LINKTYPE_LINUX_SLL (tcpdump.org), big-endian:
    //  0        2        4        6                       14         16
    // +--------+--------+--------+-----------------------+----------+
    // | kind   | ARPHRD | length | sender's address      | protocol |
    // +--------+--------+--------+-----------------------+----------+
    static bool TryCooked(ReadOnlySpan<byte> frame, int wireEnd, ref PacketHeaders headers)
    {
        if (frame.Length < CookedLength)
        {
            Unread(frame, wireEnd, HeaderFaults.Truncated, ref headers);
            return false;
        }

        ushort hardware = BinaryPrimitives.ReadUInt16BigEndian(frame[2..]);
        if (BinaryPrimitives.ReadUInt16BigEndian(frame[4..]) == 6)
        {
            headers.SourceMac = MacAddress.Read(frame[6..]);
        }

        ushort protocol = BinaryPrimitives.ReadUInt16BigEndian(frame[14..]);
        return TryCookedProtocol(frame, CookedLength, wireEnd, protocol, hardware, ref headers);
    }

    // LINKTYPE_LINUX_SLL2, big-endian:
    //  0          2          4                 8        10     11       12                      20
    // +----------+----------+-----------------+--------+------+--------+-----------------------+
    // | protocol | reserved | interface index | ARPHRD | kind | length | sender's address      |
    // +----------+----------+-----------------+--------+------+--------+-----------------------+
    static bool TryCooked2(ReadOnlySpan<byte> frame, int wireEnd, ref PacketHeaders headers)
    {
        if (frame.Length < Cooked2Length)
        {
            Unread(frame, wireEnd, HeaderFaults.Truncated, ref headers);
            return false;
        }

        ushort hardware = BinaryPrimitives.ReadUInt16BigEndian(frame[8..]);
        if (frame[11] == 6)
        {
            headers.SourceMac = MacAddress.Read(frame[12..]);
        }

        return TryCookedProtocol(frame, Cooked2Length, wireEnd, BinaryPrimitives.ReadUInt16BigEndian(frame), hardware, ref headers);
    }

    static bool TryCookedProtocol(ReadOnlySpan<byte> frame, int at, int wireEnd, ushort protocol, ushort hardware, ref PacketHeaders headers)
    {
        const ushort Raw8023 = 1, Llc = 4;
        if (hardware == HardwareNetlink)
        {
            return Deliver(frame, at, frame.Length, wireEnd, isIp: false, ref headers);
        }

        return protocol switch
        {
            Raw8023 => EthernetDecoder.DeliverIpx(frame, at, frame.Length, wireEnd, ref headers),
            Llc => EthernetDecoder.TryLlc(frame, at, frame.Length, wireEnd, ref headers),
            <= EtherTypes.LongestLength => Deliver(frame, at, frame.Length, wireEnd, isIp: false, ref headers),
            _ => EthernetDecoder.TryType(frame, at, wireEnd, protocol, ref headers),
        };
    }

    // Four bytes of address family. LINKTYPE_NULL has them in the byte order of the machine that captured, and the file's own byte
    // order need not be that one, so the value itself must tell: families are small numbers. The numbers of IPv6 differ from system
    // to system (Linux 10, Windows 23, NetBSD and OpenBSD 24, FreeBSD 28, macOS 30).
    static bool TryFamily(ReadOnlySpan<byte> frame, int wireEnd, bool bigEndian, ref PacketHeaders headers)
    {
        if (frame.Length < FamilyLength)
        {
            Unread(frame, wireEnd, HeaderFaults.Truncated, ref headers);
            return false;
        }

        uint family = BinaryPrimitives.ReadUInt32BigEndian(frame);
        if (!bigEndian && family > ushort.MaxValue)
        {
            family = BinaryPrimitives.ReverseEndianness(family);
        }

        headers.EtherType = family switch
        {
            2 => EtherTypes.Ipv4,
            10 or 23 or 24 or 28 or 30 => EtherTypes.Ipv6,
            > EtherTypes.LongestLength and <= ushort.MaxValue => (ushort)family,
            _ => 0,
        };
        bool isIp = headers.EtherType is EtherTypes.Ipv4 or EtherTypes.Ipv6;
        return Deliver(frame, FamilyLength, frame.Length, wireEnd, isIp, ref headers);
    }

    static bool TryRaw(ReadOnlySpan<byte> frame, int wireEnd, ref PacketHeaders headers)
    {
        headers.EtherType = frame.IsEmpty ? (ushort)0 : (frame[0] >> 4) switch
        {
            4 => EtherTypes.Ipv4,
            6 => EtherTypes.Ipv6,
            _ => (ushort)0,
        };
        return Deliver(frame, 0, frame.Length, wireEnd, isIp: true, ref headers);
    }
}
