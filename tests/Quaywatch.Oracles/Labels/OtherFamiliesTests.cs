using Quaywatch.Observations;
using Quaywatch.Protocols;
using Quaywatch.Protocols.Framework;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Labels;

/// <summary>Probes against what they must not take: no capture in which tshark sees nothing of a protocol holds a conversation
/// of it.</summary>
public sealed class OtherFamiliesTests
{
    /// <summary>Words of INDEX.tsv that stand for a protocol of ours; with a mark in front where a word was found by its bytes.</summary>
    static readonly Dictionary<string, string[]> s_words = new(StringComparer.Ordinal)
    {
        ["s7comm"] = ["s7comm"],
        ["modbus"] = ["modbus", "mbtcp", "mbudp", "~modbus"],
    };

    [Fact]
    [Trait("kind", "long")]
    public void No_probe_takes_captures_of_other_families()
    {
        string folder = Shared.Need("captures");
        List<string> taken = [];
        foreach (string line in File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1))
        {
            string[] row = line.Split('\t');
            HashSet<string> words = [.. row[6].Split(',').Select(word => word.Split(':')[0])];
            string[] foreign = [.. s_words.Where(pair => !pair.Value.Any(words.Contains)).Select(pair => pair.Key)];
            if (foreign.Length == 0 || row[9] == "malformed")
            {
                continue;
            }

            Listener listener = new();
            Runs.Messages(Path.Combine(folder, row[0]), listener);
            taken.AddRange(foreign.Where(listener.Counts.ContainsKey).Select(name => $"{name} in {row[0]}: {listener.Counts[name]} messages"));
        }

        Assert.True(taken.Count == 0, string.Join('\n', taken));
    }

    sealed class Listener : MessageListener
    {
        public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

        public override void OnMessage(Protocol protocol, in Where where, in Message message, Batch batch) =>
            Counts[protocol.Name] = Counts.GetValueOrDefault(protocol.Name) + 1;
    }
}
