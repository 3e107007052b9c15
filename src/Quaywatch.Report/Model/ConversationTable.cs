using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>The conversations: by pair of devices, and those that the page shows one by one.</summary>
sealed class ConversationTable
{
    readonly Dictionary<(string Originator, string Responder), Pair> _pairs = [];

    ConversationTable()
    {
    }

    /// <summary>All conversations.</summary>
    public long Total { get; private set; }

    /// <summary>Pairs of devices that talked.</summary>
    public long PairCount { get; private set; }

    /// <summary>Conversations between pairs that were too many to be counted.</summary>
    public long Uncounted { get; private set; }

    /// <summary>All counted pairs: those with commands first, then those with controllers, then by bytes.</summary>
    public IReadOnlyList<Pair> Pairs { get; private set; } = [];

    /// <summary>The conversations shown, in the order of the case.</summary>
    public IReadOnlyList<ConversationLine> Lines { get; private set; } = [];

    /// <summary>Those of which one side only was seen.</summary>
    public long OneSided { get; private set; }

    /// <summary>Reads the conversations.</summary>
    /// <exception cref="CaseFormatException">The case is damaged.</exception>
    public static ConversationTable Read(CaseReader @case, Parties parties, Anchors anchors, FindingTable findings)
    {
        ConversationTable table = new();
        Dictionary<string, List<FindingCard>> named = Named(findings);
        List<ConversationLine>[] candidates = [[], [], []];
        foreach (Conversation row in @case.Conversations())
        {
            table.Total++;
            Party originator = parties.Of(row.Originator);
            Party responder = parties.Of(row.Responder);
            table.Count(row, originator, responder);
            List<FindingCard>? cards = named.GetValueOrDefault(row.Uid);
            List<ConversationLine> kept = candidates[cards is not null ? 0 : row.Acts is { Count: > 0 } ? 1 : 2];
            if (kept.Count < Limits.Conversations)
            {
                ConversationLine line = ConversationLines.Of(row, table.Total, originator, responder);
                table.OneSided += line.IsOneSided ? 1 : 0;
                kept.Add(line);
                cards?.ForEach(card => card.Conversations.Add(line));
            }
            else
            {
                table.OneSided += row.OriginatorPackets == 0 || row.ResponderPackets == 0 ? 1 : 0;
            }
        }

        RowBudget budget = new(Limits.Conversations);
        table.Lines = [.. candidates.SelectMany(static kept => kept).Where(line => budget.TryTake(line.Weight)).OrderBy(static line => line.Number)];
        foreach (ConversationLine line in table.Lines)
        {
            line.Anchor = anchors.TryTake(line.Uid, 'C');
        }

        table.PairCount = table._pairs.Count;
        table.Pairs =
        [
            .. table._pairs.Values
                .OrderByDescending(static pair => pair.Commands > 0)
                .ThenByDescending(static pair => pair.HasController)
                .ThenByDescending(static pair => pair.Bytes)
                .ThenBy(static pair => pair.Originator.Key, StringComparer.Ordinal)
                .ThenBy(static pair => pair.Responder.Key, StringComparer.Ordinal),
        ];
        return table;
    }

    static Dictionary<string, List<FindingCard>> Named(FindingTable findings)
    {
        Dictionary<string, List<FindingCard>> named = new(StringComparer.Ordinal);
        foreach (FindingCard card in findings.Cards)
        {
            foreach (string uid in card.Uids)
            {
                if (!named.TryGetValue(uid, out List<FindingCard>? cards))
                {
                    named[uid] = cards = [];
                }

                cards.Add(card);
            }
        }

        return named;
    }

    void Count(Conversation row, Party originator, Party responder)
    {
        (string, string) key = (originator.Key, responder.Key);
        if (!_pairs.TryGetValue(key, out Pair? pair))
        {
            if (_pairs.Count >= Limits.Tallied)
            {
                Uncounted++;
                return;
            }

            _pairs[key] = pair = new Pair(originator, responder);
        }

        pair.Add(row);
    }
}
