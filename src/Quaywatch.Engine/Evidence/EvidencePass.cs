using System.Globalization;
using Quaywatch.Analysis;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Writing;
using Quaywatch.Observations;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Engine.Evidence;

/// <summary>After the analysis: reads the packets of all findings again, by their offsets, and writes them with a comment each, and
/// beside them the decoded trees, so that the report is made from the case alone.</summary>
static class EvidencePass
{
    /// <summary>Findings whose packets are held at once.</summary>
    const int FindingsAtOnce = 500;

    /// <summary>Messages of a finding that are decoded; all of its packets are written.</summary>
    const int MostTrees = 20;

    /// <summary>Writes the evidence of all findings and returns their rows, each naming its evidence.</summary>
    public static IEnumerable<Finding> Write(CaseWriter writer, IReadOnlyList<ProvenFinding> findings, IReadOnlyList<CaptureInput> inputs)
    {
        for (int from = 0; from < findings.Count; from += FindingsAtOnce)
        {
            ProvenFinding[] some = [.. findings.Skip(from).Take(FindingsAtOnce)];
            FrameStore frames = FrameStore.Fetch(inputs, some.SelectMany(finding => finding.Messages).SelectMany(PartsOf));
            foreach (ProvenFinding finding in some)
            {
                yield return Write(writer, finding, frames);
            }
        }
    }

    static Finding Write(CaseWriter writer, ProvenFinding finding, FrameStore frames)
    {
        if (!finding.Messages.SelectMany(message => message.Parts).Any(part => frames.Of(part) is not null))
        {
            return finding.Row;
        }

        string id = finding.Row.Id;
        using (Stream packets = writer.CreateEvidencePackets(id))
        {
            WritePackets(packets, finding, frames);
        }

        List<EvidenceMessageRow> rows = [.. finding.Messages.Take(MostTrees).Select(message => MessageTrees.Row(message, frames)).OfType<EvidenceMessageRow>()];
        int more = finding.Messages.Count - MostTrees;
        using (Stream trees = writer.CreateEvidenceTrees(id))
        {
            trees.Write(CaseJson.ToUtf8(new EvidenceFile { Finding = id, Messages = rows, More = more > 0 ? more : null }, indented: false));
            trees.WriteByte((byte)'\n');
        }

        return finding.Row with { Evidence = $"evidence/{id}.pcapng" };
    }

    /// <summary>Every packet once, in the order of time, with what it shows.</summary>
    static void WritePackets(Stream to, ProvenFinding finding, FrameStore frames)
    {
        SortedDictionary<(long Time, int Input, int Packet), (PacketPart Part, string Why)> packets = [];
        foreach (EvidenceMessage message in finding.Messages)
        {
            foreach (PacketPart part in message.Request)
            {
                packets.TryAdd((part.Time, part.Input, part.Packet), (part, $"request of: {message.Why}"));
            }

            foreach (PacketPart part in message.Parts)
            {
                packets[(part.Time, part.Input, part.Packet)] = (part, message.Why);
            }
        }

        PcapngWriter writer = new(to);
        Dictionary<LinkType, int> interfaces = [];
        foreach ((PacketPart part, string why) in packets.Values)
        {
            if (frames.Of(part) is not { } frame)
            {
                continue;
            }

            if (!interfaces.TryGetValue(frame.LinkType, out int number))
            {
                interfaces[frame.LinkType] = number = writer.AddInterface(frame.LinkType);
            }

            string comment = string.Create(
                CultureInfo.InvariantCulture, $"{finding.Row.Id} {finding.Row.Rule}: {why} (packet {part.Packet} of input {part.Input})");
            writer.Write(number, frame.Time, frame.Bytes, frame.OriginalLength, comment);
        }
    }

    static IEnumerable<PacketPart> PartsOf(EvidenceMessage message) => message.Parts.Concat(message.Request);
}
