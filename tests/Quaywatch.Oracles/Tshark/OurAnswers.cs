using Quaywatch.Observations;
using Quaywatch.Protocols;
using Quaywatch.Protocols.Framework;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Oracles.Tshark;

/// <summary>What Quaywatch reads in a capture: every message of a protocol through the whole pipeline, as its room describes it.</summary>
sealed class OurAnswers : MessageListener
{
    readonly string _protocol;
    readonly string _prefix;
    readonly List<OracleMessage> _messages = [];

    OurAnswers(string protocol, string prefix)
    {
        _protocol = protocol;
        _prefix = prefix;
    }

    /// <summary>The messages of a capture that have fields with that prefix.</summary>
    public static List<OracleMessage> Of(string path, string protocol, string prefix)
    {
        OurAnswers answers = new(protocol, prefix);
        Runs.Messages(path, answers);
        return answers._messages;
    }

    public override void OnMessage(Protocol protocol, in Where where, in Message message, Batch batch)
    {
        if (protocol.Name != _protocol)
        {
            return;
        }

        FieldTree tree = new();
        protocol.Describe(message, tree);
        Dictionary<string, List<string>> fields = new(StringComparer.Ordinal);
        Collect(tree.Roots, fields);
        if (fields.Count > 0)
        {
            int evidence = where.Evidence(batch, message.Bytes.Length);
            _messages.Add(new OracleMessage(batch.EvidenceAt(evidence).Last.Packet, fields.ToDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal)));
        }
    }

    void Collect(IReadOnlyList<FieldNode> nodes, Dictionary<string, List<string>> fields)
    {
        foreach (FieldNode node in nodes)
        {
            if (node.Filter is not null && node.Raw is not null && node.Filter.StartsWith(_prefix, StringComparison.Ordinal))
            {
                if (!fields.TryGetValue(node.Filter, out List<string>? values))
                {
                    fields[node.Filter] = values = [];
                }

                values.Add(node.Raw);
            }

            Collect(node.Children, fields);
        }
    }
}
