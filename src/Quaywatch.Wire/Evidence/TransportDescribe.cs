using Quaywatch.Observations;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Evidence;

/// <summary>Describes TCP, UDP, ICMP and SCTP headers.</summary>
static class TransportDescribe
{
    /// <summary>Describes a header up to its payload, or what is left of it.</summary>
    public static void Message(ReadOnlySpan<byte> bytes, in PacketHeaders headers, int end, FieldTree tree)
    {
        int headerEnd = headers.Transport.IsWhole || headers.IsFragment ? headers.Transport.PayloadOffset : end;
        int length = headerEnd - headers.TransportOffset;
        if (length <= 0 || headers.IsFragment)
        {
            return;
        }

        bool isWrong = headers.Faults.HasFlag(HeaderFaults.TransportChecksum);
        FieldCursor fields = new(bytes, headers.TransportOffset, headerEnd, tree);
        string ports = $"{headers.Transport.SourcePort} > {headers.Transport.DestinationPort}";
        switch (headers.Transport.Kind)
        {
            case Transport.Tcp:
                tree.Open("Transmission Control Protocol", ports, headers.TransportOffset, length);
                Tcp(ref fields, isWrong, tree);
                break;
            case Transport.Udp:
                tree.Open("User Datagram Protocol", ports, headers.TransportOffset, length);
                Ports(ref fields, "udp.srcport", "udp.dstport");
                fields.Number("Length", 2, "udp.length");
                Checksum(ref fields, "udp.checksum", isWrong);
                break;
            case Transport.Icmp:
                tree.Open("Internet Control Message Protocol", "", headers.TransportOffset, length);
                Icmp(ref fields, isWrong);
                break;
            case Transport.Icmpv6:
                tree.Open("Internet Control Message Protocol version 6", "", headers.TransportOffset, length);
                Icmpv6(ref fields, isWrong);
                break;
            case Transport.Sctp:
                tree.Open("Stream Control Transmission Protocol", ports, headers.TransportOffset, length);
                Ports(ref fields, "sctp.srcport", "sctp.dstport");
                fields.Code("Verification tag", 4, "sctp.verification_tag");
                fields.Code("Checksum", 4, "sctp.checksum");
                break;
            default:
                tree.Open("Not decoded", "", headers.TransportOffset, length);
                break;
        }

        fields.Rest("Not decoded");
        tree.Close();
    }

    static void Tcp(ref FieldCursor fields, bool isWrong, FieldTree tree)
    {
        Ports(ref fields, "tcp.srcport", "tcp.dstport");
        fields.Number("Sequence number", 4, "tcp.seq_raw");
        fields.Number("Acknowledgement number", 4, "tcp.ack_raw");
        if (fields.TryOpenBits("Header length and flags", 2, out long flags))
        {
            fields.Derived("Header length", (flags >> 12) * 4, 2, "tcp.hdr_len");
            fields.Bits("Flags", flags, 0x0FFF, 2, "tcp.flags", static value => Names((TcpFlags)value));
            fields.Bits("Accurate ECN", flags, 0x0100, 2, "tcp.flags.ae");
            fields.Bits("Congestion window reduced", flags, 0x0080, 2, "tcp.flags.cwr");
            fields.Bits("ECN echo", flags, 0x0040, 2, "tcp.flags.ece");
            fields.Bits("Urgent", flags, 0x0020, 2, "tcp.flags.urg");
            fields.Bits("Acknowledgement", flags, 0x0010, 2, "tcp.flags.ack");
            fields.Bits("Push", flags, 0x0008, 2, "tcp.flags.push");
            fields.Bits("Reset", flags, 0x0004, 2, "tcp.flags.reset");
            fields.Bits("Synchronise", flags, 0x0002, 2, "tcp.flags.syn");
            fields.Bits("Finish", flags, 0x0001, 2, "tcp.flags.fin");
            fields.CloseBits(2);
        }

        fields.Number("Window", 2, "tcp.window_size_value");
        Checksum(ref fields, "tcp.checksum", isWrong);
        fields.Number("Urgent pointer", 2, "tcp.urgent_pointer");
        while (fields.Left > 0)
        {
            bool isLast = fields.Peek(0) == 0;
            TcpOption(ref fields, tree);
            if (isLast)
            {
                fields.Rest("Padding");
            }
        }
    }

    static void TcpOption(ref FieldCursor fields, FieldTree tree)
    {
        byte kind = fields.Peek(0);
        int length = kind <= 1 ? 1 : Math.Clamp(fields.Peek(1), Math.Min(2, fields.Left), fields.Left);
        tree.Open("Option", HeaderNames.TcpOption(kind) ?? "", fields.At, length);
        fields.Number("Kind", 1, "tcp.option_kind");
        if (length > 1)
        {
            fields.Number("Length", 1, "tcp.option_len");
            switch (kind, length)
            {
                case (2, 4):
                    fields.Number("Maximum segment size", 2, "tcp.options.mss_val");
                    break;
                case (3, 3):
                    fields.Number("Shift", 1, "tcp.options.wscale.shift");
                    break;
                case (5, _):
                    while (length >= 10)
                    {
                        fields.Number("Left edge", 4);
                        fields.Number("Right edge", 4);
                        length -= 8;
                    }

                    fields.Bytes("Data", length - 2);
                    break;
                case (8, 10):
                    fields.Number("Timestamp", 4, "tcp.options.timestamp.tsval");
                    fields.Number("Echoed timestamp", 4, "tcp.options.timestamp.tsecr");
                    break;
                default:
                    fields.Bytes("Data", length - 2);
                    break;
            }
        }

        tree.Close();
    }

    static void Icmp(ref FieldCursor fields, bool isWrong)
    {
        byte type = fields.Peek(0);
        fields.Number("Type", 1, "icmp.type", HeaderNames.IcmpType);
        fields.Number("Code", 1, "icmp.code", type == 3 ? HeaderNames.UnreachableCode : null);
        Checksum(ref fields, "icmp.checksum", isWrong);
        if (type is 0 or 8 or (>= 13 and <= 18))
        {
            fields.Number("Identifier", 2, "icmp.ident");
            fields.Number("Sequence number", 2, "icmp.seq");
        }

        fields.Rest("The type's own");
    }

    static void Icmpv6(ref FieldCursor fields, bool isWrong)
    {
        byte type = fields.Peek(0);
        fields.Number("Type", 1, "icmpv6.type", HeaderNames.Icmpv6Type);
        fields.Number("Code", 1, "icmpv6.code");
        Checksum(ref fields, "icmpv6.checksum", isWrong);
        if (type is 128 or 129)
        {
            fields.Code("Identifier", 2, "icmpv6.echo.identifier");
            fields.Number("Sequence number", 2, "icmpv6.echo.sequence_number");
        }

        fields.Rest("The type's own");
    }

    static void Ports(ref FieldCursor fields, string sourceFilter, string destinationFilter)
    {
        fields.Number("Source port", 2, sourceFilter);
        fields.Number("Destination port", 2, destinationFilter);
    }

    static void Checksum(ref FieldCursor fields, string filter, bool isWrong) =>
        fields.Code("Checksum", 2, filter, isWrong ? static _ => "wrong" : null);

    static string Names(TcpFlags flags) => flags == TcpFlags.None ? "none" : flags.ToString().ToUpperInvariant();
}
