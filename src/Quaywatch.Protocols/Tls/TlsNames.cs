using System.Collections.Frozen;

namespace Quaywatch.Protocols.Tls;

/// <summary>Codes and their names: IANA "Transport Layer Security (TLS) Parameters" and "TLS Extensions"; handshake types and alerts in
/// Wireshark's wording.</summary>
static class TlsNames
{
    // Types of records.
    public const byte ChangeCipherSpec = 20;
    public const byte Alert = 21;
    public const byte Handshake = 22;
    public const byte ApplicationData = 23;

    // Types of handshake messages.
    public const byte HelloRequest = 0;
    public const byte ClientHello = 1;
    public const byte ServerHello = 2;
    public const byte Certificate = 11;

    // Types of extensions.
    public const ushort ServerName = 0;
    public const ushort StatusRequest = 5;
    public const ushort Groups = 10;
    public const ushort PointFormats = 11;
    public const ushort SignatureAlgorithms = 13;
    public const ushort Alpn = 16;
    public const ushort PreSharedKey = 41;
    public const ushort SupportedVersions = 43;
    public const ushort PskModes = 45;
    public const ushort KeyShare = 51;
    public const ushort RenegotiationInfo = 65281;

    // Versions.
    public const ushort Tls12 = 0x0303;

    /// <summary>An alert that ends the conversation. RFC 8446, section 6.</summary>
    public const byte Fatal = 2;

    /// <summary>Types of handshake messages.</summary>
    public static readonly FrozenDictionary<byte, string> Handshakes = new Dictionary<byte, string>
    {
        [0] = "Hello Request",
        [1] = "Client Hello",
        [2] = "Server Hello",
        [3] = "Hello Verify Request",
        [4] = "New Session Ticket",
        [5] = "End of Early Data",
        [6] = "Hello Retry Request",
        [8] = "Encrypted Extensions",
        [11] = "Certificate",
        [12] = "Server Key Exchange",
        [13] = "Certificate Request",
        [14] = "Server Hello Done",
        [15] = "Certificate Verify",
        [16] = "Client Key Exchange",
        [20] = "Finished",
        [21] = "Client Certificate URL",
        [22] = "Certificate Status",
        [23] = "Supplemental Data",
        [24] = "Key Update",
        [25] = "Compressed Certificate",
    }.ToFrozenDictionary();

    /// <summary>Descriptions of alerts.</summary>
    public static readonly FrozenDictionary<byte, string> Alerts = new Dictionary<byte, string>
    {
        [0] = "Close Notify",
        [10] = "Unexpected Message",
        [20] = "Bad Record MAC",
        [21] = "Decryption Failed",
        [22] = "Record Overflow",
        [30] = "Decompression Failure",
        [40] = "Handshake Failure",
        [41] = "No Certificate",
        [42] = "Bad Certificate",
        [43] = "Unsupported Certificate",
        [44] = "Certificate Revoked",
        [45] = "Certificate Expired",
        [46] = "Certificate Unknown",
        [47] = "Illegal Parameter",
        [48] = "Unknown CA",
        [49] = "Access Denied",
        [50] = "Decode Error",
        [51] = "Decrypt Error",
        [60] = "Export Restriction",
        [70] = "Protocol Version",
        [71] = "Insufficient Security",
        [80] = "Internal Error",
        [86] = "Inappropriate Fallback",
        [90] = "User Canceled",
        [100] = "No Renegotiation",
        [109] = "Missing Extension",
        [110] = "Unsupported Extension",
        [111] = "Certificate Unobtainable",
        [112] = "Unrecognized Name",
        [113] = "Bad Certificate Status Response",
        [114] = "Bad Certificate Hash Value",
        [115] = "Unknown PSK Identity",
        [116] = "Certificate Required",
        [120] = "No application Protocol",
        [121] = "ECH Required",
    }.ToFrozenDictionary();

    /// <summary>Types of extensions.</summary>
    public static readonly FrozenDictionary<ushort, string> Extensions = new Dictionary<ushort, string>
    {
        [0] = "server_name",
        [1] = "max_fragment_length",
        [2] = "client_certificate_url",
        [3] = "trusted_ca_keys",
        [4] = "truncated_hmac",
        [5] = "status_request",
        [6] = "user_mapping",
        [7] = "client_authz",
        [8] = "server_authz",
        [9] = "cert_type",
        [10] = "supported_groups",
        [11] = "ec_point_formats",
        [12] = "srp",
        [13] = "signature_algorithms",
        [14] = "use_srtp",
        [15] = "heartbeat",
        [16] = "application_layer_protocol_negotiation",
        [17] = "status_request_v2",
        [18] = "signed_certificate_timestamp",
        [19] = "client_certificate_type",
        [20] = "server_certificate_type",
        [21] = "padding",
        [22] = "encrypt_then_mac",
        [23] = "extended_master_secret",
        [24] = "token_binding",
        [25] = "cached_info",
        [27] = "compress_certificate",
        [28] = "record_size_limit",
        [34] = "delegated_credentials",
        [35] = "session_ticket",
        [41] = "pre_shared_key",
        [42] = "early_data",
        [43] = "supported_versions",
        [44] = "cookie",
        [45] = "psk_key_exchange_modes",
        [47] = "certificate_authorities",
        [48] = "oid_filters",
        [49] = "post_handshake_auth",
        [50] = "signature_algorithms_cert",
        [51] = "key_share",
        [52] = "transparency_info",
        [54] = "connection_id",
        [55] = "external_id_hash",
        [56] = "external_session_id",
        [57] = "quic_transport_parameters",
        [58] = "ticket_request",
        [59] = "dnssec_chain",
        [13172] = "next_protocol_negotiation",
        [17513] = "application_settings",
        [30031] = "channel_id_old",
        [30032] = "channel_id",
        [65037] = "encrypted_client_hello",
        [65281] = "renegotiation_info",
        [65486] = "encrypted_server_name",
    }.ToFrozenDictionary();

    /// <summary>Groups of key exchange.</summary>
    public static readonly FrozenDictionary<ushort, string> GroupNames = new Dictionary<ushort, string>
    {
        [1] = "sect163k1",
        [3] = "sect163r2",
        [6] = "sect233k1",
        [7] = "sect233r1",
        [9] = "sect283k1",
        [10] = "sect283r1",
        [11] = "sect409k1",
        [12] = "sect409r1",
        [13] = "sect571k1",
        [14] = "sect571r1",
        [19] = "secp192r1",
        [21] = "secp224r1",
        [22] = "secp256k1",
        [23] = "secp256r1",
        [24] = "secp384r1",
        [25] = "secp521r1",
        [26] = "brainpoolP256r1",
        [27] = "brainpoolP384r1",
        [28] = "brainpoolP512r1",
        [29] = "x25519",
        [30] = "x448",
        [41] = "curveSM2",
        [256] = "ffdhe2048",
        [257] = "ffdhe3072",
        [258] = "ffdhe4096",
        [259] = "ffdhe6144",
        [260] = "ffdhe8192",
        [4587] = "SecP256r1MLKEM768",
        [4588] = "X25519MLKEM768",
        [4589] = "SecP384r1MLKEM1024",
        [25497] = "X25519Kyber768Draft00",
    }.ToFrozenDictionary();

    /// <summary>Signature algorithms.</summary>
    public static readonly FrozenDictionary<ushort, string> SignatureNames = new Dictionary<ushort, string>
    {
        [513] = "rsa_pkcs1_sha1",
        [515] = "ecdsa_sha1",
        [1025] = "rsa_pkcs1_sha256",
        [1027] = "ecdsa_secp256r1_sha256",
        [1281] = "rsa_pkcs1_sha384",
        [1283] = "ecdsa_secp384r1_sha384",
        [1537] = "rsa_pkcs1_sha512",
        [1539] = "ecdsa_secp521r1_sha512",
        [1800] = "sm2sig_sm3",
        [2052] = "rsa_pss_rsae_sha256",
        [2053] = "rsa_pss_rsae_sha384",
        [2054] = "rsa_pss_rsae_sha512",
        [2055] = "ed25519",
        [2056] = "ed448",
        [2057] = "rsa_pss_pss_sha256",
        [2058] = "rsa_pss_pss_sha384",
        [2059] = "rsa_pss_pss_sha512",
    }.ToFrozenDictionary();

    /// <summary>The types of records.</summary>
    public static string? RecordType(uint type) => type switch
    {
        ChangeCipherSpec => "Change Cipher Spec",
        Alert => "Alert",
        Handshake => "Handshake",
        ApplicationData => "Application Data",
        _ => null,
    };

    /// <summary>The version's name; null where it has none.</summary>
    public static string? Version(ushort version) => version switch
    {
        0x0300 => "SSL 3.0",
        0x0301 => "TLS 1.0",
        0x0302 => "TLS 1.1",
        Tls12 => "TLS 1.2",
        0x0304 => "TLS 1.3",
        >= 0x7F0E and <= 0x7F1C => "TLS 1.3 (draft)",
        _ => null,
    };

    /// <summary>A value that was given out to be ignored. RFC 8701.</summary>
    public static bool IsGrease(ushort value) => (value & 0x0F0F) == 0x0A0A && value >> 8 == (value & 0xFF);

    /// <summary>Whether a type of handshake message is one that goes in clear.</summary>
    public static bool IsClear(byte type) => type is HelloRequest or ClientHello or ServerHello or 4 or Certificate or 12 or 13 or 14 or 15 or 16 or 21 or 22 or 23;

    /// <summary>Whether a suite no longer protects: no encryption, no authentication, or an algorithm that was broken or given up
    /// (RFC 7465 for RC4, RFC 8996 and RFC 9155 for the rest; 3DES by SWEET32, CVE-2016-2183).</summary>
    public static bool IsWeak(ushort cipher) => s_weak.Contains(cipher);

    static readonly FrozenSet<ushort> s_weak = TlsCipherNames.All.Where(pair => IsWeakName(pair.Value)).Select(pair => pair.Key).ToFrozenSet();

    static bool IsWeakName(string name) => name.Contains("NULL", StringComparison.Ordinal)
        || name.Contains("EXPORT", StringComparison.Ordinal)
        || name.Contains("RC4", StringComparison.Ordinal)
        || name.Contains("DES", StringComparison.Ordinal)
        || name.Contains("RC2", StringComparison.Ordinal)
        || name.Contains("anon", StringComparison.Ordinal)
        || name.EndsWith("MD5", StringComparison.Ordinal)
        || name.StartsWith("TLS_SHA", StringComparison.Ordinal);
}
