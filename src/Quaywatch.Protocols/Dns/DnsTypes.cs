using System.Globalization;

namespace Quaywatch.Protocols.Dns;

/// <summary>Record types: IANA "Domain Name System (DNS) Parameters", with the two of Microsoft's name service.</summary>
public static class DnsTypes
{
    /// <summary>A.</summary>
    public const ushort A = 1;

    /// <summary>NS.</summary>
    public const ushort NameServer = 2;

    /// <summary>CNAME.</summary>
    public const ushort CanonicalName = 5;

    /// <summary>SOA.</summary>
    public const ushort Authority = 6;

    /// <summary>NULL.</summary>
    public const ushort Null = 10;

    /// <summary>PTR.</summary>
    public const ushort Pointer = 12;

    /// <summary>HINFO.</summary>
    public const ushort HostInformation = 13;

    /// <summary>MX.</summary>
    public const ushort MailExchange = 15;

    /// <summary>TXT.</summary>
    public const ushort Text = 16;

    /// <summary>SIG.</summary>
    public const ushort OldSignature = 24;

    /// <summary>KEY.</summary>
    public const ushort Key = 25;

    /// <summary>AAAA.</summary>
    public const ushort Aaaa = 28;

    /// <summary>SRV.</summary>
    public const ushort Service = 33;

    /// <summary>NAPTR.</summary>
    public const ushort NamingAuthority = 35;

    /// <summary>DNAME.</summary>
    public const ushort DelegationName = 39;

    /// <summary>OPT.</summary>
    public const ushort Options = 41;

    /// <summary>DS.</summary>
    public const ushort DelegationSigner = 43;

    /// <summary>SSHFP.</summary>
    public const ushort HostKey = 44;

    /// <summary>RRSIG.</summary>
    public const ushort Signature = 46;

    /// <summary>NSEC.</summary>
    public const ushort NextSecure = 47;

    /// <summary>DNSKEY.</summary>
    public const ushort PublicKey = 48;

    /// <summary>NSEC3.</summary>
    public const ushort NextSecure3 = 50;

    /// <summary>NSEC3PARAM.</summary>
    public const ushort NextSecure3Parameters = 51;

    /// <summary>TLSA.</summary>
    public const ushort TlsAssociation = 52;

    /// <summary>SVCB.</summary>
    public const ushort ServiceBinding = 64;

    /// <summary>HTTPS.</summary>
    public const ushort HttpsBinding = 65;

    /// <summary>SPF.</summary>
    public const ushort SenderPolicy = 99;

    /// <summary>TSIG.</summary>
    public const ushort TransactionSignature = 250;

    /// <summary>IXFR.</summary>
    public const ushort IncrementalTransfer = 251;

    /// <summary>AXFR.</summary>
    public const ushort Transfer = 252;

    /// <summary>*.</summary>
    public const ushort Any = 255;

    /// <summary>CAA.</summary>
    public const ushort CertificationAuthority = 257;

    static readonly Dictionary<ushort, string> s_names = new Dictionary<ushort, string>
    {
        [1] = "A",
        [2] = "NS",
        [3] = "MD",
        [4] = "MF",
        [5] = "CNAME",
        [6] = "SOA",
        [7] = "MB",
        [8] = "MG",
        [9] = "MR",
        [10] = "NULL",
        [11] = "WKS",
        [12] = "PTR",
        [13] = "HINFO",
        [14] = "MINFO",
        [15] = "MX",
        [16] = "TXT",
        [17] = "RP",
        [18] = "AFSDB",
        [19] = "X25",
        [20] = "ISDN",
        [21] = "RT",
        [22] = "NSAP",
        [23] = "NSAP-PTR",
        [24] = "SIG",
        [25] = "KEY",
        [26] = "PX",
        [27] = "GPOS",
        [28] = "AAAA",
        [29] = "LOC",
        [30] = "NXT",
        [31] = "EID",
        [32] = "NIMLOC",
        [33] = "SRV",
        [34] = "ATMA",
        [35] = "NAPTR",
        [36] = "KX",
        [37] = "CERT",
        [38] = "A6",
        [39] = "DNAME",
        [40] = "SINK",
        [41] = "OPT",
        [42] = "APL",
        [43] = "DS",
        [44] = "SSHFP",
        [45] = "IPSECKEY",
        [46] = "RRSIG",
        [47] = "NSEC",
        [48] = "DNSKEY",
        [49] = "DHCID",
        [50] = "NSEC3",
        [51] = "NSEC3PARAM",
        [52] = "TLSA",
        [53] = "SMIMEA",
        [55] = "HIP",
        [56] = "NINFO",
        [57] = "RKEY",
        [58] = "TALINK",
        [59] = "CDS",
        [60] = "CDNSKEY",
        [61] = "OPENPGPKEY",
        [62] = "CSYNC",
        [63] = "ZONEMD",
        [64] = "SVCB",
        [65] = "HTTPS",
        [66] = "DSYNC",
        [67] = "HHIT",
        [68] = "BRID",
        [99] = "SPF",
        [100] = "UINFO",
        [101] = "UID",
        [102] = "GID",
        [103] = "UNSPEC",
        [104] = "NID",
        [105] = "L32",
        [106] = "L64",
        [107] = "LP",
        [108] = "EUI48",
        [109] = "EUI64",
        [128] = "NXNAME",
        [249] = "TKEY",
        [250] = "TSIG",
        [251] = "IXFR",
        [252] = "AXFR",
        [253] = "MAILB",
        [254] = "MAILA",
        [255] = "*",
        [256] = "URI",
        [257] = "CAA",
        [258] = "AVC",
        [259] = "DOA",
        [260] = "AMTRELAY",
        [261] = "RESINFO",
        [262] = "WALLET",
        [263] = "CLA",
        [264] = "IPN",
        [32768] = "TA",
        [32769] = "DLV",
        [65281] = "WINS",
        [65282] = "WINS-R",
    };

    /// <summary>The type's name; TYPE and the number where it has none (RFC 3597, section 5).</summary>
    public static string Name(ushort type) => s_names.GetValueOrDefault(type) ?? string.Create(CultureInfo.InvariantCulture, $"TYPE{type}");

    /// <summary>Whether the type has been given out.</summary>
    public static bool IsKnown(ushort type) => s_names.ContainsKey(type);
}
