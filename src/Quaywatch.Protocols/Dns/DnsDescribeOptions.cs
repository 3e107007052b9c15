namespace Quaywatch.Protocols.Dns;

/// <summary>The options of EDNS in an OPT record. RFC 6891; client subnet RFC 7871, cookie RFC 7873, keep-alive RFC 7828, padding
/// RFC 7830, chain RFC 7901, extended error RFC 8914.</summary>
static class DnsDescribeOptions
{
    const int Algorithms = 5;
    const int Digests = 6;
    const int Hashes = 7;
    const int ClientSubnet = 8;
    const int Cookie = 10;
    const int ClientCookieSize = 8;
    const int KeepAlive = 11;
    const int Padding = 12;
    const int ExtendedError = 15;

    public static void Describe(FieldCursor data)
    {
        while (data.Left >= 4)
        {
            int length = (int)data.Peek(2, skip: 2);
            string? name = DnsNames.Options.GetValueOrDefault((int)data.Peek(2));
            data.Open("Option", name ?? "Unknown", 4 + length);
            uint code = data.Number("Option Code", 2, "dns.opt.code", _ => name);
            data.Number("Option Length", 2, "dns.opt.len");
            Value(data.Take(length), code);
            data.Close();
        }
    }

    static void Value(FieldCursor value, uint code)
    {
        if (value.Left == 0)
        {
            return;
        }

        string bytes = Convert.ToHexStringLower(value.Rest);
        value.Open("Option Data", bytes, value.Left, "dns.opt.data", bytes);
        Content(value, code);
        value.Remainder("Data");
        value.Close();
    }

    static void Content(FieldCursor value, uint code)
    {
        switch (code)
        {
            case Algorithms:
                Each(value, "DAU", "dns.opt.dau");
                break;
            case Digests:
                Each(value, "DHU", "dns.opt.dhu");
                break;
            case Hashes:
                Each(value, "N3U", "dns.opt.n3u");
                break;
            case ClientSubnet:
                Subnet(value);
                break;
            case Cookie:
                value.Bytes("Client Cookie", ClientCookieSize, "dns.opt.cookie.client");
                value.Remainder("Server Cookie", "dns.opt.cookie.server");
                break;
            case KeepAlive when value.Left == 2:
                value.Number("Timeout", 2, "dns.opt.edns_tcp_keepalive.timeout");
                break;
            case Padding:
                value.Remainder("Padding", "dns.opt.padding");
                break;
            case ExtendedError:
                value.Number("Info Code", 2, "dns.opt.ext_error.info_code", v => DnsNames.ExtendedErrors.GetValueOrDefault((int)v));
                if (value.Left > 0)
                {
                    DnsDescribeData.Text(value, "Extra Text", value.Left, "dns.opt.ext_error.extra_text");
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Algorithms that the sender understands (RFC 6975), a byte each.</summary>
    static void Each(FieldCursor value, string name, string filter)
    {
        while (value.Left > 0)
        {
            value.Number(name, 1, filter);
        }
    }

    /// <summary>The client's network, of which only the first bytes are sent.</summary>
    static void Subnet(FieldCursor value)
    {
        uint family = value.Number("Family", 2, "dns.opt.client.family", v => v switch { 1 => "IPv4", 2 => "IPv6", _ => null });
        value.Number("Source Netmask", 1, "dns.opt.client.netmask");
        value.Number("Scope Netmask", 1, "dns.opt.client.scope");
        int whole = family switch { 1 => 4, 2 => 16, _ => 0 };
        int there = value.Left;
        if (there == 0 || there > whole)
        {
            return;
        }

        Span<byte> address = stackalloc byte[16];
        address.Clear();
        value.Rest.CopyTo(address);
        string text = (whole == 4 ? Observations.IpAddress.ReadV4(address) : Observations.IpAddress.ReadV6(address)).ToString();
        value.Value("Client Subnet", text, there, whole == 4 ? "dns.opt.client.addr4" : "dns.opt.client.addr6", text);
    }
}
