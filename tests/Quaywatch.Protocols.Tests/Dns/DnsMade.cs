using System.Globalization;
using System.Text;
using Quaywatch.Observations;
using Quaywatch.Protocols.Dns;

namespace Quaywatch.Protocols.Tests.Dns;

/// <summary>Messages made by the room's encoder.</summary>
static class DnsMade
{
    public static readonly IpAddress Plc = IpAddress.V4(0x0A140701);
    public static readonly IpAddress Camera = IpAddress.V4(0x0A140721);
    public static readonly IpAddress CameraV6 = new(0xFE80_0000_0000_0000, 0x0212_34FF_FE56_789A);

    public static byte[] Query(ushort id, ushort type)
    {
        DnsEncoder made = new(new byte[512], id, DnsEncoder.QueryFlags);
        made.Question("plc.crane7.example"u8, type);
        made.Options(1232, [0, 10, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8]);
        return made.Written.ToArray();
    }

    public static byte[] Answer(ushort id, ushort flags = DnsEncoder.AnswerFlags)
    {
        DnsEncoder made = new(new byte[512], id, flags);
        made.Question("plc.crane7.example"u8, DnsTypes.A);
        made.Name(DnsSection.Answer, "plc.crane7.example"u8, DnsTypes.CanonicalName, 1, 300, "s7.crane7.example"u8);
        made.Address(DnsSection.Answer, "s7.crane7.example"u8, 1, 300, Plc);
        made.Name(DnsSection.Authority, "crane7.example"u8, DnsTypes.NameServer, 1, 3600, "ns.example"u8);
        return made.Written.ToArray();
    }

    public static byte[] NoSuchName(ushort id)
    {
        DnsEncoder made = new(new byte[512], id, DnsEncoder.AnswerFlags | DnsNames.NoSuchName);
        made.Question("plc.crane7.example"u8, DnsTypes.A);
        made.Authority(DnsSection.Authority, "example"u8, 60, "ns.example"u8, "host\\.master.example"u8, 2026110101);
        return made.Written.ToArray();
    }

    /// <summary>Every type that the room decodes, and two that it does not.</summary>
    public static byte[] EveryType(ushort id)
    {
        ReadOnlySpan<byte> name = "plc.crane7.example"u8;
        DnsEncoder made = new(new byte[2048], id, DnsEncoder.AnswerFlags);
        made.Question(name, DnsTypes.Any);
        made.Address(DnsSection.Answer, name, 1, 300, CameraV6);
        made.MailExchange(DnsSection.Answer, name, 300, 10, "mail.example"u8);
        made.Service(DnsSection.Answer, "_opcua-tcp._tcp.example"u8, 1, 300, 4840, "plc.crane7.example"u8);
        made.Text(DnsSection.Answer, name, 1, 300, "v=1\0\u00fc"u8);
        made.HostInformation(DnsSection.Answer, name, 1, 300, "S7-1516"u8, "V2.9"u8);
        made.Name(DnsSection.Answer, "1.7.20.10.in-addr.arpa"u8, DnsTypes.Pointer, 1, 300, name);
        made.Name(DnsSection.Answer, name, DnsTypes.DelegationName, 1, 300, "crane8.example"u8);
        made.Record(DnsSection.Answer, name, DnsTypes.Null, 1, 300, [1, 2, 3]);
        made.Record(DnsSection.Answer, name, DnsTypes.Key, 1, 300, [1, 0, 3, 5, 9, 9]);
        made.Record(DnsSection.Answer, name, DnsTypes.NamingAuthority, 1, 300, [0, 1, 0, 2, 1, (byte)'U', 3, .. "E2U"u8, 0, 0]);
        made.Record(DnsSection.Answer, name, DnsTypes.DelegationSigner, 1, 300, [0xE0, 0x0B, 8, 2, 1, 2, 3, 4]);
        made.Record(DnsSection.Answer, name, DnsTypes.HostKey, 1, 300, [1, 2, 7, 7, 7]);
        made.Record(DnsSection.Answer, name, DnsTypes.Signature, 1, 300, [0, 1, 8, 2, 0, 0, 1, 44, 101, 0, 0, 0, 100, 0, 0, 0, 0x67, 0x66, 1, (byte)'x', 0, 5, 5]);
        made.Record(DnsSection.Answer, name, DnsTypes.NextSecure, 1, 300, [1, (byte)'b', 0, 0, 2, 0x40, 0x01]);
        made.Record(DnsSection.Answer, name, DnsTypes.PublicKey, 1, 300, [1, 1, 3, 8, 1, 2, 3]);
        made.Record(DnsSection.Answer, name, DnsTypes.NextSecure3, 1, 300, [1, 1, 0, 10, 2, 0x7F, 0x6F, 4, 1, 2, 3, 4, 0, 1, 0x40]);
        made.Record(DnsSection.Answer, name, DnsTypes.NextSecure3Parameters, 1, 300, [1, 0, 0, 10, 0]);
        made.Record(DnsSection.Answer, name, DnsTypes.TlsAssociation, 1, 300, [3, 1, 1, 9, 9, 9]);
        made.Record(
            DnsSection.Answer,
            name,
            DnsTypes.HttpsBinding,
            1,
            300,
            [0, 1, 0, 0, 1, 0, 3, 2, (byte)'h', (byte)'2', 0, 3, 0, 2, 1, 187, 0, 4, 0, 4, 10, 20, 7, 1, 0, 9, 0, 1, 5, 0, 0, 0, 2, 0, 1]);
        made.Record(DnsSection.Answer, name, DnsTypes.SenderPolicy, 1, 300, [4, .. "v=sp"u8]);
        made.Record(DnsSection.Answer, name, DnsTypes.CertificationAuthority, 1, 300, [0x80, 5, .. "issueca.example"u8]);
        made.Record(DnsSection.Answer, name, 29, 1, 300, new byte[16]);
        made.Record(DnsSection.Answer, name, 65300, 1, 300, [1, 2]);
        made.Options(1232, [0, 8, 0, 7, 0, 1, 24, 0, 10, 20, 7, 0, 12, 0, 2, 0, 0, 0, 15, 0, 4, 0, 22, (byte)'n', (byte)'o', 0, 5, 0, 1, 8]);
        made.Record(
            DnsSection.Additional,
            "key"u8,
            DnsTypes.TransactionSignature,
            255,
            0,
            [1, (byte)'h', 0, 0, 0, 0x65, 0, 0, 0, 1, 44, 0, 2, 6, 6, 0x10, 2, 0, 0, 0, 0]);
        return made.Written.ToArray();
    }

    /// <summary>Adds an address, deletes one, deletes all of a name.</summary>
    public static byte[] Update(ushort id)
    {
        DnsEncoder made = new(new byte[512], id, DnsEncoder.UpdateFlags);
        made.Question("crane7.example"u8, DnsTypes.Authority);
        made.Record(DnsSection.Answer, "plc.crane7.example"u8, DnsTypes.CanonicalName, DnsNames.ClassNone, 0, []);
        made.Address(DnsSection.Authority, "plc.crane7.example"u8, 1, 300, Plc);
        made.Address(DnsSection.Authority, "plc.crane7.example"u8, DnsNames.ClassNone, 0, CameraV6);
        made.Record(DnsSection.Authority, "old.crane7.example"u8, DnsTypes.Any, DnsNames.ClassAny, 0, []);
        return made.Written.ToArray();
    }

    public static byte[] UpdateAnswer(ushort id, int rcode)
    {
        DnsEncoder made = new(new byte[512], id, (ushort)(0x8000 | DnsEncoder.UpdateFlags | rcode));
        made.Question("crane7.example"u8, DnsTypes.Authority);
        return made.Written.ToArray();
    }

    public static byte[] ServiceQuestion()
    {
        DnsEncoder made = new(new byte[512], 0, 0);
        made.Question("_rtsp._tcp.local"u8, DnsTypes.Pointer, DnsEncoder.InternetFlush);
        made.Name(DnsSection.Answer, "_rtsp._tcp.local"u8, DnsTypes.Pointer, 1, 4500, "Spreader 2\\.0._rtsp._tcp.local"u8);
        return made.Written.ToArray();
    }

    public static byte[] Announcement()
    {
        DnsEncoder made = new(new byte[1024], 0, DnsEncoder.MulticastAnswerFlags);
        made.Name(DnsSection.Answer, "_rtsp._tcp.local"u8, DnsTypes.Pointer, 1, 4500, "Spreader 2\\.0._rtsp._tcp.local"u8);
        made.Service(DnsSection.Additional, "Spreader 2\\.0._rtsp._tcp.local"u8, DnsEncoder.InternetFlush, 120, 554, "camera-7.local"u8);
        made.Text(DnsSection.Additional, "Spreader 2\\.0._device-info._tcp.local"u8, DnsEncoder.InternetFlush, 4500, "model=P3245-LV"u8);
        made.HostInformation(DnsSection.Additional, "CAMERA-7.local"u8, DnsEncoder.InternetFlush, 120, "ARMV7L"u8, "LINUX"u8);
        made.HostInformation(DnsSection.Additional, "other.local"u8, DnsEncoder.InternetFlush, 120, "X86_64"u8, "BSD"u8);
        made.Address(DnsSection.Additional, "camera-7.local"u8, DnsEncoder.InternetFlush, 120, Camera);
        made.Address(DnsSection.Additional, "sleeper.local"u8, DnsEncoder.InternetFlush, 120, Plc);
        made.Options(1440, []);
        return made.Written.ToArray();
    }

    public static byte[] Goodbye()
    {
        DnsEncoder made = new(new byte[512], 0, DnsEncoder.MulticastAnswerFlags);
        made.Address(DnsSection.Answer, "camera-7.local"u8, DnsEncoder.InternetFlush, 0, Camera);
        return made.Written.ToArray();
    }

    public static byte[] LinkLocal(ushort id, bool isAnswer)
    {
        DnsEncoder made = new(new byte[512], id, (ushort)(isAnswer ? 0x8000 : 0));
        made.Question("OT-ENG-01"u8, DnsTypes.A);
        if (isAnswer)
        {
            made.Address(DnsSection.Answer, "OT-ENG-01"u8, 1, 30, Camera);
        }

        return made.Written.ToArray();
    }

    /// <summary>Reads a message by the view and builds it again; null where its names are compressed.</summary>
    public static byte[]? Again(byte[] bytes)
    {
        if (!DnsFrame.TryRead(bytes, out DnsFrame message))
        {
            return null;
        }

        DnsEncoder made = new(new byte[(bytes.Length * 4) + 256], message.Id, message.Flags);
        Span<byte> name = stackalloc byte[DnsName.LongestText];
        DnsReader reader = message.Read();
        while (reader.TryNext(out DnsEntry entry))
        {
            DnsName.Read(bytes, entry.Offset, name, out int length);
            if (entry.Section == DnsSection.Question)
            {
                made.Question(name[..length], entry.Type, entry.Class);
            }
            else
            {
                made.Record(entry.Section, name[..length], entry.Type, entry.Class, entry.TimeToLive, bytes.AsSpan(entry.DataOffset, entry.DataLength));
            }
        }

        return made.Written.Length == bytes.Length ? made.Written.ToArray() : null;
    }

    /// <summary>Header, names, times and lengths by the view.</summary>
    public static IEnumerable<(string Filter, string Raw)> View(byte[] bytes)
    {
        Assert.True(DnsFrame.TryRead(bytes, out DnsFrame message));
        bool isUpdate = message.Opcode == DnsNames.Update;
        List<(string, string)> fields =
        [
            ("dns.id", Text(message.Id)),
            ("dns.flags", Text(message.Flags)),
            ("dns.flags.response", message.IsResponse ? "1" : "0"),
            ("dns.flags.opcode", Text(message.Opcode)),
            ("dns.flags.truncated", message.IsTruncated ? "1" : "0"),
            (isUpdate ? "dns.count.zones" : "dns.count.queries", Text(message.Count(DnsSection.Question))),
            (isUpdate ? "dns.count.prerequisites" : "dns.count.answers", Text(message.Count(DnsSection.Answer))),
            (isUpdate ? "dns.count.updates" : "dns.count.auth_rr", Text(message.Count(DnsSection.Authority))),
            ("dns.count.add_rr", Text(message.Count(DnsSection.Additional))),
        ];
        byte[] name = new byte[DnsName.LongestText];
        DnsReader reader = message.Read();
        while (reader.TryNext(out DnsEntry entry))
        {
            Assert.Equal(DnsFault.None, DnsName.Read(bytes, entry.Offset, name, out int length));
            string plain = length == 0 ? "<Root>" : Encoding.UTF8.GetString(name, 0, length).Replace("\\", "", StringComparison.Ordinal);
            if (entry.Section == DnsSection.Question)
            {
                fields.Add(("dns.qry.name", plain));
                fields.Add(("dns.qry.type", Text(entry.Type)));
                continue;
            }

            if (entry.Type != DnsTypes.Service)
            {
                fields.Add(("dns.resp.name", plain));
            }

            // Not the type: the tree names the types of an NSEC record under the same filter, as tshark does.
            if (entry.Type != DnsTypes.Options)
            {
                fields.Add(("dns.resp.ttl", Text(entry.TimeToLive)));
            }

            fields.Add(("dns.resp.len", Text(entry.DataLength)));
        }

        return fields;
    }

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
