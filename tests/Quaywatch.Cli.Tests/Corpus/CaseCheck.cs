using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;

namespace Quaywatch.Cli.Tests.Corpus;

/// <summary>What must hold in any case, whatever the capture: the files are whole, and each statement leads to packets.</summary>
static class CaseCheck
{
    public static IEnumerable<string> Of(CaseReader reader)
    {
        foreach (string changed in reader.Verify())
        {
            yield return $"SHA256SUMS: {changed}";
        }

        // Numbers are Wireshark's, which gives one to records without a packet too.
        Dictionary<int, long> packets = reader.Manifest.Inputs.ToDictionary(
            input => input.Input,
            input => input.Packets + input.Anomalies.Where(met => met.Name == "records-without-packet").Sum(met => met.Count));
        HashSet<string> uids = [];
        foreach (Conversation conversation in reader.Conversations())
        {
            if (!uids.Add(conversation.Uid))
            {
                yield return $"two conversations have the uid {conversation.Uid}";
            }
        }

        foreach (Command command in reader.Commands())
        {
            if (!IsThere(packets, command.Input, command.Packet))
            {
                yield return $"command {command.Id} is in packet {command.Packet} of input {command.Input}";
            }

            if (command.Uid is null || !uids.Contains(command.Uid))
            {
                yield return $"command {command.Id} is in no conversation";
            }
        }

        foreach (Finding finding in reader.Findings())
        {
            foreach (string fault in Of(reader, finding, packets))
            {
                yield return $"finding {finding.Id} ({finding.Rule}): {fault}";
            }
        }
    }

    static IEnumerable<string> Of(CaseReader reader, Finding finding, Dictionary<int, long> packets)
    {
        if (finding.SeenIn.Any(seen => !IsThere(packets, seen.Input, seen.Packet)))
        {
            yield return "it was seen in a packet that is not there";
        }

        // What is said of the capture as a whole has no packet of its own.
        if (finding.Rule == "QW-CAP-01")
        {
            yield break;
        }

        if (finding.SeenIn.Count == 0)
        {
            yield return "it was seen in no packet";
        }

        if (finding.Evidence is null)
        {
            yield return "it has no evidence";
            yield break;
        }

        using Stream? cut = reader.OpenEvidencePackets(finding.Id);
        if (cut is null || cut.Length < 100)
        {
            yield return "its packets were not cut out";
        }

        EvidenceFile? trees = reader.Evidence(finding.Id);
        if (trees is null || trees.Messages.Count == 0)
        {
            yield return "its messages are not described";
        }
    }

    static bool IsThere(Dictionary<int, long> packets, int input, long packet) =>
        packets.TryGetValue(input, out long count) && packet >= 1 && packet <= count;
}
