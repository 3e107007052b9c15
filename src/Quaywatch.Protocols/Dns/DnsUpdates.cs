using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Dns;

/// <summary>Dynamic updates: someone asks a name server to change its records. RFC 2136. The one thing in DNS that changes a
/// device.</summary>
sealed class DnsUpdates
{
    /// <summary>Updates that wait for their answer.</summary>
    const int Limit = 16;

    /// <summary>Bytes of an update that are kept; what is beyond has no act.</summary>
    const int Longest = 4096;

    /// <summary>Room for an address or a name as text.</summary>
    const int LongestValue = DnsName.LongestText;

    const string Function = "Dynamic update";

    readonly RequestTable _waiting = new(Limit, Longest);
    bool _missedA;
    bool _missedB;

    /// <summary>How many wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>An update or its answer.</summary>
    public void OnMessage(in Where where, DnsFrame message, int evidence, Batch batch)
    {
        if (!message.IsResponse)
        {
            if (_waiting.IsFull)
            {
                DnsParser.Report(where, DnsKind.Unicast, AnomalyKind.TooManyRequests, null, evidence, batch);
                Unanswered(_waiting.Oldest, ActResult.NotSeen, batch);
            }

            _waiting.Add(message.Id, where.Direction, message.Bytes, batch, evidence);
            return;
        }

        bool isOk = message.Rcode == 0;
        Act act = new()
        {
            Request = -1,
            Answer = evidence,
            Flow = where.Flow,
            Commander = where.Direction.Other(),
            Result = isOk ? ActResult.Ok : ActResult.Refused,
            Error = isOk ? null : DnsNames.Error(message.Rcode),
        };
        int place = _waiting.Find(message.Id, act.Commander);
        if (place < 0)
        {
            // Servers repeat the update in their answer, though they need not.
            Say(message, act, batch);
            return;
        }

        act.Request = _waiting.Restore(place, batch);
        _ = DnsFrame.TryRead(_waiting.Message(place), out DnsFrame request);
        Say(request, act, batch);
        _waiting.Remove(place);
    }

    /// <summary>Bytes of that side are missing; an answer may have been among them.</summary>
    public void Missed(Direction direction)
    {
        _missedA |= direction == Direction.FromA;
        _missedB |= direction == Direction.FromB;
    }

    /// <summary>Lets those go that have waited too long.</summary>
    public void OnClock(long time, bool sawA, bool sawB, Batch batch)
    {
        for (int place = _waiting.FindExpired(time); place >= 0; place = _waiting.FindExpired(time))
        {
            bool couldSee = _waiting.Sender(place) == Direction.FromA ? sawB && !_missedB : sawA && !_missedA;
            Unanswered(place, couldSee ? ActResult.NoAnswer : ActResult.NotSeen, batch);
        }
    }

    /// <summary>Lets all go.</summary>
    public void OnEnd(long time, bool sawA, bool sawB, Batch batch)
    {
        OnClock(time, sawA, sawB, batch);
        while (_waiting.Count > 0)
        {
            Unanswered(_waiting.Oldest, ActResult.NotSeen, batch);
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _waiting.Clear();
        _missedA = false;
        _missedB = false;
    }

    void Unanswered(int place, ActResult result, Batch batch)
    {
        int evidence = _waiting.Restore(place, batch);
        Act act = new()
        {
            Request = evidence,
            Answer = -1,
            Flow = batch.EvidenceAt(evidence).Flow,
            Commander = _waiting.Sender(place),
            Result = result,
        };
        _ = DnsFrame.TryRead(_waiting.Message(place), out DnsFrame request);
        Say(request, act, batch);
        _waiting.Remove(place);
    }

    /// <summary>One act for each record of the section of updates.</summary>
    static void Say(DnsFrame message, Act act, Batch batch)
    {
        act.Protocol = "dns";
        act.Function = Function;
        act.Operation = Operation.Configure;
        Span<byte> space = stackalloc byte[2 + DnsName.LongestText];
        DnsReader reader = message.Read();
        while (reader.TryNext(out DnsEntry entry))
        {
            if (entry.Section != DnsSection.Authority
                || DnsName.Read(message.Bytes, entry.Offset, space[2..], out int length) is not (DnsFault.None or DnsFault.Pointer))
            {
                continue;
            }

            BinaryPrimitives.WriteUInt16BigEndian(space, entry.Type);
            DnsChange change = entry.Class switch
            {
                DnsNames.ClassNone => DnsChange.Delete,
                DnsNames.ClassAny => DnsChange.DeleteAll,
                _ => DnsChange.Add,
            };
            act.Target = new Target { Formatter = DnsAddresses.Instance, Space = batch.Store(space[..(2 + length)]), Form = (byte)change };
            act.Value = change == DnsChange.DeleteAll ? default : ValueOf(message, entry, batch);
            batch.Add(act);
            act.Item++;
        }
    }

    static Value ValueOf(DnsFrame message, in DnsEntry entry, Batch batch)
    {
        ReadOnlySpan<byte> data = message.Bytes.Slice(entry.DataOffset, entry.DataLength);
        Span<byte> text = stackalloc byte[LongestValue];
        int length = 0;
        switch (entry.Type)
        {
            case DnsTypes.A when data.Length == 4:
                length = WriteAddress(data, text, separator: (byte)'.');
                break;
            case DnsTypes.Aaaa when data.Length == 16:
                length = WriteAddress(data, text, separator: (byte)':');
                break;
            case DnsTypes.CanonicalName or DnsTypes.Pointer or DnsTypes.NameServer or DnsTypes.DelegationName:
                _ = DnsName.Read(message.Bytes, entry.DataOffset, text, out length);
                break;
            case DnsTypes.Service when data.Length > 6:
                _ = DnsName.Read(message.Bytes, entry.DataOffset + 6, text, out length);
                break;
            default:
                return data.IsEmpty ? default : new Value(ValueKind.Bytes, batch.Store(data));
        }

        return length == 0 ? default : new Value(ValueKind.Text, batch.Store(text[..length]));
    }

    /// <summary>An address as text without shortening: bytes in decimal, or pairs of bytes in hexadecimal.</summary>
    static int WriteAddress(ReadOnlySpan<byte> address, Span<byte> to, byte separator)
    {
        ByteText text = new(to);
        Span<byte> digits = stackalloc byte[4];
        int step = separator == '.' ? 1 : 2;
        for (int at = 0; at < address.Length; at += step)
        {
            if (at > 0)
            {
                text.Add(separator);
            }

            if (step == 1)
            {
                text.Decimal(address[at]);
            }
            else
            {
                System.Buffers.Text.Utf8Formatter.TryFormat(BinaryPrimitives.ReadUInt16BigEndian(address[at..]), digits, out int written, new('x'));
                text.Add(digits[..written]);
            }
        }

        return text.Length;
    }
}
