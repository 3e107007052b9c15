using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Dns;

/// <summary>Builds messages, without compressing names: header first, then questions and records in the order of the sections, whose
/// counts it keeps. Names are text with dots; a dot or backslash inside a label has a backslash before it.</summary>
public ref struct DnsEncoder
{
    /// <summary>Flags of a query that asks for recursion.</summary>
    public const ushort QueryFlags = 0x0100;

    /// <summary>Flags of a server's answer to it.</summary>
    public const ushort AnswerFlags = 0x8180;

    /// <summary>Flags of an answer by multicast DNS.</summary>
    public const ushort MulticastAnswerFlags = 0x8400;

    /// <summary>Flags of a dynamic update.</summary>
    public const ushort UpdateFlags = DnsNames.Update << 11;

    /// <summary>Class Internet with the cache-flush bit of multicast DNS.</summary>
    public const ushort InternetFlush = 0x8001;

    const int LongestLabel = 63;

    readonly Span<byte> _to;
    int _length;

    /// <summary>Begins a message.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="id">Its id.</param>
    /// <param name="flags">The second word of the header.</param>
    public DnsEncoder(Span<byte> to, ushort id, ushort flags)
    {
        _to = to;
        _length = DnsFrame.HeaderSize;
        to[.._length].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(to, id);
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], flags);
    }

    /// <summary>The message so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _to[.._length];

    /// <summary>Writes a message with its length before it, as TCP carries it, and returns the bytes of both.</summary>
    public static int Frame(Span<byte> to, ReadOnlySpan<byte> message)
    {
        BinaryPrimitives.WriteUInt16BigEndian(to, checked((ushort)message.Length));
        message.CopyTo(to[DnsProbe.Prefix..]);
        return DnsProbe.Prefix + message.Length;
    }

    /// <summary>Writes a name and returns its bytes.</summary>
    /// <exception cref="ArgumentException">A label is empty or longer than 63 bytes.</exception>
    public static int WriteName(Span<byte> to, ReadOnlySpan<byte> name)
    {
        int start = 0;
        int at = 1;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '.')
            {
                to[start] = LabelLength(at - start - 1, name);
                start = at++;
                continue;
            }

            i += name[i] == '\\' && i + 1 < name.Length ? 1 : 0;
            to[at++] = name[i];
        }

        if (name.Length > 0)
        {
            to[start] = LabelLength(at - start - 1, name);
            start = at++;
        }

        to[start] = 0;
        return at;
    }

    /// <summary>Adds a question.</summary>
    public void Question(scoped ReadOnlySpan<byte> name, ushort type, ushort @class = DnsNames.Internet)
    {
        Count(DnsSection.Question);
        _length += WriteName(_to[_length..], name);
        Word(type);
        Word(@class);
    }

    /// <summary>Adds a record of any type.</summary>
    public void Record(
        DnsSection section,
        scoped ReadOnlySpan<byte> name,
        ushort type,
        ushort @class,
        uint timeToLive,
        scoped ReadOnlySpan<byte> data)
    {
        int length = Head(section, name, type, @class, timeToLive);
        data.CopyTo(_to[_length..]);
        _length += data.Length;
        Close(length);
    }

    /// <summary>Adds an address: A or AAAA.</summary>
    public void Address(DnsSection section, scoped ReadOnlySpan<byte> name, ushort @class, uint timeToLive, IpAddress address)
    {
        Span<byte> data = stackalloc byte[16];
        Record(section, name, address.IsV4 ? DnsTypes.A : DnsTypes.Aaaa, @class, timeToLive, data[..address.Write(data)]);
    }

    /// <summary>Adds a record that holds one name: NS, CNAME, PTR, DNAME.</summary>
    public void Name(
        DnsSection section,
        scoped ReadOnlySpan<byte> name,
        ushort type,
        ushort @class,
        uint timeToLive,
        scoped ReadOnlySpan<byte> target)
    {
        int length = Head(section, name, type, @class, timeToLive);
        _length += WriteName(_to[_length..], target);
        Close(length);
    }

    /// <summary>Adds an MX record.</summary>
    public void MailExchange(
        DnsSection section,
        scoped ReadOnlySpan<byte> name,
        uint timeToLive,
        ushort preference,
        scoped ReadOnlySpan<byte> target)
    {
        int length = Head(section, name, DnsTypes.MailExchange, DnsNames.Internet, timeToLive);
        Word(preference);
        _length += WriteName(_to[_length..], target);
        Close(length);
    }

    /// <summary>Adds an SRV record.</summary>
    public void Service(
        DnsSection section,
        scoped ReadOnlySpan<byte> name,
        ushort @class,
        uint timeToLive,
        ushort port,
        scoped ReadOnlySpan<byte> target)
    {
        int length = Head(section, name, DnsTypes.Service, @class, timeToLive);
        Word(0);
        Word(0);
        Word(port);
        _length += WriteName(_to[_length..], target);
        Close(length);
    }

    /// <summary>Adds an SOA record; the intervals are an hour, ten minutes, a day and five minutes.</summary>
    public void Authority(
        DnsSection section,
        scoped ReadOnlySpan<byte> name,
        uint timeToLive,
        scoped ReadOnlySpan<byte> server,
        scoped ReadOnlySpan<byte> mailbox,
        uint serial)
    {
        int length = Head(section, name, DnsTypes.Authority, DnsNames.Internet, timeToLive);
        _length += WriteName(_to[_length..], server);
        _length += WriteName(_to[_length..], mailbox);
        foreach (uint number in (ReadOnlySpan<uint>)[serial, 3600, 600, 86400, 300])
        {
            Double(number);
        }

        Close(length);
    }

    /// <summary>Adds a record of one text: TXT.</summary>
    public void Text(DnsSection section, scoped ReadOnlySpan<byte> name, ushort @class, uint timeToLive, scoped ReadOnlySpan<byte> text)
    {
        int length = Head(section, name, DnsTypes.Text, @class, timeToLive);
        Counted(text);
        Close(length);
    }

    /// <summary>Adds an HINFO record.</summary>
    public void HostInformation(
        DnsSection section,
        scoped ReadOnlySpan<byte> name,
        ushort @class,
        uint timeToLive,
        scoped ReadOnlySpan<byte> hardware,
        scoped ReadOnlySpan<byte> system)
    {
        int length = Head(section, name, DnsTypes.HostInformation, @class, timeToLive);
        Counted(hardware);
        Counted(system);
        Close(length);
    }

    /// <summary>Adds an OPT record.</summary>
    public void Options(ushort payloadSize, scoped ReadOnlySpan<byte> options) =>
        Record(DnsSection.Additional, default, DnsTypes.Options, payloadSize, 0, options);

    static byte LabelLength(int length, ReadOnlySpan<byte> name) => length is > 0 and <= LongestLabel
        ? (byte)length
        : throw new ArgumentException("A label is empty or longer than 63 bytes.", nameof(name));

    int Head(DnsSection section, scoped ReadOnlySpan<byte> name, ushort type, ushort @class, uint timeToLive)
    {
        Count(section);
        _length += WriteName(_to[_length..], name);
        Word(type);
        Word(@class);
        Double(timeToLive);
        Word(0);
        return _length - 2;
    }

    readonly void Close(int length) => BinaryPrimitives.WriteUInt16BigEndian(_to[length..], checked((ushort)(_length - length - 2)));

    readonly void Count(DnsSection section)
    {
        Span<byte> count = _to[(4 + (2 * (int)section))..];
        BinaryPrimitives.WriteUInt16BigEndian(count, (ushort)(BinaryPrimitives.ReadUInt16BigEndian(count) + 1));
    }

    void Counted(scoped ReadOnlySpan<byte> text)
    {
        _to[_length++] = checked((byte)text.Length);
        text.CopyTo(_to[_length..]);
        _length += text.Length;
    }

    void Word(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_to[_length..], value);
        _length += 2;
    }

    void Double(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_to[_length..], value);
        _length += 4;
    }
}
