using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Dns;

/// <summary>Reads a conversation of DNS, multicast DNS or LLMNR: a message a datagram, or behind two bytes of length on TCP.</summary>
public sealed class DnsParser : Parser
{
    /// <summary>Reserved bit of the flags. Multicast DNS and LLMNR ask their readers not to look at it.</summary>
    const ushort Reserved = 0x0040;

    readonly DnsKind _kind;
    readonly DnsQueries _queries = new();
    readonly DnsUpdates _updates = new();
    Direction? _client;

    /// <summary>A parser of one of the three.</summary>
    public DnsParser(DnsKind kind) => _kind = kind;

    /// <summary>Who asked first; on the local link every host asks and answers.</summary>
    public override Direction? Client => _kind == DnsKind.Multicast ? null : _client;

    /// <inheritdoc/>
    public override bool IsWaiting => _updates.Count > 0;

    /// <inheritdoc/>
    public override Parse OnBytes(in Where where, ReadOnlySpan<byte> bytes, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (where.Ends.Transport != Transport.Tcp)
        {
            return OnMessage(where, bytes, bytes.Length, batch) ? Parse.Done(bytes.Length) : Parse.Broken;
        }

        if (bytes.Length < DnsProbe.Prefix)
        {
            return Parse.NeedMore(DnsProbe.Prefix);
        }

        int size = DnsProbe.Prefix + BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (size < DnsProbe.Prefix + DnsFrame.HeaderSize)
        {
            return Parse.Broken;
        }

        if (bytes.Length < size)
        {
            return Parse.NeedMore(size);
        }

        if (!OnMessage(where, bytes[DnsProbe.Prefix..size], size, batch))
        {
            // The length tells where the next message begins, so the stream is not lost.
            Report(where, _kind, AnomalyKind.Malformed, "a message shorter than its entries", where.Evidence(batch, size), batch);
        }

        return Parse.Done(size);
    }

    /// <inheritdoc/>
    public override void OnGap(Direction direction, long bytes, Batch batch)
    {
        _queries.Missed(direction);
        _updates.Missed(direction);
    }

    /// <inheritdoc/>
    public override void OnClock(long time, Batch batch) => _updates.OnClock(time, HasSeen(Direction.FromA), HasSeen(Direction.FromB), batch);

    /// <inheritdoc/>
    public override void OnEnd(long time, Batch batch) => _updates.OnEnd(time, HasSeen(Direction.FromA), HasSeen(Direction.FromB), batch);

    /// <inheritdoc/>
    public override void Reset()
    {
        _queries.Clear();
        _updates.Clear();
        _client = null;
    }

    internal static void Report(in Where where, DnsKind kind, AnomalyKind anomaly, string? detail, int evidence, Batch batch) =>
        batch.Add(new Anomaly
        {
            Evidence = evidence,
            Flow = where.Flow,
            Sender = where.Direction,
            Protocol = DnsProtocol.NameOf(kind),
            Kind = anomaly,
            Detail = detail,
        });

    /// <summary>Reads one message; false where it is shorter than its entries.</summary>
    bool OnMessage(in Where where, ReadOnlySpan<byte> bytes, int size, Batch batch)
    {
        if (!DnsFrame.TryRead(bytes, out DnsFrame message))
        {
            return false;
        }

        _client ??= message.IsResponse ? where.Direction.Other() : where.Direction;
        int evidence = where.Evidence(batch, size);
        CheckHeader(where, message, evidence, batch);
        bool isCut = new DnsTeller(where, message, _kind, evidence, batch).Say(out ulong question);
        if (_kind == DnsKind.Unicast)
        {
            Pair(where, message, question, evidence, batch);
        }

        return !isCut;
    }

    void CheckHeader(in Where where, DnsFrame message, int evidence, Batch batch)
    {
        if (!DnsNames.Opcodes.ContainsKey(message.Opcode))
        {
            Report(where, _kind, AnomalyKind.UnexpectedConstant, "opcode without a meaning", evidence, batch);
        }
        else if (_kind == DnsKind.Unicast && (message.Flags & Reserved) != 0)
        {
            Report(where, _kind, AnomalyKind.UnexpectedConstant, "reserved bit of the flags is set", evidence, batch);
        }
    }

    void Pair(in Where where, DnsFrame message, ulong question, int evidence, Batch batch)
    {
        switch (message.Opcode)
        {
            case DnsNames.Update:
                _updates.OnMessage(where, message, evidence, batch);
                break;
            case DnsNames.Query when !message.IsResponse:
                _queries.Add(where.Direction, message.Id, question, batch.Clock);
                break;
            case DnsNames.Query:
                if (!_queries.WasAsked(where.Direction.Other(), message.Id, question, batch.Clock, out bool isOther))
                {
                    string? detail = isOther ? "answers another question than was asked" : null;
                    Report(where, _kind, AnomalyKind.AnswerWithoutRequest, detail, evidence, batch);
                }

                break;
            default:
                break;
        }
    }
}
