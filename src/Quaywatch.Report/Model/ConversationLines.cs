using System.Globalization;
using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>Makes a row of `conversations.jsonl` into what the page shows of it.</summary>
static class ConversationLines
{
    const int RowOverhead = 620;

    /// <summary>The line of a conversation.</summary>
    public static ConversationLine Of(Conversation row, long number, Party originator, Party responder)
    {
        string protocols = Protocols(row);
        string? acts = row.Acts is { Count: > 0 } map
            ? Shown.Of(string.Join(", ", map.Take(8).Select(static pair => $"{Say.Number(pair.Value)} {Shown.Cut(pair.Key, 40)}")), 300)
            : null;
        long? lasted = row.LastSeen?.Nanoseconds - row.FirstSeen?.Nanoseconds;
        string?[] texts = [protocols, acts, Shown.Of(row.State, 20), Shown.Of(row.CommunityId, 60), Shown.Cut(row.Transport, 40), Shown.Cut(row.Uid, 40), originator.Label, responder.Label];
        return new ConversationLine
        {
            Uid = texts[5]!,
            Number = number,
            Originator = originator,
            Responder = responder,
            Port = row.Responder.Port,
            Protocols = protocols,
            Transport = texts[4]!,
            FirstSeen = row.FirstSeen,
            Lasted = lasted is >= 0 ? Say.Span(lasted.Value) : null,
            Packets = row.OriginatorPackets + row.ResponderPackets,
            Bytes = row.OriginatorBytes + row.ResponderBytes,
            State = texts[2],
            IsOneSided = row.OriginatorPackets == 0 || row.ResponderPackets == 0,
            Gaps = row.Gaps,
            Acts = acts,
            CommunityId = texts[3],
            Weight = RowOverhead + texts.Sum(Shown.Weight),
        };
    }

    /// <summary>What it spoke, and whether that is a guess by the port.</summary>
    public static string Protocols(Conversation row)
    {
        if (row.Protocols.Count == 0)
        {
            return row.Responder.Port is { } port
                ? string.Create(CultureInfo.InvariantCulture, $"unknown, port {port}")
                : "unknown";
        }

        string names = Shown.List(row.Protocols)!;
        return row.ProtocolBy switch
        {
            KnownBy.Port => $"{names} (by port only)",
            KnownBy.Probe => $"{names} (by its form)",
            _ => names,
        };
    }
}
