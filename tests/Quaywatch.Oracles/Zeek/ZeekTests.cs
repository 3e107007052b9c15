using Quaywatch.Case.Rows;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Zeek;

/// <summary>Zeek 7.0.11 as second opinion on conversations.</summary>
public sealed class ZeekTests
{
    [Fact]
    public void Conversations_agree_with_Zeek()
    {
        Dictionary<string, List<ZeekConversation>> captures = ZeekConversation.Read(Shared.Need("expected/zeek-7/conn.jsonl.zst"));
        string folder = Shared.Need("captures");
        Dictionary<string, int> classes = new(StringComparer.Ordinal);
        List<string> lines = [];
        int equal = 0;
        int all = 0;
        foreach ((string capture, List<ZeekConversation> theirs) in captures.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            IReadOnlyList<Conversation> ours = Runs.Analyze(Path.Combine(folder, capture)).Conversations;
            foreach ((ZeekConversation? zeek, Conversation? row, string differences) in ConversationComparison.Compare(theirs, ours))
            {
                all += zeek is null ? 0 : 1;
                equal += differences.Length == 0 ? 1 : 0;
                if (differences.Length > 0)
                {
                    classes[differences] = classes.GetValueOrDefault(differences) + 1;
                    lines.Add($"{differences}\t{capture}\t{zeek}\t{row?.Originator.Ip}:{row?.Originator.Port}>{row?.Responder.Ip}:{row?.Responder.Port} {row?.Transport} {row?.State} {row?.History} {row?.OriginatorPackets}/{row?.ResponderPackets} {row?.OriginatorBytes}/{row?.ResponderBytes} {row?.OriginatorPayload}/{row?.ResponderPayload} {row?.FirstSeen}");
                }
            }
        }

        if (Environment.GetEnvironmentVariable("QUAYWATCH_DUMP") is { } dump)
        {
            File.WriteAllLines(dump, lines);
        }

        string summary = string.Join("; ", classes.OrderByDescending(pair => pair.Value).Take(20).Select(pair => $"{pair.Key} {pair.Value}"));
        Assert.True(equal >= all * 0.95, $"{equal} of {all} equal: {summary}");
    }
}
