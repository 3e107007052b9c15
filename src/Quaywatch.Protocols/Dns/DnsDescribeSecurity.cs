using System.Globalization;
using System.Text;

namespace Quaywatch.Protocols.Dns;

/// <summary>Records about keys and signatures: DNSSEC (RFC 4034, 5155), TLSA (RFC 6698), CAA (RFC 8659), SSHFP (RFC 4255), TSIG
/// (RFC 8945).</summary>
static class DnsDescribeSecurity
{
    const string Base32 = "0123456789abcdefghijklmnopqrstuv";

    public static void Describe(ReadOnlySpan<byte> message, in DnsEntry entry, FieldCursor data)
    {
        switch (entry.Type)
        {
            case DnsTypes.DelegationSigner:
                data.Code("Key id", 2, "dns.ds.key_id");
                data.Number("Algorithm", 1, "dns.ds.algorithm", Algorithm);
                data.Number("Digest Type", 1, "dns.ds.digest_type", v => DnsNames.Digests.GetValueOrDefault((int)v));
                data.Remainder("Digest", "dns.ds.digest");
                break;
            case DnsTypes.HostKey:
                data.Number("Algorithm", 1, "dns.sshfp.algorithm");
                data.Number("Fingerprint type", 1, "dns.sshfp.fingerprint.type");
                data.Remainder("Fingerprint", "dns.sshfp.fingerprint");
                break;
            case DnsTypes.Signature or DnsTypes.OldSignature:
                Signature(message, entry, data);
                break;
            case DnsTypes.NextSecure:
                DnsDescribeData.Name(message, entry, data, "Next Domain Name", "dns.nsec.next_domain_name");
                TypeBits(data);
                break;
            case DnsTypes.PublicKey:
                PublicKey(data);
                break;
            case DnsTypes.Key:
                Key(data);
                break;
            case DnsTypes.NextSecure3:
                NextSecure3Head(data, hasOptOut: true);
                NextOwner(data);
                TypeBits(data);
                break;
            case DnsTypes.NextSecure3Parameters:
                NextSecure3Head(data, hasOptOut: false);
                break;
            case DnsTypes.TlsAssociation:
                data.Number("Certificate Usage", 1, "dns.tlsa.certificate_usage", v => DnsNames.TlsUsages.GetValueOrDefault((int)v));
                data.Number("Selector", 1, "dns.tlsa.selector", v => DnsNames.TlsSelectors.GetValueOrDefault((int)v));
                data.Number("Matching Type", 1, "dns.tlsa.matching_type", v => DnsNames.TlsMatches.GetValueOrDefault((int)v));
                data.Remainder("Certificate Association Data", "dns.tlsa.certificate_association_data");
                break;
            case DnsTypes.CertificationAuthority:
                CertificationAuthority(data);
                break;
            case DnsTypes.TransactionSignature:
                TransactionSignature(message, entry, data);
                break;
            default:
                data.Remainder("Data", DnsTypes.IsKnown(entry.Type) ? null : "dns.data");
                break;
        }
    }

    static string? Algorithm(uint number) => DnsNames.Algorithms.GetValueOrDefault((int)number);

    static void Signature(ReadOnlySpan<byte> message, in DnsEntry entry, FieldCursor data)
    {
        data.Number("Type Covered", 2, "dns.rrsig.type_covered", v => DnsTypes.Name((ushort)v));
        data.Number("Algorithm", 1, "dns.rrsig.algorithm", Algorithm);
        data.Number("Labels", 1, "dns.rrsig.labels");
        data.Number("Original TTL", 4, "dns.rrsig.original_ttl");
        Seconds(data, "Signature Expiration", 4, "dns.rrsig.signature_expiration");
        Seconds(data, "Signature Inception", 4, "dns.rrsig.signature_inception");
        data.Number("Key Tag", 2, "dns.rrsig.key_tag");
        DnsDescribeData.Name(message, entry, data, "Signer's name", "dns.rrsig.signers_name");
        data.Remainder("Signature", "dns.rrsig.signature");
    }

    static void PublicKey(FieldCursor data)
    {
        data.Open("Flags", "", 2, "dns.dnskey.flags", data.Peek(2).ToString(CultureInfo.InvariantCulture));
        data.Bits("Zone Key", 2, 0x0100, "dns.dnskey.flags.zone_key");
        data.Bits("Key Revoked", 2, 0x0080, "dns.dnskey.flags.key_revoked");
        data.Bits("Key Signing Key", 2, 0x0001, "dns.dnskey.flags.secure_entry_point");
        data.Bits("Reserved", 2, 0xFE7E, "dns.dnskey.flags.reserved");
        data.Take(2);
        data.Close();
        data.Number("Protocol", 1, "dns.dnskey.protocol");
        data.Number("Algorithm", 1, "dns.dnskey.algorithm", Algorithm);
        data.Remainder("Public Key", "dns.dnskey.public_key");
    }

    /// <summary>The key record of RFC 2535, section 3.1. Tunnels carry their answers in it.</summary>
    static void Key(FieldCursor data)
    {
        data.Open("Flags", "", 2, "dns.key.flags", data.Peek(2).ToString(CultureInfo.InvariantCulture));
        data.Bits("Not for authentication", 2, 0x8000, "dns.key.flags.authentication");
        data.Bits("Not for confidentiality", 2, 0x4000, "dns.key.flags.confidentiality");
        data.Bits("Key required", 2, 0x2000, "dns.key.flags.required");
        data.Bits("Associated with a user", 2, 0x0400, "dns.key.flags.associated_user");
        data.Bits("Associated with the named entity", 2, 0x0200, "dns.key.flags.associated_named_entity");
        data.Bits("For IPSEC", 2, 0x0080, "dns.key.flags.ipsec");
        data.Bits("For MIME", 2, 0x0040, "dns.key.flags.mime");
        data.Bits("Signatory", 2, 0x000F, "dns.key.flags.signatory");
        data.Take(2);
        data.Close();
        data.Number("Protocol", 1, "dns.key.protocol");
        data.Number("Algorithm", 1, "dns.key.algorithm", Algorithm);
        data.Remainder("Public Key", "dns.key.public_key");
    }

    static void NextSecure3Head(FieldCursor data, bool hasOptOut)
    {
        data.Number("Hash algorithm", 1, "dns.nsec3.algo", v => v == 1 ? "SHA-1" : null);
        data.Open("NSEC3 flags", "", 1, "dns.nsec3.flags", data.Peek(1).ToString(CultureInfo.InvariantCulture));
        data.Bits("NSEC3 Opt-out flag", 1, 0x01, hasOptOut ? "dns.nsec3.flags.opt_out" : null);
        data.Take(1);
        data.Close();
        data.Number("NSEC3 iterations", 2, "dns.nsec3.iterations");
        int salt = (int)data.Number("Salt length", 1, "dns.nsec3.salt_length");
        data.Bytes("Salt value", salt, "dns.nsec3.salt_value");
    }

    static void NextOwner(FieldCursor data)
    {
        int length = (int)data.Number("Hash length", 1, "dns.nsec3.hash_length");
        int there = Math.Min(length, data.Left);
        if (there > 0)
        {
            string text = ToBase32(data.Rest[..there]);
            data.Value("Next hashed owner", text, there, "dns.nsec3.hash_value", text);
        }
    }

    /// <summary>Types that exist at the name, 256 a window. RFC 4034, section 4.1.2.</summary>
    static void TypeBits(FieldCursor data)
    {
        while (data.Left >= 2 && data.Peek(1, skip: 1) is > 0 and <= 32)
        {
            int window = (int)data.Peek(1);
            int length = Math.Min((int)data.Peek(1, skip: 1), data.Left - 2);
            data.Open("Types", "", 2 + length);
            data.Shown("Window", window.ToString(CultureInfo.InvariantCulture), 2 + length);
            for (int bit = 0; bit < length * 8; bit++)
            {
                if ((data.Rest[2 + (bit >> 3)] & (0x80 >> (bit & 7))) != 0)
                {
                    int type = (window << 8) | bit;
                    data.Shown("Type", DnsTypes.Name((ushort)type), 2 + length, "dns.resp.type", type.ToString(CultureInfo.InvariantCulture));
                }
            }

            data.Take(2 + length);
            data.Close();
        }
    }

    static void CertificationAuthority(FieldCursor data)
    {
        data.Open("CAA Flags", "", 1, "dns.caa.flags", data.Peek(1).ToString(CultureInfo.InvariantCulture));
        data.Bits("Issuer Critical", 1, 0x80, "dns.caa.flags.issuer_critical");
        data.Take(1);
        data.Close();
        if (data.Left == 0)
        {
            return;
        }

        int tag = Math.Min(1 + (int)data.Peek(1), data.Left);
        string value = DnsText.AsTshark(data.Rest[tag..]);
        string filter = data.Rest[1..tag] switch
        {
            [.. var name] when name.SequenceEqual("issue"u8) => "dns.caa.issue",
            [.. var name] when name.SequenceEqual("issuewild"u8) => "dns.caa.issuewild",
            [.. var name] when name.SequenceEqual("iodef"u8) => "dns.caa.iodef",
            _ => "dns.caa.unknown",
        };
        data.Open("Property", value, data.Left, filter, value);
        DnsDescribeData.Counted(data, "Tag", "dns.caa.tag", "dns.caa.tag_length");
        if (data.Left > 0)
        {
            DnsDescribeData.Text(data, "Value", data.Left, "dns.caa.value");
        }

        data.Close();
    }

    static void TransactionSignature(ReadOnlySpan<byte> message, in DnsEntry entry, FieldCursor data)
    {
        DnsDescribeData.Name(message, entry, data, "Algorithm Name", "dns.tsig.algorithm_name");
        Seconds(data, "Time Signed", 6, "dns.tsig.time_signed");
        data.Number("Fudge", 2, "dns.tsig.fudge");
        int length = (int)data.Number("MAC Size", 2, "dns.tsig.mac_size");
        data.Bytes("MAC", length);
        data.Number("Original Id", 2, "dns.tsig.original_id");
        data.Number("Error", 2, "dns.tsig.error", v => DnsNames.Rcodes.GetValueOrDefault((int)v));
        length = (int)data.Number("Other Len", 2, "dns.tsig.other_len");
        data.Bytes("Other Data", length, "dns.tsig.other_data");
    }

    /// <summary>Seconds since 1970, in four or six bytes. tshark prints a date in words, which is not compared.</summary>
    static void Seconds(FieldCursor data, string name, int length, string filter)
    {
        if (data.Left < length)
        {
            data.Remainder(name + " (cut short)");
            return;
        }

        long seconds = 0;
        foreach (byte part in data.Rest[..length])
        {
            seconds = (seconds << 8) | part;
        }

        long last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        string text = seconds > last
            ? seconds.ToString(CultureInfo.InvariantCulture)
            : DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        data.Value(name, text, length, filter);
    }

    /// <summary>Base 32 with the extended hex alphabet, without padding. RFC 4648, section 7.</summary>
    static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        int held = 0;
        int bits = 0;
        foreach (byte part in bytes)
        {
            held = ((held << 8) | part) & 0xFFFF;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32[(held >> bits) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Base32[(held << (5 - bits)) & 31]).ToString();
    }
}
