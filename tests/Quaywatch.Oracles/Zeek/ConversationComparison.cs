using System.Globalization;
using Quaywatch.Case.Rows;

namespace Quaywatch.Oracles.Zeek;

/// <summary>Joins our conversations with Zeek's of the same capture, by ends and order, and says in which fields they differ.
/// </summary>
static class ConversationComparison
{
    /// <summary>For each of Zeek's conversations the fields that differ; "absent" where we have none, and one "extra" for each of
    /// ours that Zeek lacks.</summary>
    public static IEnumerable<(ZeekConversation? Zeek, Conversation? Ours, string Differences)> Compare(
        IEnumerable<ZeekConversation> theirs, IEnumerable<Conversation> ours)
    {
        Dictionary<string, Queue<Conversation>> waiting = new(StringComparer.Ordinal);
        foreach (Conversation row in ours.Where(row => row.Transport is "tcp" or "udp" or "icmp" or "icmpv6").OrderBy(row => row.FirstSeen?.Nanoseconds ?? 0))
        {
            string key = Key(row.Transport, row.Originator.Ip, row.Originator.Port, row.Responder.Ip, row.Responder.Port);
            if (!waiting.TryGetValue(key, out Queue<Conversation>? queue))
            {
                waiting[key] = queue = new Queue<Conversation>();
            }

            queue.Enqueue(row);
        }

        foreach (ZeekConversation zeek in theirs.OrderBy(conversation => conversation.Time))
        {
            string key = Key(zeek.Transport, zeek.Originator, zeek.OriginatorPort, zeek.Responder, zeek.ResponderPort);
            if (waiting.TryGetValue(key, out Queue<Conversation>? queue) && queue.TryDequeue(out Conversation? row))
            {
                yield return (zeek, row, Differences(zeek, row));
            }
            else
            {
                yield return (zeek, null, "absent");
            }
        }

        foreach (Conversation row in waiting.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value))
        {
            yield return (null, row, "extra");
        }
    }

    static string Differences(ZeekConversation zeek, Conversation ours)
    {
        List<string> fields = [];
        bool sameOriginator = (ours.Originator.Ip ?? "::") == zeek.Originator && (zeek.Transport is "icmp" || ours.Originator.Port == zeek.OriginatorPort);
        Note(fields, "originator", sameOriginator);
        (long Packets, long Bytes, long Payload) originator = (ours.OriginatorPackets, ours.OriginatorBytes, ours.OriginatorPayload);
        (long Packets, long Bytes, long Payload) responder = (ours.ResponderPackets, ours.ResponderBytes, ours.ResponderPayload);
        if (!sameOriginator)
        {
            (originator, responder) = (responder, originator);
        }

        Note(fields, "packets", (originator.Packets, responder.Packets) == (zeek.OriginatorPackets, zeek.ResponderPackets));
        Note(fields, "bytes", (originator.Bytes, responder.Bytes) == (zeek.OriginatorBytes, zeek.ResponderBytes));

        // Zeek leaves payload out where a conversation has no duration.
        Note(fields, "payload", originator.Payload == (zeek.OriginatorPayload ?? originator.Payload) && responder.Payload == (zeek.ResponderPayload ?? responder.Payload));
        Note(fields, "state", ours.State == zeek.State);
        Note(fields, "history", (ours.History ?? "") == zeek.History);
        return string.Join('+', fields);
    }

    static void Note(List<string> fields, string name, bool equal)
    {
        if (!equal)
        {
            fields.Add(name);
        }
    }

    static string Key(string transport, string? one, int? onePort, string? other, int? otherPort)
    {
        // ICMP has no ports; several conversations of one pair of addresses are joined in the order of their beginnings.
        bool isIcmp = transport.StartsWith("icmp", StringComparison.Ordinal);
        string a = isIcmp ? one ?? "::" : string.Create(CultureInfo.InvariantCulture, $"{one ?? "::"} {onePort}");
        string b = isIcmp ? other ?? "::" : string.Create(CultureInfo.InvariantCulture, $"{other ?? "::"} {otherPort}");
        string kind = isIcmp ? "icmp" : transport;
        return string.CompareOrdinal(a, b) < 0 ? $"{kind} {a} {b}" : $"{kind} {b} {a}";
    }
}
