using Quaywatch.Observations;

namespace Quaywatch.Protocols.Dns;

/// <summary>Names that stand for addresses: <c>4.3.2.1.in-addr.arpa</c> (RFC 1035, section 3.5) and the 32 digits of
/// <c>ip6.arpa</c> (RFC 3596, section 2.5).</summary>
static class DnsReverse
{
    const int V6Digits = 32;

    /// <summary>The address; none where the name is no whole one.</summary>
    public static IpAddress Read(ReadOnlySpan<byte> name)
    {
        int zone = name.Length - ".in-addr.arpa".Length;
        if (zone > 0 && DnsName.AreSame(name[zone..], ".in-addr.arpa"u8))
        {
            return ReadV4(name[..zone]);
        }

        zone = name.Length - ".ip6.arpa".Length;
        return zone == (V6Digits * 2) - 1 && DnsName.AreSame(name[zone..], ".ip6.arpa"u8) ? ReadV6(name[..zone]) : default;
    }

    static IpAddress ReadV4(ReadOnlySpan<byte> digits)
    {
        uint value = 0;
        for (int i = 0; i < 4; i++)
        {
            int dot = digits.IndexOf((byte)'.');
            ReadOnlySpan<byte> part = dot < 0 ? digits : digits[..dot];
            if ((dot < 0) != (i == 3) || !System.Buffers.Text.Utf8Parser.TryParse(part, out byte octet, out int used) || used != part.Length)
            {
                return default;
            }

            value |= (uint)octet << (8 * i);
            digits = dot < 0 ? default : digits[(dot + 1)..];
        }

        return IpAddress.V4(value);
    }

    static IpAddress ReadV6(ReadOnlySpan<byte> digits)
    {
        Span<byte> address = stackalloc byte[16];
        address.Clear();
        for (int i = 0; i < V6Digits; i++)
        {
            int digit = Digit(digits[2 * i]);
            if (digit < 0 || (i < V6Digits - 1 && digits[(2 * i) + 1] != '.'))
            {
                return default;
            }

            address[15 - (i >> 1)] |= (byte)(digit << (4 * (i & 1)));
        }

        return IpAddress.ReadV6(address);
    }

    static int Digit(byte character) => (char)character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' => character - 'a' + 10,
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => -1,
    };
}
