using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tls;

/// <summary>What is known of one conversation's session, as the text of its line: version, suite, host, application, fingerprint,
/// certificate. Keeps its room.</summary>
sealed class TlsSession
{
    /// <summary>Bytes of a name that are kept; a host name has at most 253.</summary>
    const int LongestName = 255;

    readonly byte[] _serverName = new byte[LongestName];
    readonly byte[] _application = new byte[LongestName];
    readonly byte[] _fingerprint = new byte[TlsJa4.Length];
    readonly byte[] _certificate = new byte[512];
    readonly byte[] _detail = new byte[1536];
    readonly TlsJa4 _ja4 = new();
    int _serverNameLength;
    int _applicationLength;
    int _certificateLength;
    bool _hasFingerprint;
    bool _hasChosen;
    ushort _version;
    ushort _cipher;

    /// <summary>Whether it was told already.</summary>
    public bool HasBegun { get; set; }

    /// <summary>How well it is protected, as far as the server has chosen.</summary>
    public Protection Protection => !_hasChosen ? Protection.None
        : _version < TlsNames.Tls12 || TlsNames.IsWeak(_cipher) ? Protection.Weak : Protection.Encrypted;

    /// <summary>The first application protocol that the client named, or the one that the server chose.</summary>
    public ReadOnlySpan<byte> Application => _application.AsSpan(0, _applicationLength);

    public void OnHello(TlsHello hello)
    {
        if (hello.IsClient)
        {
            _serverNameLength = Keep(hello.ServerName, _serverName);
            _ja4.Write(hello, _fingerprint);
            _hasFingerprint = true;
        }
        else
        {
            _hasChosen = true;
            _version = hello.Version;
            _cipher = hello.Cipher;
        }

        if (!hello.Application.IsEmpty)
        {
            _applicationLength = Keep(hello.Application, _application);
        }
    }

    public void OnCertificate(TlsCertificate certificate)
    {
        ByteText text = new(_certificate);
        text.Add(", certificate"u8);
        AddName(" CN="u8, certificate.CommonName, ref text);
        AddName(" O="u8, certificate.Organisation, ref text);
        text.Add(" issued by"u8);
        AddName(" CN="u8, certificate.IssuerCommonName, ref text);
        AddName(" O="u8, certificate.IssuerOrganisation, ref text);
        AddDay(" from "u8, certificate.NotBefore, ref text);
        AddDay(" to "u8, certificate.NotAfter, ref text);
        _certificateLength = text.Length;
    }

    /// <summary>All that is known, in one line; valid until the next call.</summary>
    public ReadOnlySpan<byte> Detail(string? alert)
    {
        ByteText text = new(_detail);
        if (_hasChosen)
        {
            Add(TlsNames.Version(_version), _version, ref text);
            text.Add(", "u8);
            Add(TlsCipherNames.All.GetValueOrDefault(_cipher), _cipher, ref text);
        }
        else
        {
            text.Add("TLS"u8);
        }

        AddName(", server name "u8, _serverName.AsSpan(0, _serverNameLength), ref text);
        AddName(", ALPN "u8, Application, ref text);
        AddName(", JA4 "u8, _hasFingerprint ? _fingerprint : default, ref text);
        text.Add(_certificate.AsSpan(0, _certificateLength));
        if (alert is not null)
        {
            text.Add(", alert "u8);
            Add(alert, 0, ref text);
        }

        return text.Text;
    }

    public void Clear()
    {
        _serverNameLength = 0;
        _applicationLength = 0;
        _certificateLength = 0;
        _hasFingerprint = false;
        _hasChosen = false;
        _version = 0;
        _cipher = 0;
        HasBegun = false;
    }

    static int Keep(ReadOnlySpan<byte> bytes, byte[] into)
    {
        int length = Math.Min(bytes.Length, into.Length);
        bytes[..length].CopyTo(into);
        return length;
    }

    static void AddName(ReadOnlySpan<byte> words, ReadOnlySpan<byte> name, ref ByteText text)
    {
        if (!name.IsEmpty)
        {
            text.Add(words);
            text.Add(name);
        }
    }

    static void AddDay(ReadOnlySpan<byte> words, ReadOnlySpan<byte> time, ref ByteText text)
    {
        Span<byte> day = stackalloc byte[TlsTime.DaySize];
        if (TlsTime.TryDay(time, day))
        {
            text.Add(words);
            text.Add(day);
        }
    }

    static void Add(string? name, ushort code, ref ByteText text)
    {
        if (name is null)
        {
            text.Hex(code, 4);
            return;
        }

        foreach (char character in name)
        {
            text.Add((byte)character);
        }
    }
}
