using System.Buffers.Binary;

namespace Quaywatch.Protocols.Tls;

/// <summary>A client's or a server's hello. RFC 8446, sections 4.1.2 and 4.1.3.
/// <code>
/// client: version 2 | random 32 | session id 1+n | cipher suites 2+2n | compressions 1+n | extensions 2+n
/// server: version 2 | random 32 | session id 1+n | cipher suite 2     | compression 1    | extensions 2+n
/// </code>
/// The extensions may be missing altogether.</summary>
public readonly ref struct TlsHello
{
    const int RandomSize = 32;

    /// <summary>The random bytes of a server's hello that asks for another hello. RFC 8446, section 4.1.3.</summary>
    static ReadOnlySpan<byte> Retry =>
    [
        0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
        0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
    ];

    /// <summary>Whether the client sent it.</summary>
    public bool IsClient { get; private init; }

    /// <summary>The version in the old field: 1.2 for whatever is newer.</summary>
    public ushort OldVersion { get; private init; }

    /// <summary>Random bytes.</summary>
    public ReadOnlySpan<byte> Random { get; private init; }

    /// <summary>Session identifier.</summary>
    public ReadOnlySpan<byte> SessionId { get; private init; }

    /// <summary>Cipher suites, two bytes each; of a server the one that it chose.</summary>
    public ReadOnlySpan<byte> Ciphers { get; private init; }

    /// <summary>Compression methods, one byte each.</summary>
    public ReadOnlySpan<byte> Compressions { get; private init; }

    /// <summary>Whether there is a list of extensions, be it empty.</summary>
    public bool HasExtensions { get; private init; }

    /// <summary>The bytes of the extensions.</summary>
    public ReadOnlySpan<byte> ExtensionBytes { get; private init; }

    /// <summary>Whether lengths contradict each other: what could be read was.</summary>
    public bool IsBroken { get; private init; }

    /// <summary>The suite that the server chose.</summary>
    public ushort Cipher => Ciphers.Length < 2 ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(Ciphers);

    /// <summary>Whether the server asks for another hello.</summary>
    public bool IsRetry => !IsClient && Random.SequenceEqual(Retry);

    /// <summary>The extensions.</summary>
    public TlsExtensions Extensions => new(ExtensionBytes);

    /// <summary>The newest version that is offered, or the one that was chosen; a GREASE value (RFC 8701) is none.</summary>
    public ushort Version
    {
        get
        {
            if (!TryFind(TlsNames.SupportedVersions, out ReadOnlySpan<byte> data))
            {
                return OldVersion;
            }

            TlsReader reader = new(data);
            if (IsClient)
            {
                reader = new TlsReader(reader.Vector(1));
            }

            ushort newest = 0;
            while (reader.Rest.Length >= 2)
            {
                ushort version = reader.Short();
                newest = TlsNames.IsGrease(version) || version < newest ? newest : version;
            }

            return newest == 0 ? OldVersion : newest;
        }
    }

    /// <summary>The host name that the client asks for (RFC 6066, section 3); empty where it names none.</summary>
    public ReadOnlySpan<byte> ServerName
    {
        get
        {
            _ = TryFind(TlsNames.ServerName, out ReadOnlySpan<byte> data);
            TlsReader reader = new(data);
            TlsReader names = new(reader.Vector(2));
            while (!names.IsEmpty && !names.HasFailed)
            {
                byte kind = names.Byte();
                ReadOnlySpan<byte> name = names.Vector(2);
                if (kind == 0 && !name.IsEmpty)
                {
                    return name;
                }
            }

            return default;
        }
    }

    /// <summary>The application protocol that stands first (RFC 7301), of a server the one that it chose; empty where there is none.</summary>
    public ReadOnlySpan<byte> Application
    {
        get
        {
            _ = TryFind(TlsNames.Alpn, out ReadOnlySpan<byte> data);
            TlsReader reader = new(data);
            TlsReader names = new(reader.Vector(2));
            return names.Vector(1);
        }
    }

    /// <summary>Reads the body of a hello; false where it ends before its compressions do.</summary>
    public static bool TryRead(ReadOnlySpan<byte> body, bool isClient, out TlsHello hello)
    {
        TlsReader reader = new(body);
        ushort version = reader.Short();
        ReadOnlySpan<byte> random = reader.Take(RandomSize);
        ReadOnlySpan<byte> session = reader.Vector(1);
        ReadOnlySpan<byte> ciphers = isClient ? reader.Vector(2) : reader.Take(2);
        ReadOnlySpan<byte> compressions = isClient ? reader.Vector(1) : reader.Take(1);
        bool isRead = !reader.HasFailed;
        bool hasExtensions = isRead && !reader.IsEmpty;
        ReadOnlySpan<byte> extensions = hasExtensions ? reader.Vector(2) : default;
        bool isBroken = reader.HasFailed || !reader.IsEmpty || session.Length > 32 || ciphers.Length % 2 != 0 || version >> 8 != 3;
        TlsExtensions walk = new(extensions);
        while (walk.MoveNext())
        {
        }

        hello = new TlsHello
        {
            IsClient = isClient,
            OldVersion = version,
            Random = random,
            SessionId = session,
            Ciphers = ciphers,
            Compressions = compressions,
            HasExtensions = hasExtensions,
            ExtensionBytes = extensions,
            IsBroken = isBroken || walk.IsCut,
        };
        return isRead;
    }

    /// <summary>The data of an extension.</summary>
    public bool TryFind(ushort type, out ReadOnlySpan<byte> data)
    {
        TlsExtensions extensions = Extensions;
        while (extensions.MoveNext())
        {
            if (extensions.Type == type)
            {
                data = extensions.Data;
                return true;
            }
        }

        data = default;
        return false;
    }
}
