namespace Quaywatch.Protocols.Tls;

/// <summary>The handshake messages in the body of a record, one behind the other: type, length of three bytes, body. RFC 8446,
/// section 4.</summary>
ref struct TlsHandshakes
{
    /// <summary>Bytes before a message's body.</summary>
    public const int HeaderSize = 4;

    /// <summary>A longer message is not waited for: certificate chains of some 20 certificates fit.</summary>
    public const int Longest = 64 << 10;

    TlsReader _reader;

    public TlsHandshakes(ReadOnlySpan<byte> joined) => _reader = new TlsReader(joined);

    /// <summary>The message's type.</summary>
    public byte Type { get; private set; }

    /// <summary>The message's body.</summary>
    public ReadOnlySpan<byte> Body { get; private set; }

    /// <summary>The next complete message.</summary>
    public bool MoveNext()
    {
        Type = _reader.Byte();
        Body = _reader.Vector(3);
        return !_reader.HasFailed;
    }

    /// <summary>Whether bytes are handshake messages. Encrypted ones begin with any byte: a type that has a name and a length that is
    /// possible, over all of the bytes, are the sign.</summary>
    public static TlsFit Fit(ReadOnlySpan<byte> joined)
    {
        int all = joined.Length;
        while (!joined.IsEmpty)
        {
            byte type = joined[0];
            if (!TlsNames.IsClear(type) || (type == TlsNames.HelloRequest && all != HeaderSize))
            {
                return TlsFit.Opaque;
            }

            if (joined.Length < HeaderSize)
            {
                return TlsFit.Partial;
            }

            int size = HeaderSize + ((joined[1] << 16) | (joined[2] << 8) | joined[3]);
            if (size > Longest || (type == TlsNames.HelloRequest && size != HeaderSize))
            {
                return TlsFit.Opaque;
            }

            if (joined.Length < size)
            {
                return TlsFit.Partial;
            }

            joined = joined[size..];
        }

        return TlsFit.Whole;
    }

    /// <summary>Whether the body of a record is one hello in clear: in TLS 1.3 the second hellos follow a change of cipher that
    /// changes nothing (RFC 8446, appendix D.4).</summary>
    public static bool IsHello(ReadOnlySpan<byte> body) => body.Length > HeaderSize + 2
        && body[0] is TlsNames.ClientHello or TlsNames.ServerHello
        && HeaderSize + ((body[1] << 16) | (body[2] << 8) | body[3]) == body.Length
        && body[4] == 3;
}
