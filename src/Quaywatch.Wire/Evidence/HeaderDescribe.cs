using System.Buffers.Binary;
using System.Globalization;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Evidence;

/// <summary>Describes a frame's link, network and transport headers: every byte before the payload, and what lies behind the packet.
/// Names and values are Wireshark's (epan/dissectors of release 4.0), numbers in decimal.</summary>
public static class HeaderDescribe
{
    /// <summary>Describes a frame.</summary>
    /// <param name="frame">The captured bytes, without the frame check sequence.</param>
    /// <param name="type">What the first header is.</param>
    /// <param name="originalLength">The frame's length on the wire.</param>
    /// <param name="tree">Where the fields go; offsets count from the frame's first byte.</param>
    public static void Frame(ReadOnlySpan<byte> frame, LinkType type, int originalLength, FieldTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (frame.IsEmpty)
        {
            return;
        }

        PacketHeaders headers = default;
        LinkDecoder.TryDecode(frame, type, originalLength, ref headers);
        Link(frame, type, headers, tree);
        if (headers.IpVersion != 0)
        {
            NetworkDescribe.Ip(frame, headers, tree);
            TransportDescribe.Message(frame, headers, headers.NetworkEnd, tree);
        }

        if (headers.NetworkEnd < frame.Length)
        {
            tree.Bytes("Behind the packet", frame[headers.NetworkEnd..], headers.NetworkEnd);
        }
    }

    /// <summary>Describes the transport header of a packet that was made whole out of fragments, with the extension headers before it.</summary>
    /// <param name="payload">The reassembled bytes.</param>
    /// <param name="protocol">What the first fragment calls them.</param>
    /// <param name="headers">Its headers, after <see cref="Network.IpDecoder.DecodeReassembled"/>.</param>
    /// <param name="tree">Where the fields go; offsets count in the payload.</param>
    public static void Reassembled(ReadOnlySpan<byte> payload, byte protocol, in PacketHeaders headers, FieldTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        NetworkDescribe.Extensions(payload, protocol, 0, headers.TransportOffset, tree);
        TransportDescribe.Message(payload, headers, payload.Length, tree);
    }

    static void Link(ReadOnlySpan<byte> frame, LinkType type, in PacketHeaders headers, FieldTree tree)
    {
        int end = headers.NetworkOffset;
        FieldCursor fields = new(frame, 0, end, tree);
        switch (type)
        {
            case LinkType.Ethernet:
                Ethernet(ref fields, frame, tree);
                break;
            case LinkType.LinuxCooked:
                Cooked(ref fields, frame, tree);
                break;
            case LinkType.LinuxCooked2:
                Cooked2(ref fields, frame, tree);
                break;
            case LinkType.Null:
            case LinkType.Loop:
                Family(ref fields, frame, type == LinkType.Loop, tree);
                break;
            default:
                break;
        }

        fields.Rest("Not decoded");
    }

    static void Ethernet(ref FieldCursor fields, ReadOnlySpan<byte> frame, FieldTree tree)
    {
        tree.Open("Ethernet", "Ethernet", 0, Math.Min(EthernetDecoder.HeaderLength, frame.Length));
        fields.Mac("Destination", "eth.dst");
        fields.Mac("Source", "eth.src");
        ushort type = fields.Peek16(0);
        Type(ref fields, "eth.type", "eth.len");
        tree.Close();
        Tags(ref fields, type, tree);
    }

    static void Tags(ref FieldCursor fields, ushort type, FieldTree tree)
    {
        for (int i = 0; i < EthernetDecoder.TagLimit && EtherTypes.IsVlanTag(type) && fields.Left > 0; i++)
        {
            tree.Open("VLAN tag", Text(fields.Peek16(0) & 0x0FFF), fields.At, Math.Min(4, fields.Left));
            bool isService = type == EtherTypes.ServiceVlan;
            if (fields.TryOpenBits("Tag control", 2, out long control))
            {
                fields.Bits("Priority", control, 0xE000, 2, isService ? "ieee8021ad.priority" : "vlan.priority");
                fields.Bits("Drop eligible", control, 0x1000, 2, isService ? "ieee8021ad.dei" : "vlan.dei");
                fields.Bits("VLAN", control, 0x0FFF, 2, isService ? "ieee8021ad.id" : "vlan.id");
                fields.CloseBits(2);
            }

            type = fields.Peek16(0);
            Type(ref fields, isService ? null : "vlan.etype", "vlan.len");
            tree.Close();
        }

        if (type <= EtherTypes.LongestLength && fields.Left > 0)
        {
            Llc(ref fields, tree);
        }
    }

    static void Type(ref FieldCursor fields, string? typeFilter, string lengthFilter)
    {
        if (fields.Left >= 2 && fields.Peek16(0) <= EtherTypes.LongestLength)
        {
            fields.Number("Length", 2, lengthFilter);
        }
        else
        {
            fields.Code("Type", 2, typeFilter, HeaderNames.EtherType);
        }
    }

    static void Llc(ref FieldCursor fields, FieldTree tree)
    {
        bool isSnap = fields.Peek16(0) == 0xAAAA && fields.Left == 8;
        tree.Open("Logical link control", "802.2", fields.At, fields.Left);
        fields.Code("Destination service access point", 1, "llc.dsap");
        fields.Code("Source service access point", 1, "llc.ssap");
        fields.Code("Control", isSnap ? 1 : Math.Max(1, fields.Left), "llc.control");
        if (isSnap)
        {
            fields.Number("Organisation", 3, "llc.oui");
            fields.Code("Type", 2, "llc.type", HeaderNames.EtherType);
        }

        tree.Close();
    }

    static void Cooked(ref FieldCursor fields, ReadOnlySpan<byte> frame, FieldTree tree)
    {
        tree.Open("Linux cooked capture", "version 1", 0, Math.Min(16, frame.Length));
        fields.Number("Packet type", 2, "sll.pkttype", HeaderNames.CookedType);
        fields.Number("Hardware type", 2, "sll.hatype");
        int length = fields.Peek16(0);
        fields.Number("Address length", 2, "sll.halen");
        Sender(ref fields, length);
        ushort type = fields.Peek16(0);
        fields.Code("Protocol", 2, "sll.etype", HeaderNames.EtherType);
        tree.Close();
        CookedRest(ref fields, type, tree);
    }

    static void Cooked2(ref FieldCursor fields, ReadOnlySpan<byte> frame, FieldTree tree)
    {
        tree.Open("Linux cooked capture", "version 2", 0, Math.Min(20, frame.Length));
        ushort type = fields.Peek16(0);
        fields.Code("Protocol", 2, "sll.etype", HeaderNames.EtherType);
        fields.Number("Reserved", 2);
        fields.Number("Interface index", 4, "sll.ifindex");
        fields.Number("Hardware type", 2, "sll.hatype");
        fields.Number("Packet type", 1, "sll.pkttype", HeaderNames.CookedType);
        int length = fields.Peek(0);
        fields.Number("Address length", 1, "sll.halen");
        Sender(ref fields, length);
        tree.Close();
        CookedRest(ref fields, type, tree);
    }

    static void Sender(ref FieldCursor fields, int length)
    {
        const int Room = 8;
        if (length == 6)
        {
            fields.Mac("Source", "sll.src.eth");
            fields.Bytes("Unused", Room - 6, "sll.unused");
            return;
        }

        int used = Math.Min(length, Room);
        fields.Bytes("Source", used, used == 4 ? "sll.src.ipv4" : "sll.src.other");
        fields.Bytes("Unused", Room - used, "sll.unused");
    }

    static void CookedRest(ref FieldCursor fields, ushort type, FieldTree tree)
    {
        const ushort Llc802 = 4;
        if (type == Llc802 && fields.Left > 0)
        {
            Llc(ref fields, tree);
        }
        else if (EtherTypes.IsVlanTag(type))
        {
            Tags(ref fields, type, tree);
        }
    }

    static void Family(ref FieldCursor fields, ReadOnlySpan<byte> frame, bool bigEndian, FieldTree tree)
    {
        if (fields.Left < 4)
        {
            return;
        }

        // in the order in which it makes sense, see LinkDecoder
        uint family = BinaryPrimitives.ReadUInt32BigEndian(frame);
        family = !bigEndian && family > ushort.MaxValue ? BinaryPrimitives.ReverseEndianness(family) : family;
        tree.Open("Loopback", "BSD", 0, 4);
        if (fields.TryOpenBits("Address family", 4, out _))
        {
            fields.Derived("Family", family, 4, "null.family", static value => value switch
            {
                2 => "IPv4",
                10 or 23 or 24 or 28 or 30 => "IPv6",
                _ => null,
            });
            fields.CloseBits(4);
        }

        tree.Close();
    }

    static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
