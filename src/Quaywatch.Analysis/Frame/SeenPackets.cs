using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Frame;

/// <summary>The packets of a row: first 100, last 20, each once where several acts share it.</summary>
internal sealed class SeenPackets
{
    readonly FirstAndLast<Seen> _packets = new();
    readonly Seen[] _recent = new Seen[8];
    int _next;

    /// <summary>The packets kept, in the order in which they came.</summary>
    public IReadOnlyList<Seen> Items => _packets.Items;

    /// <summary>Adds all packets of a message; nothing for evidence -1.</summary>
    public void Add(Batch batch, int evidence)
    {
        if (evidence < 0)
        {
            return;
        }

        ref readonly Evidence message = ref batch.EvidenceAt(evidence);
        Add(message.First);
        foreach (ref readonly PacketPart part in batch.Parts(message.Middle))
        {
            Add(part);
        }

        Add(message.Last);
    }

    /// <summary>Adds a packet.</summary>
    public void Add(PacketPart part)
    {
        // A message of many items is named by each of them; only neighbours repeat, so a short memory is enough.
        Seen seen = new(part.Input, part.Packet);
        if (_recent.AsSpan().Contains(seen))
        {
            return;
        }

        _recent[_next++ % _recent.Length] = seen;
        _packets.Add(seen);
    }
}
