using System.Globalization;
using System.Text;
using Quaywatch.Analysis;
using Quaywatch.Case.Rows;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Zeek;

/// <summary>Zeek 7.0.11 as second opinion on conversations: ends, originator, packets, bytes, payload, state and history. Packets
/// that were captured twice count twice here, as they do in Zeek. The classes of difference are explained in docs/oracles.md.
/// </summary>
public sealed class ZeekTests
{
    /// <summary>Zeek's clock only goes forward: in a capture whose clock steps, each packet behind it opens a conversation of its
    /// own there. What differs in such captures is counted, and left out of the share.</summary>
    const string ClockSteps = "any field, where the capture's clock steps";

    [Fact]
    public void Conversations_agree_with_Zeek()
    {
        Dictionary<string, List<ZeekConversation>> captures = ZeekConversation.Read(Shared.Need("expected/zeek-7/conn.jsonl.zst"));
        string folder = Shared.Need("captures");
        SortedDictionary<string, int> classes = new(StringComparer.Ordinal);
        int equal = 0;
        int all = 0;
        int stepped = 0;
        foreach ((string capture, List<ZeekConversation> theirs) in captures.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            (IReadOnlyList<Conversation> ours, _, AnalysisResult result) = Runs.Analyze(Path.Combine(folder, capture), keepDuplicates: true);
            foreach ((ZeekConversation? zeek, _, string differences) in ConversationComparison.Compare(theirs, ours))
            {
                all += zeek is null ? 0 : 1;
                equal += differences.Length == 0 ? 1 : 0;
                if (differences.Length > 0)
                {
                    string name = result.Capture.ClockSteps > 0 ? ClockSteps : differences;
                    stepped += name == ClockSteps && zeek is not null ? 1 : 0;
                    classes[name] = classes.GetValueOrDefault(name) + 1;
                }
            }
        }

        string table = Table(equal, all, stepped, classes);
        Golden.Equal(Path.Combine(Shared.Repository, "docs/oracles/zeek-conversations.md"), table);
        Assert.True(equal >= (all - stepped) * 0.95, table);
    }

    static string Table(int equal, int all, int stepped, SortedDictionary<string, int> classes)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{equal} of {all} conversations are equal in all fields ({100.0 * equal / all:f1} %); of those in captures\n");
        text.Append(CultureInfo.InvariantCulture, $"whose clock does not step, {100.0 * equal / (all - stepped):f1} % of {all - stepped}.\n\n| differs in | conversations |\n|---|---:|\n");
        foreach ((string name, int count) in classes)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {count} |\n");
        }

        return text.ToString();
    }
}
