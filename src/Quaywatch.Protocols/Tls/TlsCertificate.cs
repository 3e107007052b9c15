namespace Quaywatch.Protocols.Tls;

/// <summary>What a certificate says of whom it names, who gave it out and how long it holds. RFC 5280, section 4.1.
/// <code>
/// Certificate    ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signature }
/// tbsCertificate ::= SEQUENCE { [0] version, serial, signature, issuer, validity, subject, key, [1], [2], [3] extensions }
/// Name           ::= SEQUENCE OF SET OF SEQUENCE { type, value }
/// </code></summary>
public readonly ref struct TlsCertificate
{
    const byte Version = 0xA0;
    const byte ExtensionList = 0xA3;
    const byte DnsName = 0x82;

    static ReadOnlySpan<byte> CommonNameType => [0x55, 0x04, 0x03];

    static ReadOnlySpan<byte> OrganisationType => [0x55, 0x04, 0x0A];

    static ReadOnlySpan<byte> AlternativeNames => [0x55, 0x1D, 0x11];

    readonly ReadOnlySpan<byte> _issuer;
    readonly ReadOnlySpan<byte> _subject;
    readonly ReadOnlySpan<byte> _extensions;

    TlsCertificate(ReadOnlySpan<byte> issuer, ReadOnlySpan<byte> validity, ReadOnlySpan<byte> subject, ReadOnlySpan<byte> extensions)
    {
        _issuer = issuer;
        _subject = subject;
        _extensions = extensions;
        TlsDer times = new(validity);
        NotBefore = times.MoveNext() && IsTime(times.Tag) ? times.Content : default;
        NotAfter = times.MoveNext() && IsTime(times.Tag) ? times.Content : default;
    }

    /// <summary>The subject's common name; empty where it has none.</summary>
    public ReadOnlySpan<byte> CommonName => Find(_subject, CommonNameType);

    /// <summary>The subject's organisation.</summary>
    public ReadOnlySpan<byte> Organisation => Find(_subject, OrganisationType);

    /// <summary>The issuer's common name.</summary>
    public ReadOnlySpan<byte> IssuerCommonName => Find(_issuer, CommonNameType);

    /// <summary>The issuer's organisation.</summary>
    public ReadOnlySpan<byte> IssuerOrganisation => Find(_issuer, OrganisationType);

    /// <summary>The first moment that it holds, in the digits of the certificate: YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ.</summary>
    public ReadOnlySpan<byte> NotBefore { get; }

    /// <summary>The last moment.</summary>
    public ReadOnlySpan<byte> NotAfter { get; }

    /// <summary>The first certificate of a Certificate message of TLS 1.2 and older; empty where it holds none.</summary>
    public static ReadOnlySpan<byte> First(ReadOnlySpan<byte> message)
    {
        TlsReader reader = new(message);
        TlsReader list = new(reader.Vector(3));
        return list.Vector(3);
    }

    /// <summary>Reads a certificate; false where it is no X.509 to the end of the subject.</summary>
    public static bool TryRead(ReadOnlySpan<byte> der, out TlsCertificate certificate)
    {
        certificate = default;
        TlsDer outer = new(der);
        if (!outer.TryEnter(TlsDer.Sequence, out TlsDer signed) || !signed.TryEnter(TlsDer.Sequence, out TlsDer fields))
        {
            return false;
        }

        fields.TrySkip(Version);
        if (!fields.TrySkip(TlsDer.Integer) || !fields.TrySkip(TlsDer.Sequence) || !fields.TrySkip(TlsDer.Sequence))
        {
            return false;
        }

        ReadOnlySpan<byte> issuer = fields.Content;
        if (!fields.TrySkip(TlsDer.Sequence))
        {
            return false;
        }

        ReadOnlySpan<byte> validity = fields.Content;
        if (!fields.TrySkip(TlsDer.Sequence))
        {
            return false;
        }

        ReadOnlySpan<byte> subject = fields.Content;
        ReadOnlySpan<byte> extensions = default;
        while (fields.MoveNext())
        {
            extensions = fields.Tag == ExtensionList ? fields.Content : extensions;
        }

        certificate = new TlsCertificate(issuer, validity, subject, extensions);
        return true;
    }

    /// <summary>The DNS name of that place among the subject's alternative names; empty behind the last.</summary>
    public ReadOnlySpan<byte> DnsNameAt(int place)
    {
        TlsDer wrapper = new(_extensions);
        if (!wrapper.TryEnter(TlsDer.Sequence, out TlsDer list))
        {
            return default;
        }

        while (list.TryEnter(TlsDer.Sequence, out TlsDer extension))
        {
            if (!extension.TrySkip(TlsDer.ObjectIdentifier) || !extension.Content.SequenceEqual(AlternativeNames))
            {
                continue;
            }

            while (extension.MoveNext() && extension.Tag != TlsDer.OctetString)
            {
            }

            TlsDer octets = new(extension.Content);
            _ = octets.TryEnter(TlsDer.Sequence, out TlsDer names);
            while (names.MoveNext())
            {
                if (names.Tag == DnsName && place-- == 0)
                {
                    return names.Content;
                }
            }
        }

        return default;
    }

    static bool IsTime(byte tag) => tag is TlsDer.UtcTime or TlsDer.GeneralizedTime;

    /// <summary>The last value of that type in a name: the most specific one stands last.</summary>
    static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name, ReadOnlySpan<byte> type)
    {
        ReadOnlySpan<byte> found = default;
        TlsDer sets = new(name);
        while (sets.TryEnter(TlsDer.Set, out TlsDer set))
        {
            while (set.TryEnter(TlsDer.Sequence, out TlsDer pair))
            {
                if (pair.TrySkip(TlsDer.ObjectIdentifier) && pair.Content.SequenceEqual(type) && pair.MoveNext() && IsText(pair.Tag))
                {
                    found = pair.Content;
                }
            }
        }

        return found;
    }

    static bool IsText(byte tag) => tag is TlsDer.Utf8Text or TlsDer.PrintableText or TlsDer.TeletexText or TlsDer.Ia5Text;
}
