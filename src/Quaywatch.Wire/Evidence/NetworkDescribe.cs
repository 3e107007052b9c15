using System.Globalization;
using Quaywatch.Wire.Link;
using Quaywatch.Wire.Network;

namespace Quaywatch.Wire.Evidence;

/// <summary>Describes IPv4 and IPv6 headers with their options and extension headers.</summary>
static class NetworkDescribe
{
    public static void Ip(ReadOnlySpan<byte> bytes, in PacketHeaders headers, FieldTree tree)
    {
        string ends = $"{headers.SourceIp} > {headers.DestinationIp}";
        if (headers.IpVersion == 4)
        {
            tree.Open("Internet Protocol Version 4", ends, headers.NetworkOffset, V4End(bytes, headers) - headers.NetworkOffset);
            V4(bytes, headers, tree);
            tree.Close();
            Extensions(bytes, bytes[headers.NetworkOffset + 9], V4End(bytes, headers), headers.TransportOffset, tree);
        }
        else
        {
            tree.Open("Internet Protocol Version 6", ends, headers.NetworkOffset, IpDecoder.V6HeaderLength);
            V6(bytes, headers, tree);
            tree.Close();
            Extensions(bytes, bytes[headers.NetworkOffset + 6], headers.NetworkOffset + IpDecoder.V6HeaderLength, headers.TransportOffset, tree);
        }
    }

    /// <summary>Describes extension headers from one place to another, as <see cref="ExtensionHeaders"/> walked them.</summary>
    public static void Extensions(ReadOnlySpan<byte> bytes, byte protocol, int at, int end, FieldTree tree)
    {
        while (at < end)
        {
            if (!IpProtocols.IsExtension(protocol))
            {
                tree.Bytes("Not decoded", bytes[at..end], at);
                return;
            }

            int length = end - at < 2 ? end - at : Math.Min(end - at, ExtensionHeaders.Length(protocol, bytes[at + 1]));
            byte next = bytes[at];
            FieldCursor fields = new(bytes, at, at + length, tree);
            tree.Open(HeaderNames.IpProtocol(protocol) ?? "Extension header", "", at, length);
            Extension(ref fields, protocol, tree);
            tree.Close();
            protocol = next;
            at += length;
        }
    }

    static int V4End(ReadOnlySpan<byte> bytes, in PacketHeaders headers)
    {
        int stated = headers.NetworkOffset + Math.Max((bytes[headers.NetworkOffset] & 0x0F) * 4, IpDecoder.V4HeaderLength);
        return Math.Min(stated, headers.TransportOffset);
    }

    static void V4(ReadOnlySpan<byte> bytes, in PacketHeaders headers, FieldTree tree)
    {
        FieldCursor fields = new(bytes, headers.NetworkOffset, V4End(bytes, headers), tree);
        if (fields.TryOpenBits("Version and header length", 1, out long first))
        {
            fields.Bits("Version", first, 0xF0, 1, "ip.version");
            fields.Derived("Header length", (first & 0x0F) * 4, 1, "ip.hdr_len");
            fields.CloseBits(1);
        }

        if (fields.TryOpenBits("Differentiated services", 1, out long services, "ip.dsfield"))
        {
            fields.Bits("Code point", services, 0xFC, 1, "ip.dsfield.dscp");
            fields.Bits("Congestion notification", services, 0x03, 1, "ip.dsfield.ecn");
            fields.CloseBits(1);
        }

        fields.Number("Total length", 2, "ip.len");
        fields.Code("Identification", 2, "ip.id");
        if (fields.TryOpenBits("Flags and fragment offset", 2, out long fragment))
        {
            fields.Bits("Flags", fragment, 0xE000, 2, "ip.flags");
            fields.Bits("Reserved", fragment, 0x8000, 2, "ip.flags.rb");
            fields.Bits("Don't fragment", fragment, 0x4000, 2, "ip.flags.df");
            fields.Bits("More fragments", fragment, 0x2000, 2, "ip.flags.mf");
            fields.Bits("Fragment offset", fragment, 0x1FFF, 2, "ip.frag_offset", InBytes);
            fields.CloseBits(2);
        }

        fields.Number("Time to live", 1, "ip.ttl");
        fields.Number("Protocol", 1, "ip.proto", HeaderNames.IpProtocol);
        fields.Code("Header checksum", 2, "ip.checksum", headers.Faults.HasFlag(HeaderFaults.IpChecksum) ? static _ => "wrong" : null);
        fields.V4("Source", "ip.src");
        fields.V4("Destination", "ip.dst");
        while (fields.Left > 0)
        {
            V4Option(ref fields, bytes, tree);
        }
    }

    static void V4Option(ref FieldCursor fields, ReadOnlySpan<byte> bytes, FieldTree tree)
    {
        byte type = bytes[fields.At];
        int length = type == 0 ? fields.Left : type == 1 ? 1 : Math.Clamp(fields.Peek(1), Math.Min(2, fields.Left), fields.Left);
        tree.Open("Option", HeaderNames.Ipv4Option(type) ?? "", fields.At, length);
        fields.Number("Type", 1, "ip.opt.type");
        if (length > 1 && type > 1)
        {
            fields.Number("Length", 1, "ip.opt.len");
            fields.Bytes("Data", length - 2);
        }
        else
        {
            fields.Bytes("Padding", length - 1);
        }

        tree.Close();
    }

    static void V6(ReadOnlySpan<byte> bytes, in PacketHeaders headers, FieldTree tree)
    {
        FieldCursor fields = new(bytes, headers.NetworkOffset, headers.NetworkOffset + IpDecoder.V6HeaderLength, tree);
        if (fields.TryOpenBits("Version, traffic class and flow label", 4, out long first))
        {
            fields.Bits("Version", first, 0xF000_0000, 4, "ipv6.version");
            fields.Bits("Traffic class", first, 0x0FF0_0000, 4, "ipv6.tclass");
            fields.Bits("Code point", first, 0x0FC0_0000, 4, "ipv6.tclass.dscp");
            fields.Bits("Congestion notification", first, 0x0030_0000, 4, "ipv6.tclass.ecn");
            fields.Bits("Flow label", first, 0x000F_FFFF, 4, "ipv6.flow");
            fields.CloseBits(4);
        }

        fields.Number("Payload length", 2, "ipv6.plen");
        fields.Number("Next header", 1, "ipv6.nxt", HeaderNames.IpProtocol);
        fields.Number("Hop limit", 1, "ipv6.hlim");
        fields.V6("Source", "ipv6.src");
        fields.V6("Destination", "ipv6.dst");
    }

    static void Extension(ref FieldCursor fields, byte protocol, FieldTree tree)
    {
        switch (protocol)
        {
            case IpProtocols.HopByHop:
                Next(ref fields, "ipv6.hopopts.nxt", "ipv6.hopopts.len");
                Options(ref fields, tree);
                break;
            case IpProtocols.DestinationOptions:
                Next(ref fields, "ipv6.dstopts.nxt", "ipv6.dstopts.len");
                Options(ref fields, tree);
                break;
            case IpProtocols.Routing:
                Next(ref fields, "ipv6.routing.nxt", "ipv6.routing.len");
                fields.Number("Type", 1, "ipv6.routing.type");
                fields.Number("Segments left", 1, "ipv6.routing.segleft");
                break;
            case IpProtocols.Fragment:
                Fragment(ref fields);
                break;
            case IpProtocols.Authentication:
                Next(ref fields, "ah.next_header", "ah.length");
                fields.Bytes("Reserved", 2, "ah.reserved");
                fields.Code("Security parameters index", 4, "ah.spi");
                fields.Number("Sequence number", 4, "ah.sequence");
                fields.Rest("Integrity check value", "ah.icv");
                break;
            default:
                Next(ref fields, null, null);
                break;
        }

        fields.Rest("Data");
    }

    static void Next(ref FieldCursor fields, string? nextFilter, string? lengthFilter)
    {
        fields.Number("Next header", 1, nextFilter, HeaderNames.IpProtocol);
        fields.Number("Length", 1, lengthFilter);
    }

    static void Fragment(ref FieldCursor fields)
    {
        fields.Number("Next header", 1, "ipv6.fraghdr.nxt", HeaderNames.IpProtocol);
        fields.Code("Reserved", 1, "ipv6.fraghdr.reserved_octet");
        if (fields.TryOpenBits("Offset and flag", 2, out long place))
        {
            fields.Bits("Offset", place, 0xFFF8, 2, "ipv6.fraghdr.offset", InBytes);
            fields.Bits("Reserved bits", place, 0x0006, 2, "ipv6.fraghdr.reserved_bits");
            fields.Bits("More fragments", place, 0x0001, 2, "ipv6.fraghdr.more");
            fields.CloseBits(2);
        }

        fields.Code("Identification", 4, "ipv6.fraghdr.ident");
    }

    static string InBytes(long units) => (units * 8).ToString(CultureInfo.InvariantCulture) + " bytes";

    static void Options(ref FieldCursor fields, FieldTree tree)
    {
        while (fields.Left > 0)
        {
            byte type = fields.Peek(0);
            int length = type == 0 ? 1 : Math.Min(fields.Left, 2 + fields.Peek(1));
            tree.Open("Option", HeaderNames.Ipv6Option(type) ?? "", fields.At, length);
            fields.Code("Type", 1, "ipv6.opt.type");
            if (length > 1)
            {
                fields.Number("Length", 1, "ipv6.opt.length");
                fields.Bytes("Data", length - 2);
            }

            tree.Close();
        }
    }
}
