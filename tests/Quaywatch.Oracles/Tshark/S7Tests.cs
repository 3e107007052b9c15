using System.Globalization;
using System.Text;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Tshark;

/// <summary>Our reading of S7comm against tshark's, over every capture that holds it. docs/oracles/tshark-s7comm.md explains the classes.</summary>
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

        foreach ((string name, long count, string example) in comparison.Differences)
        {
            output.WriteLine($"{count,8} {name}: {example}");
        }

        Assert.Empty(comparison.Unexplained);
        Assert.True(comparison.Agreement >= 0.99, $"{comparison.Agreement:P2}");
        Golden.Equal("docs/oracles/tshark-s7comm.md", Page(comparison, captures));
    }

    static string Page(Comparison comparison, int captures)
    {
        StringBuilder page = new($$"""
            # S7comm against tshark

            Every message of S7comm in {{captures}} captures, field by field by Wireshark's filter names, against tshark 4.0.17. Its answers were made by
            `tests/Quaywatch.Oracles/make-answers` and are kept in `tests/Quaywatch.Oracles/answers`, so the comparison needs no tshark. Compared are
            all fields that either side shows: header, function, every item's syntax, area, DB, address, transport size and count, return codes, values,
            error classes and codes, transfers, PI services, and userdata of all groups with the records of system state lists. Points in time are
            compared by their parts. This page is made by the test.

            {{comparison.Equal}} of {{comparison.Messages}} messages are equal in all fields ({{comparison.Agreement.ToString("P2", CultureInfo.InvariantCulture)}}).

            | messages | class | example |
            |---:|---|---|

            """.ReplaceLineEndings("\n"));
        foreach ((string name, long count, string example) in comparison.Differences)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {count} | {name} | {example.Split(' ')[0]} {example.Split(' ')[1]} |\n");
        }

        page.Append("\n" + """
            - **An answer in several PDUs.** A state list or block list that does not fit one PDU comes in several, each asked for on its own. tshark joins them
              and shows the list at the last. Our tree is made of one message, so each part is shown as it is; the list is joined for what is said of
              the device (identity), which tests of the room hold.
            - **A retransmission.** The capture's mirror shows each answer three times. tshark reads the copies again; we read a stream's bytes once.
            - **An answer before its request.** The mirror's two directions arrived in the wrong order. tshark takes the acknowledged segment for a
              spurious retransmission and leaves the request unread; we read both.

            Not compared: the redundant point in time that tshark makes of a clock's parts, since it prints it in the zone of the machine.

            """.ReplaceLineEndings("\n"));
        return page.ToString();
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
