using Quaywatch.Testing;

namespace Quaywatch.Oracles.Tshark;

/// <summary>Our reading of S7comm against tshark's, over every capture that holds it. docs/oracles.md explains the classes.</summary>
public sealed class S7Tests(ITestOutputHelper output)
{
    /// <summary>Captures in which an answer comes before its request, because the two directions were mirrored separately.</summary>
    static readonly string[] s_swapped = ["s7comm/agentcarter-s7plus__2.pcapng", "s7comm/iti__s7comm_clean.pcap"];

    [Fact]
    public void Tshark_reads_the_same()
    {
        Comparison comparison = new(Explain);
        int captures = 0;
        foreach ((string capture, List<OracleMessage> theirs) in TsharkAnswers.Of("s7comm"))
        {
            comparison.Add(capture, theirs, OurAnswers.Of(Shared.Need("captures/" + capture), "s7comm", "s7comm."));
            captures++;
        }

        output.WriteLine($"{comparison.Messages} messages of {captures} captures, {comparison.Equal} equal ({comparison.Agreement:P2})");
        foreach ((string name, long count, string example) in comparison.Differences)
        {
            output.WriteLine($"{count,8} {name}: {example}");
        }

        Assert.Empty(comparison.Unexplained);
        Assert.True(comparison.Agreement >= 0.99, $"{comparison.Agreement:P2}");
        Assert.True(comparison.Messages > 98_000);
    }

    static string? Explain(string capture, IReadOnlyList<OracleMessage> theirs, OracleMessage message, string field) => field switch
    {
        Comparison.TheirsAlone when IsRepeated(theirs, message) => "ours right: a retransmission, which tshark reads again",
        Comparison.OursAlone when s_swapped.Contains(capture) => "ours right: an answer captured before its request makes tshark skip the request",
        _ when message.Fields.ContainsKey("s7comm.fragment.count") => "by design: an answer in several PDUs, which tshark shows joined in the last",
        _ => null,
    };

    static bool IsRepeated(IReadOnlyList<OracleMessage> theirs, OracleMessage message) => theirs.Any(other =>
        other.Frame < message.Frame && other.Frame >= message.Frame - 3 && other.Fields.Count == message.Fields.Count
        && other.Fields.All(field => message.Fields.TryGetValue(field.Key, out string[]? values) && values.AsSpan().SequenceEqual(field.Value)));
}
