using System.Globalization;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Dns;

/// <summary>The fields inside a record, by its type; types without a case here are left to the caller, as bytes.</summary>
static class DnsDescribeData
{
    /// <summary>Describes as far as the data fits its type.</summary>
    /// <param name="message">The whole message, for names.</param>
    /// <param name="entry">The record.</param>
    /// <param name="data">A cursor over its data alone.</param>
    public static void Describe(ReadOnlySpan<byte> message, in DnsEntry entry, FieldCursor data)
    {
        switch (entry.Type)
        {
            case DnsTypes.A:
                Address(data, "Address", 4, "dns.a");
                break;
            case DnsTypes.Aaaa:
                Address(data, "AAAA Address", 16, "dns.aaaa");
                break;
            case DnsTypes.NameServer:
                Name(message, entry, data, "Name Server", "dns.ns");
                break;
            case DnsTypes.CanonicalName:
                Name(message, entry, data, "CNAME", "dns.cname");
                break;
            case DnsTypes.DelegationName:
                Name(message, entry, data, "Dname", "dns.dname");
                break;
            case DnsTypes.Pointer:
                Name(message, entry, data, "Domain Name", "dns.ptr.domain_name");
                break;
            case DnsTypes.MailExchange:
                data.Number("Preference", 2, "dns.mx.preference");
                Name(message, entry, data, "Mail Exchange", "dns.mx.mail_exchange");
                break;
            case DnsTypes.Authority:
                Authority(message, entry, data);
                break;
            case DnsTypes.Service:
                data.Number("Priority", 2, "dns.srv.priority");
                data.Number("Weight", 2, "dns.srv.weight");
                data.Number("Port", 2, "dns.srv.port");
                Name(message, entry, data, "Target", "dns.srv.target");
                break;
            case DnsTypes.NamingAuthority:
                NamingAuthority(message, entry, data);
                break;
            case DnsTypes.HostInformation:
                Counted(data, "CPU", "dns.hinfo.cpu", "dns.hinfo.cpu_length");
                Counted(data, "OS", "dns.hinfo.os", "dns.hinfo.os_length");
                break;
            case DnsTypes.Text:
                Texts(data, "TXT", "dns.txt");
                break;
            case DnsTypes.SenderPolicy:
                Texts(data, "SPF", "dns.spf");
                break;
            case DnsTypes.Null:
                data.Remainder("Null (data)", "dns.null");
                break;
            case DnsTypes.Options:
                DnsDescribeOptions.Describe(data);
                break;
            case DnsTypes.ServiceBinding or DnsTypes.HttpsBinding:
                ServiceBinding(message, entry, data);
                break;
            default:
                DnsDescribeSecurity.Describe(message, entry, data);
                break;
        }
    }

    /// <summary>What the record says in a few words, for its heading; empty where that takes more.</summary>
    public static string Summary(ReadOnlySpan<byte> message, in DnsEntry entry)
    {
        ReadOnlySpan<byte> data = message.Slice(entry.DataOffset, entry.DataLength);
        int name = entry.Type switch
        {
            DnsTypes.CanonicalName or DnsTypes.Pointer or DnsTypes.NameServer or DnsTypes.DelegationName => 0,
            DnsTypes.MailExchange => 2,
            DnsTypes.Service => 6,
            _ => int.MaxValue,
        };
        return (entry.Type, data.Length) switch
        {
            (DnsTypes.A, 4) => "addr " + IpAddress.ReadV4(data),
            (DnsTypes.Aaaa, 16) => "addr " + IpAddress.ReadV6(data),
            _ => name < data.Length ? DnsDescribe.Name(message, entry.DataOffset + name).Text : "",
        };
    }

    /// <summary>A name in a record's data, as far as it lies there.</summary>
    internal static void Name(ReadOnlySpan<byte> message, in DnsEntry entry, FieldCursor data, string title, string filter)
    {
        int at = entry.DataOffset + data.At;
        int end = DnsName.Skip(message[..entry.End], at);
        if (end < 0)
        {
            data.Remainder(title + " (broken name)");
            return;
        }

        (string text, string raw) = DnsDescribe.Name(message, at);
        data.Value(title, text, end - at, filter, raw);
    }

    /// <summary>An IPv4 or IPv6 address.</summary>
    internal static void Address(FieldCursor data, string title, int length, string filter)
    {
        if (data.Left < length)
        {
            data.Remainder(title + " (cut short)");
            return;
        }

        IpAddress address = length == 4 ? IpAddress.ReadV4(data.Rest) : IpAddress.ReadV6(data.Rest);
        string text = address.IsNone ? "::" : address.ToString();
        data.Value(title, text, length, filter, text);
    }

    /// <summary>A text behind its length in one byte.</summary>
    internal static void Counted(FieldCursor data, string title, string filter, string lengthFilter)
    {
        if (data.Left == 0)
        {
            return;
        }

        int length = (int)data.Number(title + " length", 1, lengthFilter);
        Text(data, title, length, filter);
    }

    /// <summary>A text of that many bytes.</summary>
    internal static void Text(FieldCursor data, string title, int length, string filter)
    {
        int there = Math.Min(length, data.Left);
        ReadOnlySpan<byte> bytes = data.Rest[..there];
        int end = bytes.IndexOf((byte)0);

        // tshark prints a text up to its first NUL.
        data.Value(title, NetworkText.Decode(bytes), there, filter, DnsText.AsTshark(end < 0 ? bytes : bytes[..end]));
    }

    static void Texts(FieldCursor data, string title, string filter)
    {
        while (data.Left > 0)
        {
            Counted(data, title, filter, filter + ".length");
        }
    }

    static void Authority(ReadOnlySpan<byte> message, in DnsEntry entry, FieldCursor data)
    {
        Name(message, entry, data, "Primary name server", "dns.soa.mname");
        Name(message, entry, data, "Responsible authority's mailbox", "dns.soa.rname");
        data.Number("Serial Number", 4, "dns.soa.serial_number");
        data.Number("Refresh Interval", 4, "dns.soa.refresh_interval");
        data.Number("Retry Interval", 4, "dns.soa.retry_interval");
        data.Number("Expire limit", 4, "dns.soa.expire_limit");
        data.Number("Minimum TTL", 4, "dns.soa.minimum_ttl");
    }

    static void NamingAuthority(ReadOnlySpan<byte> message, in DnsEntry entry, FieldCursor data)
    {
        data.Number("Order", 2, "dns.naptr.order");
        data.Number("Preference", 2, "dns.naptr.preference");
        Counted(data, "Flags", "dns.naptr.flags", "dns.naptr.flags_length");
        Counted(data, "Service", "dns.naptr.service", "dns.naptr.service_length");
        Counted(data, "Regex", "dns.naptr.regex", "dns.naptr.regex_length");
        Name(message, entry, data, "Replacement", "dns.naptr.replacement");
    }

    static void ServiceBinding(ReadOnlySpan<byte> message, in DnsEntry entry, FieldCursor data)
    {
        data.Number("SvcPriority", 2, "dns.svcb.svcpriority");
        Name(message, entry, data, "TargetName", "dns.svcb.targetname");
        while (data.Left >= 4)
        {
            int length = (int)data.Peek(2, skip: 2);
            string key = DnsNames.ServiceKeys.GetValueOrDefault((int)data.Peek(2))
                ?? string.Create(CultureInfo.InvariantCulture, $"key{data.Peek(2)}");
            data.Open("SvcParam", key, 4 + length);
            uint number = data.Number("SvcParamKey", 2, "dns.svcb.svcparam.key", _ => key);
            data.Number("SvcParamValue length", 2, "dns.svcb.svcparam.value.length");
            ServiceValue(data.Take(length), number);
            data.Close();
        }
    }

    static void ServiceValue(FieldCursor value, uint key)
    {
        switch (key)
        {
            case 0:
                while (value.Left >= 2)
                {
                    value.Number("Mandatory key", 2, "dns.svcb.svcparam.mandatory.key", v => DnsNames.ServiceKeys.GetValueOrDefault((int)v));
                }

                break;
            case 1:
                while (value.Left > 0)
                {
                    Counted(value, "ALPN", "dns.svcb.svcparam.alpn", "dns.svcb.svcparam.alpn.length");
                }

                break;
            case 3:
                value.Number("Port", 2, "dns.svcb.svcparam.port");
                break;
            case 4:
                while (value.Left >= 4)
                {
                    Address(value, "IP", 4, "dns.svcb.svcparam.ipv4hint.ip");
                }

                break;
            case 5:
                value.Remainder("ECHConfig", "dns.svcb.svcparam.echconfig");
                break;
            case 6:
                while (value.Left >= 16)
                {
                    Address(value, "IP", 16, "dns.svcb.svcparam.ipv6hint.ip");
                }

                break;
            default:
                value.Remainder("SvcParamValue", "dns.svcb.svcparam.value");
                break;
        }

        value.Remainder("Bytes behind the value");
    }
}
