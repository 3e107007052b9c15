using Quaywatch.Observations;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Dns;

/// <summary>Says what one query or answer tells: names asked for, names that stand for addresses or other names, names that do not
/// exist, and on the local link what the sender says of itself.</summary>
readonly ref struct DnsTeller
{
    /// <summary>Class without the bit that multicast DNS uses otherwise.</summary>
    const ushort ClassMask = 0x7FFF;

    readonly Where _where;
    readonly DnsFrame _message;
    readonly Batch _batch;
    readonly DnsKind _kind;
    readonly int _evidence;

    public DnsTeller(in Where where, DnsFrame message, DnsKind kind, int evidence, Batch batch)
    {
        _where = where;
        _message = message;
        _kind = kind;
        _evidence = evidence;
        _batch = batch;
    }

    /// <summary>Walks over the message once. Returns whether it is shorter than its entries, and by <paramref name="question"/> the
    /// first question as a number (0 where there is none).</summary>
    public bool Say(out ulong question)
    {
        question = 0;
        Span<byte> name = stackalloc byte[DnsName.LongestText];
        bool isQuery = _message.Opcode == DnsNames.Query;
        int own = isQuery && _message.IsResponse && _kind != DnsKind.Unicast ? FindOwnName(name) : -1;
        DnsFault found = DnsFault.None;
        bool fits = true;
        DnsReader reader = _message.Read();
        while (reader.TryNext(out DnsEntry entry))
        {
            DnsFault fault = DnsName.Read(_message.Bytes, entry.Offset, name, out int length);
            found = found == DnsFault.None ? fault : found;
            if (fault is not (DnsFault.None or DnsFault.Pointer))
            {
                continue;
            }

            if (entry.Section == DnsSection.Question)
            {
                question = question == 0 ? DnsQueries.Hash(name[..length], entry.Type) : question;
                SayQuestion(entry, name[..length], isQuery);
            }
            else if (isQuery && _message.IsResponse)
            {
                fits &= SayRecord(entry, name[..length], own);
            }
        }

        // A message that is shorter than its entries may be the capture's doing; the framework knows.
        Report(found == DnsFault.None ? reader.Fault : found, fits, reader);
        return reader.Fault == DnsFault.Cut;
    }

    void SayQuestion(in DnsEntry entry, ReadOnlySpan<byte> name, bool isQuery)
    {
        if (!isQuery || name.IsEmpty)
        {
            return;
        }

        if (!_message.IsResponse)
        {
            Add(LookupKind.Question, name, default, entry.Type, default);
        }
        else if (_message.Rcode == DnsNames.NoSuchName)
        {
            Add(LookupKind.NoSuchName, name, default, entry.Type, default);
        }
    }

    /// <summary>Says a record of an answer; false where its data does not fit its type.</summary>
    bool SayRecord(in DnsEntry entry, ReadOnlySpan<byte> name, int own)
    {
        // Multicast DNS: a record that lives for no time is taken back (RFC 6762, section 10.1).
        bool isTakenBack = _kind == DnsKind.Multicast && entry.TimeToLive == 0;
        if ((entry.Class & ClassMask) != DnsNames.Internet || isTakenBack)
        {
            return true;
        }

        ReadOnlySpan<byte> data = _message.Bytes.Slice(entry.DataOffset, entry.DataLength);
        switch (entry.Type)
        {
            case DnsTypes.A:
                return SayAddress(entry, name, data.Length == 4 ? IpAddress.ReadV4(data) : default, data.Length == 4);
            case DnsTypes.Aaaa:
                return SayAddress(entry, name, data.Length == 16 ? IpAddress.ReadV6(data) : default, data.Length == 16);
            case DnsTypes.CanonicalName or DnsTypes.DelegationName or DnsTypes.Pointer:
                return SayName(entry, name, skip: 0, isRest: true);
            case DnsTypes.Service:
                return SayName(entry, name, skip: 6, isRest: true);
            case DnsTypes.ServiceBinding or DnsTypes.HttpsBinding:
                return SayName(entry, name, skip: 2, isRest: false);
            case DnsTypes.HostInformation when own >= 0 && IsNameAt(own, name):
                return SayHost(data);
            case DnsTypes.Text when own >= 0 && HasLabel(name, "._device-info._tcp."u8):
                SayModel(data);
                return true;
            default:
                return true;
        }
    }

    bool SayAddress(in DnsEntry entry, ReadOnlySpan<byte> name, IpAddress address, bool fits)
    {
        if (!fits || address.IsUnspecified)
        {
            return fits;
        }

        Add(LookupKind.NameToAddress, name, default, entry.Type, address);
        if (_kind != DnsKind.Unicast && address == Sender)
        {
            Say(IdentityField.Name, name);
        }

        return true;
    }

    bool SayName(in DnsEntry entry, ReadOnlySpan<byte> name, int skip, bool isRest)
    {
        int at = entry.DataOffset + skip;
        int end = entry.DataLength < skip ? -1 : DnsName.Skip(_message.Bytes[..entry.End], at);
        if (end < 0 || (isRest && end != entry.End))
        {
            return false;
        }

        Span<byte> other = stackalloc byte[DnsName.LongestText];
        DnsFault fault = DnsName.Read(_message.Bytes, at, other, out int length);
        if (fault is not (DnsFault.None or DnsFault.Pointer))
        {
            return false;
        }

        // The root is no name: a service that is not offered (RFC 2782), or the owner's own name (RFC 9460).
        if (length > 0)
        {
            IpAddress reverse = entry.Type == DnsTypes.Pointer ? DnsReverse.Read(name) : default;
            Add(LookupKind.NameToName, name, other[..length], entry.Type, reverse);
        }

        return true;
    }

    /// <summary>HINFO: hardware and operating system, each behind its length.</summary>
    bool SayHost(ReadOnlySpan<byte> data)
    {
        if (data.Length < 2 || data.Length < data[0] + 2 || data.Length != data[0] + data[data[0] + 1] + 2)
        {
            return false;
        }

        Say(IdentityField.Hardware, data.Slice(1, data[0]));
        Say(IdentityField.Os, data[(data[0] + 2)..]);
        return true;
    }

    /// <summary>Apple's service of device information: a text <c>model=</c>.</summary>
    void SayModel(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty && data[0] < data.Length)
        {
            ReadOnlySpan<byte> text = data.Slice(1, data[0]);
            if (text.StartsWith("model="u8))
            {
                Say(IdentityField.Model, text["model="u8.Length..]);
            }

            data = data[(data[0] + 1)..];
        }
    }

    /// <summary>Where the first address record of the sender's own address stands: its owner is the sender's host name.</summary>
    int FindOwnName(Span<byte> name)
    {
        DnsReader reader = _message.Read();
        while (reader.TryNext(out DnsEntry entry))
        {
            ReadOnlySpan<byte> data = _message.Bytes.Slice(entry.DataOffset, entry.DataLength);
            IpAddress address = (entry.Section, entry.Type, data.Length) switch
            {
                (DnsSection.Question, _, _) => default,
                (_, DnsTypes.A, 4) => IpAddress.ReadV4(data),
                (_, DnsTypes.Aaaa, 16) => IpAddress.ReadV6(data),
                _ => default,
            };
            bool isOwn = !address.IsNone && address == Sender;
            if (isOwn && DnsName.Read(_message.Bytes, entry.Offset, name, out _) is DnsFault.None or DnsFault.Pointer)
            {
                return entry.Offset;
            }
        }

        return -1;
    }

    bool IsNameAt(int offset, ReadOnlySpan<byte> name)
    {
        Span<byte> own = stackalloc byte[DnsName.LongestText];
        DnsName.Read(_message.Bytes, offset, own, out int length);
        return DnsName.AreSame(own[..length], name);
    }

    static bool HasLabel(ReadOnlySpan<byte> name, ReadOnlySpan<byte> label) => name.IndexOf(label) > 0;

    IpAddress Sender
    {
        get
        {
            ref readonly FlowEnds ends = ref _where.Ends;
            return _where.Direction == Direction.FromA ? ends.IpA : ends.IpB;
        }
    }

    void Report(DnsFault found, bool fits, DnsReader reader)
    {
        string? detail = found switch
        {
            DnsFault.LabelKind => "a label of a kind without a meaning",
            DnsFault.TooLong => "a name longer than 255 bytes",
            DnsFault.Loop => "a name whose pointers lead in a circle",
            DnsFault.Pointer => "a name with a pointer that does not lead back",
            DnsFault.Cut when reader.Fault != DnsFault.Cut => "a name that runs beyond the message",
            _ when !fits => "data that does not fit its record's type",
            _ when reader.Fault == DnsFault.None && reader.At < _message.Bytes.Length => "bytes behind the last record",
            _ => null,
        };
        if (detail is not null)
        {
            DnsParser.Report(_where, _kind, AnomalyKind.Malformed, detail, _evidence, _batch);
        }
    }

    void Add(LookupKind kind, ReadOnlySpan<byte> name, ReadOnlySpan<byte> other, ushort type, IpAddress ip) => _batch.Add(new Lookup
    {
        Evidence = _evidence,
        Flow = _where.Flow,
        Sender = _where.Direction,
        Protocol = DnsProtocol.NameOf(_kind),
        Kind = kind,
        Name = _batch.Store(name),
        Other = _batch.Store(other),
        Type = type,
        Ip = ip,
    });

    void Say(IdentityField field, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty)
        {
            _batch.Add(new Identity
            {
                Evidence = _evidence,
                Flow = _where.Flow,
                Subject = _where.Direction,
                Field = field,
                Value = _batch.Store(value),
                Protocol = DnsProtocol.NameOf(_kind),
            });
        }
    }
}
