using System.Globalization;
using System.Text;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Tshark;

/// <summary>Our reading of Modbus/TCP against tshark's, over every capture that holds it. docs/oracles/tshark-modbus.md explains the classes.</summary>
public sealed class ModbusTests
{
    const string OtherPort = "ours right: on another port than 502, where tshark does not look";

    [Fact]
    public void Tshark_reads_the_same()
    {
        StringBuilder rows = new();
        StringBuilder classes = new();
        foreach (string tree in (string[])["mbtcp", "modbus"])
        {
            Comparison comparison = new(Explain);
            int captures = 0;
            foreach ((string capture, List<OracleMessage> theirs) in TsharkAnswers.Of(tree))
            {
                comparison.Add(capture, theirs, OurAnswers.Of(Shared.Need("captures/" + capture), "modbus", tree + "."));
                captures++;
            }

            Assert.Empty(comparison.Unexplained);
            long compared = comparison.Messages - comparison.Differences.Where(d => d.Class == OtherPort).Sum(d => d.Count);
            Assert.True(comparison.Equal >= compared * 0.999, $"{comparison.Equal} of {compared}");
            Assert.True(compared > 44_000);
            double share = (double)comparison.Equal / compared;
            rows.Append(CultureInfo.InvariantCulture, $"| `{tree}` | {captures} | {compared:N0} | {comparison.Equal:N0} | {share:P2} |\n");
            foreach ((string name, long count, string example) in comparison.Differences)
            {
                classes.Append(CultureInfo.InvariantCulture, $"| `{tree}` | {count:N0} | {name} | {example.Split(' ')[0]} {example.Split(' ')[1]} |\n");
            }
        }

        Golden.Equal("docs/oracles/tshark-modbus.md", $$"""
            # Modbus/TCP against tshark

            Every message of Modbus/TCP, field by field by Wireshark's filter names, against tshark 4.0.17: the header (`mbtcp`: transaction, protocol,
            length, unit) and what follows (`modbus`: function, addresses, quantities, values, exceptions, diagnostics, device identification, file
            records, FIFO). The answers were made by `tests/Quaywatch.Oracles/make-answers` and are kept beside it. This page is made by the test, which
            fails on a difference without a class, and below 99.9 % of messages equal.

            | tree | captures | messages | equal in every field | share |
            |---|---:|---:|---:|---:|
            {{rows}}
            | tree | messages | class | example |
            |---|---:|---|---|
            {{classes}}
            - **On another port.** tshark knows Modbus by port 502; we ask every conversation. These messages are not counted above.
            - **Bytes whose first copy is not in the capture.** tshark takes what was captured for a retransmission and skips it, and then has no request
              for the answer (`regnum16`, `bitnum` are numbered from the request's address). We read a byte when it is first seen.
            - **Data beyond their count.** The message states fewer bytes of data than it holds; tshark shows all to the end, we what was stated and the
              rest as surplus.

            """.ReplaceLineEndings("\n"));
    }

    static string? Explain(string capture, IReadOnlyList<OracleMessage> theirs, OracleMessage message, string field) => field switch
    {
        Comparison.OursAlone when capture.Contains("agentcarter-s7plus", StringComparison.Ordinal) => OtherPort,
        Comparison.OursAlone => "ours right: bytes whose first copy is not in the capture, which tshark takes for a retransmission",
        "modbus.data" when message.Fields[field] is [""] => "the same: no data, which tshark shows as a field without bytes",
        "modbus.data" => "ours right: tshark shows data beyond their count, to the message's end",
        "modbus.regnum16" or "modbus.bitnum" => "ours right: tshark did not read the request, whose first copy is not in the capture",
        _ => null,
    };
}
