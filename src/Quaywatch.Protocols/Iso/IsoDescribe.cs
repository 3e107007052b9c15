using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Iso;

/// <summary>The field trees of the shared envelope; field names as in Wireshark, packet-tpkt.c and packet-ositp.c.</summary>
public static class IsoDescribe
{
    /// <summary>Describes the packets of a message but for its user data, and returns a cursor over the user data: in its place
    /// where one packet holds it all, else joined and without place, behind the fragments.</summary>
    /// <param name="message">The whole message's bytes, which may be broken.</param>
    /// <param name="tree">Where the fields go.</param>
    public static FieldCursor Describe(ReadOnlySpan<byte> message, FieldTree tree)
    {
        bool isWhole = IsoMessage.TryRead(message, out IsoMessage whole).Status == ParseStatus.Done && whole.Bytes.Length == message.Length;
        FieldCursor cursor = new(tree, message.ToArray(), 0);
        if (!isWhole || whole.Parts == 1)
        {
            FieldCursor only = DescribeOne(cursor);
            cursor.Remainder("Bytes behind the packet");
            return only;
        }

        for (int part = 1; part <= whole.Parts; part++)
        {
            FieldCursor data = DescribeOne(cursor);
            data.Remainder($"Fragment {part} of {whole.Parts}", "cotp.segment_data");
        }

        byte[] joined = [];
        return new FieldCursor(tree, whole.Data(ref joined).ToArray(), message.Length, isPlaced: false);
    }

    static FieldCursor DescribeOne(FieldCursor cursor)
    {
        int length = (int)cursor.Peek(2, 2);
        bool fits = cursor.Left >= Tpkt.Size && length >= Tpkt.Shortest && length <= cursor.Left;
        cursor.Open("TPKT", "ISO transport over TCP", Tpkt.Size);
        cursor.Number("Version", 1, "tpkt.version");
        cursor.Number("Reserved", 1, "tpkt.reserved");
        cursor.Number("Length", 2, "tpkt.length");
        cursor.Close();
        FieldCursor packet = cursor.Take(fits ? length - Tpkt.Size : cursor.Left);
        return DescribeTpdu(packet);
    }

    static FieldCursor DescribeTpdu(FieldCursor packet)
    {
        if (!CotpTpdu.TryRead(packet.Rest, out CotpTpdu tpdu))
        {
            packet.Remainder("Broken TPDU");
            return packet;
        }

        packet.Open("COTP", CotpNames.Type(tpdu.Type), tpdu.HeadLength);
        FieldCursor head = packet.Take(tpdu.HeadLength);
        head.Number("Length indicator", 1, "cotp.li");
        if (tpdu.Type == CotpType.ConnectionRequest || tpdu.Type == CotpType.ConnectionConfirm)
        {
            head.Bits("Credit", 1, 0x0F);
        }

        head.Value("PDU type", CotpNames.Type(tpdu.Type), 1, "cotp.type", $"{(int)tpdu.Type}");
        DescribeFixedPart(head, tpdu.Type);
        DescribeParameters(head);
        packet.Close();
        return packet.Take(packet.Left);
    }

    static void DescribeFixedPart(FieldCursor head, CotpType type)
    {
        if (type == CotpType.Data)
        {
            head.Bits("Number", 1, 0x7F, "cotp.tpdu-number");
            head.Bits("Last data unit", 1, 0x80, "cotp.eot", v => v == 1 ? "yes" : "no");
            head.Take(1);
            return;
        }

        head.Code("Destination reference", 2, "cotp.destref");
        switch (type)
        {
            case CotpType.ConnectionRequest or CotpType.ConnectionConfirm:
                head.Code("Source reference", 2, "cotp.srcref");
                head.Bits("Class", 1, 0xF0, "cotp.class");
                head.Bits("Extended formats", 1, 0x02, "cotp.opts.extended_formats");
                head.Bits("No explicit flow control", 1, 0x01, "cotp.opts.no_explicit_flow_control");
                head.Take(1);
                break;
            case CotpType.DisconnectRequest:
                head.Code("Source reference", 2, "cotp.srcref");
                head.Number("Cause", 1, "cotp.cause", v => CotpNames.Reason((byte)v));
                break;
            case CotpType.DisconnectConfirm:
                head.Code("Source reference", 2, "cotp.srcref");
                break;
            case CotpType.Error:
                head.Number("Reject cause", 1, "cotp.reject_cause", v => CotpNames.RejectCause((byte)v));
                break;
            default:
                head.Bytes("Number", 1);
                break;
        }
    }

    static void DescribeParameters(FieldCursor head)
    {
        while (head.Left >= 2)
        {
            byte code = (byte)head.Peek(1);
            int length = (int)head.Peek(1, 1);
            head.Open(CotpNames.Parameter(code) ?? "Parameter", "", 2 + length);
            head.Code("Parameter code", 1, "cotp.parameter_code", v => CotpNames.Parameter((byte)v));
            head.Number("Parameter length", 1, "cotp.parameter_length");
            switch ((CotpParameter)code)
            {
                case CotpParameter.TpduSize when length == 1:
                    uint power = head.Peek(1);
                    string size = power is >= 7 and <= 13 ? $"{1 << (int)power}" : $"{power}";
                    head.Value("TPDU size", size + " bytes", 1, "cotp.tpdu_size", size);
                    break;
                case CotpParameter.CallingTsap:
                    head.Bytes("Source TSAP", length, "cotp.src-tsap-bytes");
                    break;
                case CotpParameter.CalledTsap:
                    head.Bytes("Destination TSAP", length, "cotp.dst-tsap-bytes");
                    break;
                case CotpParameter.Version when length == 1:
                    head.Number("Version", 1, "cotp.vp_version_nr");
                    break;
                default:
                    head.Bytes("Parameter value", length, "cotp.parameter_value");
                    break;
            }

            head.Close();
        }

        head.Remainder("Parameter (cut short)");
    }
}
