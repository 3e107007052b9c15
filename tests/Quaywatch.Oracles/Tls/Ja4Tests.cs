using Quaywatch.Observations;
using Quaywatch.Protocols;
using Quaywatch.Protocols.Framework;
using Quaywatch.Testing;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Oracles.Tls;

/// <summary>Our JA4 against the expected values of its authors, over their own captures.</summary>
public sealed class Ja4Tests(ITestOutputHelper output)
{
    [Fact]
    public void Fingerprints_are_those_of_their_authors()
    {
        List<string> differences = [];
        int equal = 0;
        IEnumerable<string[]> rows = File.ReadLines(Shared.Need("expected/ja4/ja4.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Where(row => row[7].StartsWith('t'));
        foreach (IGrouping<string, string[]> capture in rows.GroupBy(row => row[0], StringComparer.Ordinal))
        {
            Hellos hellos = new();
            Runs.Messages(Shared.Need("captures/" + capture.Key), hellos);
            foreach (string[] row in capture)
            {
                string expected = $"{row[3]} {row[6]} {row[7]}";
                bool isThere = hellos.Found.Contains(expected);
                equal += isThere ? 1 : 0;
                if (!isThere)
                {
                    differences.Add($"{capture.Key}: {expected}; ours: {string.Join(", ", hellos.Found.Where(f => f.StartsWith(row[3] + " ", StringComparison.Ordinal)))}");
                }
            }
        }

        output.WriteLine($"{equal} equal");
        Assert.Empty(differences);
        Assert.True(equal > 0);
    }

    sealed class Hellos : MessageListener
    {
        public HashSet<string> Found { get; } = new(StringComparer.Ordinal);

        public override void OnMessage(Protocol protocol, in Where where, in Message message, Batch batch)
        {
            if (protocol.Name != "tls")
            {
                return;
            }

            FieldTree tree = new();
            protocol.Describe(message, tree);
            string? fingerprint = Find(tree.Roots, "JA4");
            if (fingerprint is not null)
            {
                int port = where.Direction == Direction.FromA ? where.Ends.PortA : where.Ends.PortB;
                Found.Add($"{port} {Find(tree.Roots, "Server Name")} {fingerprint}");
            }
        }

        static string? Find(IReadOnlyList<FieldNode> nodes, string name)
        {
            foreach (FieldNode node in nodes)
            {
                string? found = node.Name == name ? node.Raw : Find(node.Children, name);
                if (found is not null)
                {
                    return found;
                }
            }

            return null;
        }
    }
}
