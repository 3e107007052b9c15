namespace Quaywatch.Protocols.Dns;

/// <summary>The tables of DNS beside its types: IANA "Domain Name System (DNS) Parameters" and "DNS Security Algorithm Numbers", in
/// Wireshark's wording where it has one.</summary>
public static class DnsNames
{
    /// <summary>Opcode of a query.</summary>
    public const int Query = 0;

    /// <summary>Opcode of DNS stateful operations, RFC 8490.</summary>
    public const int Stateful = 6;

    /// <summary>Opcode of a dynamic update, RFC 2136.</summary>
    public const int Update = 5;

    /// <summary>Reply code: the name does not exist.</summary>
    public const int NoSuchName = 3;

    /// <summary>Class Internet.</summary>
    public const ushort Internet = 1;

    /// <summary>Class NONE: an update deletes that record.</summary>
    public const ushort ClassNone = 254;

    /// <summary>Class ANY: an update deletes all records of that name and type.</summary>
    public const ushort ClassAny = 255;

    /// <summary>Opcodes.</summary>
    public static IReadOnlyDictionary<int, string> Opcodes { get; } = new Dictionary<int, string>
    {
        [0] = "Standard query",
        [1] = "Inverse query",
        [2] = "Server status request",
        [4] = "Zone change notification",
        [5] = "Dynamic update",
        [6] = "DNS Stateful operations (DSO)",
    };

    /// <summary>Reply codes, with those of 12 bits that EDNS and TSIG add.</summary>
    public static IReadOnlyDictionary<int, string> Rcodes { get; } = new Dictionary<int, string>
    {
        [0] = "No error",
        [1] = "Format error",
        [2] = "Server failure",
        [3] = "No such name",
        [4] = "Not implemented",
        [5] = "Refused",
        [6] = "Name exists",
        [7] = "RRset exists",
        [8] = "RRset does not exist",
        [9] = "Not authoritative",
        [10] = "Name out of zone",
        [11] = "DSO-Type not implemented",
        [16] = "Bad OPT Version or TSIG Signature Failure",
        [17] = "Key not recognized",
        [18] = "Signature out of time window",
        [19] = "Bad TKEY Mode",
        [20] = "Duplicate key name",
        [21] = "Algorithm not supported",
        [22] = "Bad Truncation",
        [23] = "Bad/missing Server Cookie",
    };

    /// <summary>Classes.</summary>
    public static IReadOnlyDictionary<int, string> Classes { get; } = new Dictionary<int, string>
    {
        [1] = "IN",
        [2] = "CS",
        [3] = "CH",
        [4] = "HS",
        [254] = "NONE",
        [255] = "ANY",
    };

    /// <summary>Algorithms of keys and signatures.</summary>
    public static IReadOnlyDictionary<int, string> Algorithms { get; } = new Dictionary<int, string>
    {
        [1] = "RSA/MD5",
        [2] = "Diffie-Hellman",
        [3] = "DSA",
        [4] = "Elliptic curve crypto",
        [5] = "RSA/SHA1",
        [6] = "DSA + NSEC3/SHA1",
        [7] = "RSA/SHA1 + NSEC3/SHA1",
        [8] = "RSA/SHA-256",
        [10] = "RSA/SHA-512",
        [12] = "GOST R 34.10-2001",
        [13] = "ECDSA Curve P-256 with SHA-256",
        [14] = "ECDSA Curve P-384 with SHA-384",
        [15] = "Ed25519",
        [16] = "Ed448",
        [157] = "HMAC/MD5",
        [252] = "Indirect key",
        [253] = "Private, domain name",
        [254] = "Private, OID",
    };

    /// <summary>Digests of DS records.</summary>
    public static IReadOnlyDictionary<int, string> Digests { get; } = new Dictionary<int, string>
    {
        [0] = "Reserved",
        [1] = "SHA-1",
        [2] = "SHA-256",
        [3] = "GOST R 34.11-94",
        [4] = "SHA-384",
    };

    /// <summary>Usages of TLSA records, RFC 7218.</summary>
    public static IReadOnlyDictionary<int, string> TlsUsages { get; } = new Dictionary<int, string>
    {
        [0] = "CA constraint (PKIX-TA)",
        [1] = "Service certificate constraint (PKIX-EE)",
        [2] = "Trust anchor assertion (DANE-TA)",
        [3] = "Domain-issued certificate (DANE-EE)",
    };

    /// <summary>Selectors of TLSA records.</summary>
    public static IReadOnlyDictionary<int, string> TlsSelectors { get; } = new Dictionary<int, string>
    {
        [0] = "Full certificate (Cert)",
        [1] = "SubjectPublicKeyInfo (SPKI)",
    };

    /// <summary>Matching types of TLSA records.</summary>
    public static IReadOnlyDictionary<int, string> TlsMatches { get; } = new Dictionary<int, string>
    {
        [0] = "No Hash Used (Full)",
        [1] = "256 bit hash by SHA2 (SHA2-256)",
        [2] = "512 bit hash by SHA2 (SHA2-512)",
    };

    /// <summary>Options of EDNS.</summary>
    public static IReadOnlyDictionary<int, string> Options { get; } = new Dictionary<int, string>
    {
        [0] = "Reserved",
        [1] = "LLQ",
        [2] = "Update Lease",
        [3] = "NSID",
        [5] = "DAU",
        [6] = "DHU",
        [7] = "N3U",
        [8] = "CSUBNET",
        [9] = "EXPIRE",
        [10] = "COOKIE",
        [11] = "TCP KEEPALIVE",
        [12] = "PADDING",
        [13] = "CHAIN",
        [14] = "KEY TAG",
        [15] = "Extended DNS Error",
        [16] = "CLIENT TAG",
        [17] = "SERVER TAG",
        [18] = "Report Channel",
        [19] = "ZONEVERSION",
    };

    /// <summary>Keys of SVCB and HTTPS records, RFC 9460.</summary>
    public static IReadOnlyDictionary<int, string> ServiceKeys { get; } = new Dictionary<int, string>
    {
        [0] = "mandatory",
        [1] = "alpn",
        [2] = "no-default-alpn",
        [3] = "port",
        [4] = "ipv4hint",
        [5] = "ech",
        [6] = "ipv6hint",
        [7] = "dohpath",
        [8] = "ohttp",
        [9] = "tls-supported-groups",
    };

    /// <summary>Extended errors of EDNS, RFC 8914.</summary>
    public static IReadOnlyDictionary<int, string> ExtendedErrors { get; } = new Dictionary<int, string>
    {
        [0] = "Other Error",
        [1] = "Unsupported DNSKEY Algorithm",
        [2] = "Unsupported DS Digest Type",
        [3] = "Stale Answer",
        [4] = "Forged Answer",
        [5] = "DNSSEC Indeterminate",
        [6] = "DNSSEC Bogus",
        [7] = "Signature Expired",
        [8] = "Signature Not Yet Valid",
        [9] = "DNSKEY Missing",
        [10] = "RRSIGs Missing",
        [11] = "No Zone Key Bit Set",
        [12] = "NSEC Missing",
        [13] = "Cached Error",
        [14] = "Not Ready",
        [15] = "Blocked",
        [16] = "Censored",
        [17] = "Filtered",
        [18] = "Prohibited",
        [19] = "Stale NXDomain Answer",
        [20] = "Not Authoritative",
        [21] = "Not Supported",
        [22] = "No Reachable Authority",
        [23] = "Network Error",
        [24] = "Invalid Data",
        [25] = "Signature Expired before Valid",
        [26] = "Too Early",
        [27] = "Unsupported NSEC3 Iterations Value",
        [28] = "Unable to conform to policy",
        [29] = "Synthesized",
    };

    static readonly string[] s_updateErrors = Errors();

    /// <summary>A class by its name; null where it has none.</summary>
    public static string? Class(int value) => Classes.GetValueOrDefault(value);

    /// <summary>The words for a refused update, by the lower four bits of the reply code.</summary>
    public static string Error(int rcode) => s_updateErrors[rcode & 15];

    static string[] Errors()
    {
        string[] errors = new string[16];
        for (int rcode = 0; rcode < errors.Length; rcode++)
        {
            errors[rcode] = Rcodes.GetValueOrDefault(rcode, "Unknown reply code");
        }

        return errors;
    }
}
