namespace Quaywatch.Protocols.Tls;

/// <summary>Walks over the elements of a DER structure without ever reading beyond it: tag, length, content. ITU-T X.690; tags of one byte
/// and lengths of up to three, which is all that certificates have.</summary>
ref struct TlsDer
{
    public const byte Integer = 0x02;
    public const byte OctetString = 0x04;
    public const byte ObjectIdentifier = 0x06;
    public const byte Utf8Text = 0x0C;
    public const byte PrintableText = 0x13;
    public const byte TeletexText = 0x14;
    public const byte Ia5Text = 0x16;
    public const byte UtcTime = 0x17;
    public const byte GeneralizedTime = 0x18;
    public const byte Sequence = 0x30;
    public const byte Set = 0x31;

    ReadOnlySpan<byte> _rest;

    public TlsDer(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>The element's tag.</summary>
    public byte Tag { get; private set; }

    /// <summary>The element's content.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>The tag of the next element; 0 where there is none.</summary>
    public readonly byte Next => _rest.IsEmpty ? (byte)0 : _rest[0];

    /// <summary>The next element; false at the end and where an element is longer than what holds it.</summary>
    public bool MoveNext()
    {
        Tag = 0;
        Content = default;
        if (_rest.Length < 2)
        {
            return false;
        }

        int head = 2;
        int length = _rest[1];
        if (length > 0x80)
        {
            int size = length - 0x80;
            if (size > 3 || _rest.Length < 2 + size)
            {
                return false;
            }

            length = 0;
            foreach (byte part in _rest.Slice(2, size))
            {
                length = (length << 8) | part;
            }

            head += size;
        }
        else if (length == 0x80)
        {
            return false;
        }

        if (length > _rest.Length - head)
        {
            return false;
        }

        Tag = _rest[0];
        Content = _rest.Slice(head, length);
        _rest = _rest[(head + length)..];
        return true;
    }

    /// <summary>The next element, if it has that tag.</summary>
    public bool TryEnter(byte tag, out TlsDer inner)
    {
        bool isThere = Next == tag && MoveNext();
        inner = new TlsDer(isThere ? Content : default);
        return isThere;
    }

    /// <summary>Goes past the next element, if it has that tag.</summary>
    public bool TrySkip(byte tag) => Next == tag && MoveNext();
}
