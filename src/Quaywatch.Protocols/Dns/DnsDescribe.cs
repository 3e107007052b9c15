using System.Buffers.Binary;
using System.Globalization;
using Quaywatch.Observations;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Dns;

/// <summary>The field tree of a message: header, questions, records. What stands in a record is <see cref="DnsDescribeData"/>'s.
/// </summary>
static class DnsDescribe
{
    const ushort HighClassBit = 0x8000;

    /// <summary>In a query this bit asks for what it says in an answer; tshark shows it there only where it is set.</summary>
    const ushort AuthenticData = 0x0020;

    /// <summary>Describes a message. On TCP two bytes of its length stand before it; since nothing says here what carried it, they are
    /// taken for that where they fit and the rest is a message to its last byte.</summary>
    public static void Describe(ReadOnlySpan<byte> bytes, DnsKind kind, FieldTree tree)
    {
        int prefix = HasPrefix(bytes, kind) ? DnsProbe.Prefix : 0;
        if (!DnsFrame.TryRead(bytes[prefix..], out DnsFrame message))
        {
            tree.Bytes("Cut DNS message", bytes, 0);
            return;
        }

        FieldCursor fields = new(tree, bytes[prefix..].ToArray(), prefix);
        if (prefix > 0)
        {
            tree.Number("Length", message.Bytes.Length, 0, prefix, "dns.length");
        }

        fields.Code("Transaction ID", 2, "dns.id");
        Flags(message, kind, fields);
        bool isUpdate = message.Opcode == DnsNames.Update;
        fields.Number(isUpdate ? "Zones" : "Questions", 2, isUpdate ? "dns.count.zones" : "dns.count.queries");
        fields.Number(isUpdate ? "Prerequisites" : "Answer RRs", 2, isUpdate ? "dns.count.prerequisites" : "dns.count.answers");
        fields.Number(isUpdate ? "Updates" : "Authority RRs", 2, isUpdate ? "dns.count.updates" : "dns.count.auth_rr");
        fields.Number("Additional RRs", 2, "dns.count.add_rr");
        Entries(message, kind, fields);
        fields.Remainder("Bytes behind the last record", "dns.extraneous.data");
    }

    /// <summary>The name at a place of the message, as a person reads it, and as tshark prints it.</summary>
    public static (string Text, string Raw) Name(ReadOnlySpan<byte> message, int at)
    {
        Span<byte> text = stackalloc byte[DnsName.LongestText];
        string broken = DnsName.Read(message, at, text, out int length) switch
        {
            DnsFault.None or DnsFault.Pointer => "",
            DnsFault.TooLong => "<Name too long>",
            DnsFault.LabelKind => "<Unknown extended label>",
            DnsFault.Loop => "<Name contains a pointer that loops>",
            _ => "<Name runs beyond the message>",
        };
        if (broken.Length > 0 || length == 0)
        {
            string words = broken.Length > 0 ? broken : "<Root>";
            return (words, words);
        }

        return (NetworkText.Decode(text[..length]), DnsText.AsTshark(Unescape(text[..length])));
    }

    static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> text)
    {
        List<byte> plain = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            i += text[i] == '\\' ? 1 : 0;
            plain.Add(text[i]);
        }

        return plain.ToArray();
    }

    static bool HasPrefix(ReadOnlySpan<byte> bytes, DnsKind kind)
    {
        if (kind == DnsKind.Multicast
            || bytes.Length < DnsProbe.Prefix + DnsFrame.HeaderSize
            || BinaryPrimitives.ReadUInt16BigEndian(bytes) != bytes.Length - DnsProbe.Prefix)
        {
            return false;
        }

        _ = DnsFrame.TryRead(bytes, out DnsFrame datagram);
        return !IsWhole(datagram);
    }

    static bool IsWhole(DnsFrame message)
    {
        DnsReader reader = message.Read();
        while (reader.TryNext(out _))
        {
        }

        return reader.Fault == DnsFault.None && reader.At == message.Bytes.Length;
    }

    static void Flags(DnsFrame message, DnsKind kind, FieldCursor fields)
    {
        string opcode = DnsNames.Opcodes.GetValueOrDefault(message.Opcode, "Unknown");
        string rcode = DnsNames.Rcodes.GetValueOrDefault(message.Rcode, "Unknown");
        string text = message.IsResponse ? $"{opcode} response, {rcode}" : opcode;
        fields.Open("Flags", text, 2, "dns.flags", message.Flags.ToString(CultureInfo.InvariantCulture));
        fields.Bits("Response", 2, 0x8000, "dns.flags.response");
        fields.Bits("Opcode", 2, 0x7800, "dns.flags.opcode", _ => opcode);
        if (kind == DnsKind.LinkLocal)
        {
            fields.Bits("Conflict", 2, 0x0400, "dns.flags.conflict");
            fields.Bits("Truncated", 2, 0x0200, "dns.flags.truncated");
            fields.Bits("Tentative", 2, 0x0100, "dns.flags.tentative");
        }
        else
        {
            fields.Bits("Authoritative", 2, 0x0400, message.IsResponse ? "dns.flags.authoritative" : null);
            fields.Bits("Truncated", 2, 0x0200, "dns.flags.truncated");
            fields.Bits("Recursion desired", 2, 0x0100, "dns.flags.recdesired");
            fields.Bits("Recursion available", 2, 0x0080, message.IsResponse ? "dns.flags.recavail" : null);
            fields.Bits("Z", 2, 0x0040, "dns.flags.z");
            bool isShown = message.IsResponse || (message.Flags & AuthenticData) != 0;
            fields.Bits("Answer authenticated", 2, AuthenticData, isShown ? "dns.flags.authenticated" : null);
            fields.Bits("Non-authenticated data", 2, 0x0010, "dns.flags.checkdisable");
        }

        fields.Bits("Reply code", 2, 0x000F, message.IsResponse ? "dns.flags.rcode" : null, _ => rcode);
        fields.Take(2);
        fields.Close();
    }

    static void Entries(DnsFrame message, DnsKind kind, FieldCursor fields)
    {
        DnsReader reader = message.Read();
        int open = -1;
        while (reader.TryNext(out DnsEntry entry))
        {
            if (open != (int)entry.Section)
            {
                if (open >= 0)
                {
                    fields.Close();
                }

                open = (int)entry.Section;
                fields.Open(Title(message, entry.Section), "", SectionLength(message, entry));
            }

            (string name, string raw) = Name(message.Bytes, entry.Offset);
            fields.Open(Summary(message, entry, kind, name), "", entry.End - entry.Offset);
            bool isQuestion = entry.Section == DnsSection.Question;

            // Wireshark splits a service's name into fields of its own and does not keep the whole.
            string? filter = isQuestion ? "dns.qry.name" : entry.Type == DnsTypes.Service ? null : "dns.resp.name";
            fields.Value("Name", name, entry.TypeOffset - entry.Offset, filter, raw);
            if (isQuestion)
            {
                fields.Number("Type", 2, "dns.qry.type", v => DnsTypes.Name((ushort)v));
                Class(entry, kind, "dns.qry.class", "\"QU\" question", "dns.qry.qu", fields);
            }
            else
            {
                Record(message, entry, kind, fields);
            }

            fields.Close();
        }

        if (open >= 0)
        {
            fields.Close();
        }
    }

    static void Record(DnsFrame message, in DnsEntry entry, DnsKind kind, FieldCursor fields)
    {
        fields.Number("Type", 2, "dns.resp.type", v => DnsTypes.Name((ushort)v));
        if (entry.Type == DnsTypes.Options)
        {
            PayloadSize(kind, fields);
            fields.Code("Higher bits in extended RCODE", 1, "dns.resp.ext_rcode");
            fields.Number("EDNS0 version", 1, "dns.resp.edns0_version");
            fields.Open("Z", "", 2, "dns.resp.z", fields.Peek(2).ToString(CultureInfo.InvariantCulture));
            fields.Bits("DO bit", 2, 0x8000, "dns.resp.z.do");
            fields.Bits("Reserved", 2, 0x7FFF, "dns.resp.z.reserved");
            fields.Take(2);
            fields.Close();
        }
        else
        {
            Class(entry, kind, "dns.resp.class", "Cache flush", "dns.resp.cache_flush", fields);
            fields.Number("Time to live", 4, "dns.resp.ttl");
        }

        fields.Number("Data length", 2, "dns.resp.len");
        FieldCursor data = fields.Take(entry.DataLength);
        DnsDescribeData.Describe(message.Bytes, entry, data);
        data.Remainder(entry.Type == DnsTypes.Options ? "Bytes behind the last option" : "Data");
    }

    /// <summary>OPT holds the sender's largest datagram where others have their class.</summary>
    static void PayloadSize(DnsKind kind, FieldCursor fields)
    {
        if (kind != DnsKind.Multicast)
        {
            fields.Number("UDP payload size", 2, "dns.rr.udp_payload_size");
            return;
        }

        fields.Open("Payload size and flag", "", 2);
        fields.Bits("UDP payload size", 2, 0x7FFF, "dns.rr.udp_payload_size");
        fields.Bits("Cache flush", 2, HighClassBit, "dns.resp.cache_flush");
        fields.Take(2);
        fields.Close();
    }

    static void Class(in DnsEntry entry, DnsKind kind, string filter, string flag, string flagFilter, FieldCursor fields)
    {
        if (kind != DnsKind.Multicast)
        {
            fields.Code("Class", 2, filter, v => DnsNames.Class((int)v));
            return;
        }

        fields.Open("Class and flag", DnsNames.Class(entry.Class & ~HighClassBit) ?? "Unknown", 2);
        fields.Bits("Class", 2, 0x7FFF, filter, v => DnsNames.Class((int)v));
        fields.Bits(flag, 2, HighClassBit, flagFilter);
        fields.Take(2);
        fields.Close();
    }

    /// <summary>Bytes of all whole entries of the section that begins with this one.</summary>
    static int SectionLength(DnsFrame message, in DnsEntry first)
    {
        DnsReader reader = message.Read();
        int end = first.End;
        while (reader.TryNext(out DnsEntry entry) && entry.Section <= first.Section)
        {
            end = Math.Max(end, entry.End);
        }

        return end - first.Offset;
    }

    static string Title(DnsFrame message, DnsSection section) => (section, message.Opcode == DnsNames.Update) switch
    {
        (DnsSection.Question, false) => "Queries",
        (DnsSection.Question, true) => "Zone",
        (DnsSection.Answer, false) => "Answers",
        (DnsSection.Answer, true) => "Prerequisites",
        (DnsSection.Authority, false) => "Authoritative nameservers",
        (DnsSection.Authority, true) => "Updates",
        _ => "Additional records",
    };

    static string Summary(DnsFrame message, in DnsEntry entry, DnsKind kind, string name)
    {
        string type = DnsTypes.Name(entry.Type);
        if (entry.Type == DnsTypes.Options)
        {
            return $"{name}: type {type}";
        }

        int number = kind == DnsKind.Multicast ? entry.Class & ~HighClassBit : entry.Class;
        string value = DnsDescribeData.Summary(message.Bytes, entry);
        return $"{name}: type {type}, class {DnsNames.Class(number) ?? "Unknown"}{(value.Length == 0 ? "" : ", ")}{value}";
    }
}
