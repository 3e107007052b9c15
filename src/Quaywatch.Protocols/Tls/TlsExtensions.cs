namespace Quaywatch.Protocols.Tls;

/// <summary>The extensions of a hello: type and data behind a length, one behind the other. RFC 8446, section 4.2.</summary>
public ref struct TlsExtensions
{
    TlsReader _reader;

    internal TlsExtensions(ReadOnlySpan<byte> bytes) => _reader = new TlsReader(bytes);

    /// <summary>The extension's type.</summary>
    public ushort Type { get; private set; }

    /// <summary>The extension's data.</summary>
    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Whether the bytes ended within an extension.</summary>
    public readonly bool IsCut => _reader.HasFailed;

    /// <summary>The next one.</summary>
    public bool MoveNext()
    {
        if (_reader.IsEmpty)
        {
            return false;
        }

        Type = _reader.Short();
        Data = _reader.Vector(2);
        return !_reader.HasFailed;
    }
}
