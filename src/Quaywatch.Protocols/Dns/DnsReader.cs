using System.Buffers.Binary;

namespace Quaywatch.Protocols.Dns;

/// <summary>Walks over the questions and records of a message, as many as its header promises and its bytes hold.</summary>
public ref struct DnsReader
{
    readonly DnsFrame _message;
    DnsSection _section;
    int _left;
    int _at;

    /// <summary>A walk from the first entry on.</summary>
    public DnsReader(DnsFrame message)
    {
        _message = message;
        _section = DnsSection.Question;
        _left = message.Count(DnsSection.Question);
        _at = DnsFrame.HeaderSize;
        Fault = DnsFault.None;
    }

    /// <summary>Why the walk ended early; none where it did not.</summary>
    public DnsFault Fault { get; private set; }

    /// <summary>Where the bytes not walked over begin.</summary>
    public readonly int At => _at;

    /// <summary>The next entry; false at the end, and where the next one is not whole.</summary>
    public bool TryNext(out DnsEntry entry)
    {
        entry = default;
        while (_left == 0)
        {
            if (_section == DnsSection.Additional)
            {
                return false;
            }

            _left = _message.Count(++_section);
        }

        ReadOnlySpan<byte> bytes = _message.Bytes;
        int type = DnsName.Skip(bytes, _at);
        int head = _section == DnsSection.Question ? DnsEntry.QuestionTail : DnsEntry.RecordHead;
        if (type < 0 || type + head > bytes.Length)
        {
            return Fail(type < 0 ? NameFault(bytes) : DnsFault.Cut);
        }

        int length = _section == DnsSection.Question ? 0 : BinaryPrimitives.ReadUInt16BigEndian(bytes[(type + 8)..]);
        if (type + head + length > bytes.Length)
        {
            return Fail(DnsFault.Cut);
        }

        entry = new DnsEntry
        {
            Section = _section,
            Offset = _at,
            TypeOffset = type,
            Type = BinaryPrimitives.ReadUInt16BigEndian(bytes[type..]),
            Class = BinaryPrimitives.ReadUInt16BigEndian(bytes[(type + 2)..]),
            TimeToLive = _section == DnsSection.Question ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes[(type + 4)..]),
            DataOffset = type + head,
            DataLength = length,
        };
        _at = entry.End;
        _left--;
        return true;
    }

    /// <summary>A name that can't be skipped is cut or has a label without a meaning.</summary>
    readonly DnsFault NameFault(ReadOnlySpan<byte> bytes)
    {
        Span<byte> text = stackalloc byte[DnsName.LongestText];
        DnsFault fault = DnsName.Read(bytes, _at, text, out _);
        return fault == DnsFault.LabelKind ? DnsFault.LabelKind : DnsFault.Cut;
    }

    bool Fail(DnsFault fault)
    {
        Fault = fault;
        _left = 0;
        _section = DnsSection.Additional;
        return false;
    }
}
