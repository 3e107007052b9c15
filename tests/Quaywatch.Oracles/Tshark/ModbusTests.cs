using Quaywatch.Testing;

namespace Quaywatch.Oracles.Tshark;

/// <summary>Our reading of Modbus/TCP against tshark's, over every capture that holds it. docs/oracles.md explains the classes.</summary>
public sealed class ModbusTests(ITestOutputHelper output)
{
    const string OtherPort = "ours right: on another port than 502, where tshark does not look";

    [Theory]
    [InlineData("mbtcp")]
    [InlineData("modbus")]
    public void Tshark_reads_the_same(string tree)
    {
        Comparison comparison = new(Explain);
        int captures = 0;
        foreach ((string capture, List<OracleMessage> theirs) in TsharkAnswers.Of(tree))
        {
            comparison.Add(capture, theirs, OurAnswers.Of(Shared.Need("captures/" + capture), "modbus", tree + "."));
            captures++;
        }

        output.WriteLine($"{comparison.Messages} messages of {captures} captures, {comparison.Equal} equal");
        foreach ((string name, long count, string example) in comparison.Differences)
        {
            output.WriteLine($"{count,8} {name}: {example}");
        }

        Assert.Empty(comparison.Unexplained);
        long compared = comparison.Messages - comparison.Differences.Where(d => d.Class == OtherPort).Sum(d => d.Count);
        Assert.True(comparison.Equal >= compared * 0.999, $"{comparison.Equal} of {compared}");
        Assert.True(compared > 44_000);
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
