using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Wire.Link;

/// <summary>Ethernet II, IEEE 802.3 with LLC and SNAP (IEEE 802.2), and VLAN tags.</summary>
static class EthernetDecoder
{
    /// <summary>Two addresses and a type or length.</summary>
    public const int HeaderLength = 14;

    /// <summary>A frame with more VLAN tags than this is not decoded further.</summary>
    public const int TagLimit = 8;

    const int TagLength = 4;
    const int SnapLength = 5;
    const byte UnnumberedInformation = 0x03;

    /// <summary>DSAP and SSAP of a SNAP header.</summary>
    const ushort SnapAccessPoints = 0xAAAA;

    /// <summary>DSAP and SSAP of IP, as ARPANET numbered it (RFC 1340).</summary>
    const ushort IpAccessPoints = 0x0606;

    /// <summary>No LLC header but the checksum of Novell's IPX, always all ones, straight behind the length.</summary>
    const ushort IpxChecksum = 0xFFFF;

    // IEEE 802.3, 802.1Q:
    //  0             6        12       14    16
    // +-------------+--------+--------+-----+------+ - -
    // | destination | source | 0x8100 | TCI | type | data     the tag is optional and may be repeated
    // +-------------+--------+--------+-----+------+ - -
    public static bool TryDecode(ReadOnlySpan<byte> frame, int wireEnd, ref PacketHeaders headers)
    {
        if (frame.Length < HeaderLength)
        {
            LinkDecoder.Unread(frame, wireEnd, HeaderFaults.Truncated, ref headers);
            return false;
        }

        headers.DestinationMac = MacAddress.Read(frame);
        headers.SourceMac = MacAddress.Read(frame[6..]);
        return TryType(frame, HeaderLength, wireEnd, BinaryPrimitives.ReadUInt16BigEndian(frame[12..]), ref headers);
    }

    /// <summary>Goes on behind a type or length field: through all tags, then to what they carry.</summary>
    public static bool TryType(ReadOnlySpan<byte> frame, int at, int wireEnd, ushort type, ref PacketHeaders headers)
    {
        while (EtherTypes.IsVlanTag(type) && headers.VlanCount < TagLimit)
        {
            if (frame.Length - at < TagLength)
            {
                headers.EtherType = type;
                LinkDecoder.Unread(frame, wireEnd, HeaderFaults.Truncated, ref headers);
                return false;
            }

            ushort id = (ushort)(BinaryPrimitives.ReadUInt16BigEndian(frame[at..]) & 0x0FFF);
            if (headers.VlanCount++ == 0)
            {
                headers.OuterVlan = id;
            }
            else
            {
                headers.InnerVlan = id;
            }

            type = BinaryPrimitives.ReadUInt16BigEndian(frame[(at + 2)..]);
            at += TagLength;
        }

        if (type <= EtherTypes.LongestLength)
        {
            return TryLength(frame, at, wireEnd, type, ref headers);
        }

        headers.EtherType = type;
        headers.Faults |= EtherTypes.IsVlanTag(type) ? HeaderFaults.Malformed : HeaderFaults.None;
        return LinkDecoder.Deliver(frame, at, frame.Length, wireEnd, type is EtherTypes.Ipv4 or EtherTypes.Ipv6, ref headers);
    }

    static bool TryLength(ReadOnlySpan<byte> frame, int at, int wireEnd, int length, ref PacketHeaders headers)
    {
        if (length > wireEnd - at)
        {
            headers.Faults |= HeaderFaults.Malformed;
        }
        else
        {
            wireEnd = at + length;
        }

        return TryLlc(frame, at, Math.Min(frame.Length, wireEnd), wireEnd, ref headers);
    }

    // IEEE 802.2:
    //  0      1      2         3 (4 where the control field has two bytes)     SNAP: 3     6          8
    // +------+------+---------+ - -                                                 +-----+----------+ - -
    // | DSAP | SSAP | control | data                                                | OUI | protocol | data
    // +------+------+---------+ - -                                                 +-----+----------+ - -
    public static bool TryLlc(ReadOnlySpan<byte> frame, int at, int end, int wireEnd, ref PacketHeaders headers)
    {
        headers.IsLlc = true;
        if (end - at < 3)
        {
            headers.NetworkOffset = headers.NetworkEnd = end;
            headers.TransportOffset = headers.Transport.PayloadOffset = end;
            headers.Faults |= HeaderFaults.Truncated | (wireEnd > end ? HeaderFaults.Cut : HeaderFaults.None);
            return false;
        }

        ushort accessPoints = BinaryPrimitives.ReadUInt16BigEndian(frame[at..]);
        byte control = frame[at + 2];
        if (accessPoints == IpxChecksum)
        {
            return DeliverIpx(frame, at, end, wireEnd, ref headers);
        }

        headers.EtherType = accessPoints;
        if (accessPoints == SnapAccessPoints && control == UnnumberedInformation)
        {
            return DeliverSnap(frame, at + 3, end, wireEnd, ref headers);
        }

        int controlLength = (control & 3) == 3 ? 1 : 2;
        int offset = Math.Min(at + 2 + controlLength, end);
        bool isIp = accessPoints == IpAccessPoints && control == UnnumberedInformation;
        return LinkDecoder.Deliver(frame, offset, end, wireEnd, isIp, ref headers);
    }

    /// <summary>Novell's frames, which have no LLC header: told by service access points of all ones.</summary>
    public static bool DeliverIpx(ReadOnlySpan<byte> frame, int at, int end, int wireEnd, ref PacketHeaders headers)
    {
        headers.IsLlc = true;
        headers.EtherType = IpxChecksum;
        return LinkDecoder.Deliver(frame, at, end, wireEnd, isIp: false, ref headers);
    }

    // Only under the OUIs of RFC 1042 and IEEE 802.1H is the protocol an EtherType; under a maker's OUI (CDP and its kin) the
    // payload begins with the OUI, so that the parser sees whose protocol number it is.
    static bool DeliverSnap(ReadOnlySpan<byte> frame, int at, int end, int wireEnd, ref PacketHeaders headers)
    {
        if (end - at < SnapLength)
        {
            headers.Faults |= HeaderFaults.Truncated;
            return LinkDecoder.Deliver(frame, at, end, wireEnd, isIp: false, ref headers);
        }

        int organisation = (frame[at] << 16) | (frame[at + 1] << 8) | frame[at + 2];
        if (organisation is not (0x000000 or 0x0000F8))
        {
            return LinkDecoder.Deliver(frame, at, end, wireEnd, isIp: false, ref headers);
        }

        ushort type = BinaryPrimitives.ReadUInt16BigEndian(frame[(at + 3)..]);
        headers.IsLlc = false;
        headers.EtherType = type;
        return LinkDecoder.Deliver(frame, at + SnapLength, end, wireEnd, type is EtherTypes.Ipv4 or EtherTypes.Ipv6, ref headers);
    }
}
