using System.Text.Json;
using Quaywatch.Protocols.Dns;
using Quaywatch.Testing;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Tests.Dns;

/// <summary>Answers of tshark 4.0.17 for messages of captures by others, one line a message in known.jsonl: where its bytes lie in the
/// capture file, and every field that tshark prints, numbers in decimal. Every record type that the room decodes is among them.
/// Left out are fields that tshark computes (times, name lengths, paired packets, key ids, parts of service names) and dates,
/// which it prints in words.</summary>
public sealed class DnsKnownAnswersTests
{
    static string Known => Path.Combine(Shared.Repository, "tests", "Quaywatch.Protocols.Tests", "Dns", "known.jsonl");

    public static IEnumerable<TheoryDataRow<string, int, int>> Messages()
    {
        int line = 0;
        foreach (string text in File.ReadLines(Known))
        {
            JsonElement known = JsonDocument.Parse(text).RootElement;
            yield return new(known.GetProperty("capture").GetString()!, known.GetProperty("packet").GetInt32(), line++);
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Tshark_reads_the_same(string capture, int packet, int line)
    {
        byte[] file = File.ReadAllBytes(Shared.Need("captures/" + capture));
        JsonElement known = JsonDocument.Parse(File.ReadLines(Known).Skip(line).First()).RootElement;
        byte[] message = file.AsSpan(known.GetProperty("offset").GetInt32(), known.GetProperty("length").GetInt32()).ToArray();
        Protocol protocol = Registry.ByName[known.GetProperty("protocol").GetString()!];
        FieldTree tree = new();
        protocol.Describe(new Message { Bytes = message }, tree);
        Dictionary<string, List<string>> ours = [];
        foreach (FieldNode root in tree.Roots)
        {
            Collect(root, ours);
        }

        foreach (JsonProperty field in known.GetProperty("fields").EnumerateObject())
        {
            string theirs = string.Join(" | ", field.Value.EnumerateArray().Select(v => v.GetString()));
            string read = ours.TryGetValue(field.Name, out List<string>? values) ? string.Join(" | ", values) : "";
            Assert.True(theirs == read, $"{capture} {packet}: {field.Name} is {theirs}, read as {read}");
        }
    }

    [Fact]
    public void The_sample_holds_every_decoded_type()
    {
        HashSet<string> types = [];
        foreach (string line in File.ReadLines(Known))
        {
            JsonElement fields = JsonDocument.Parse(line).RootElement.GetProperty("fields");
            if (fields.TryGetProperty("dns.resp.type", out JsonElement found))
            {
                types.UnionWith(found.EnumerateArray().Select(t => t.GetString()!));
            }
        }

        // TLSA, DNAME are in no capture at hand.
        string[] decoded = ["1", "2", "5", "6", "10", "12", "13", "15", "16", "25", "28", "33", "35", "41", "43", "44", "46", "47", "48", "50", "51", "64", "65", "99", "250", "257"];
        Assert.Empty(decoded.Except(types));
    }

    static void Collect(FieldNode node, Dictionary<string, List<string>> ours)
    {
        if (node is { Filter: { } filter, Raw: { } raw })
        {
            if (!ours.TryGetValue(filter, out List<string>? values))
            {
                ours[filter] = values = [];
            }

            values.Add(raw);
        }

        foreach (FieldNode child in node.Children)
        {
            Collect(child, ours);
        }
    }
}
