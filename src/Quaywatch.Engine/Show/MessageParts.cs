using Quaywatch.Observations;
using Quaywatch.Protocols;

namespace Quaywatch.Engine.Show;

/// <summary>The packets of a message that a listener is shown.</summary>
static class MessageParts
{
    /// <summary>Copies them, in the order of the message's bytes.</summary>
    public static PacketPart[] Of(in Where where, int length, Batch batch)
    {
        ref readonly Observations.Evidence evidence = ref batch.EvidenceAt(where.Evidence(batch, length));
        return evidence.Packets == 1 ? [evidence.First] : [evidence.First, .. batch.Parts(evidence.Middle), evidence.Last];
    }
}
