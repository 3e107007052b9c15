using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis;

/// <summary>A message that proves something: all packets that carry it, and those of the request that it answers, so that both
/// can be cut out and described again.</summary>
public sealed class EvidenceMessage
{
    /// <summary>`uid` of its conversation.</summary>
    public required string Uid { get; init; }

    /// <summary>The conversation's number in this run.</summary>
    public required FlowId Flow { get; init; }

    /// <summary>Its protocol, by its name in interface.md; null where none is known and the packets are shown as such.</summary>
    public string? Protocol { get; init; }

    /// <summary>Whether the client sent it; null where that is not known.</summary>
    public bool? FromClient { get; init; }

    /// <summary>The packets that carry it, in the order of its bytes.</summary>
    public required IReadOnlyList<PacketPart> Parts { get; init; }

    /// <summary>The packets that carry the request that it answers; empty where it is none, or was not seen.</summary>
    public IReadOnlyList<PacketPart> Request { get; init; } = [];

    /// <summary>Why it is shown, in one short line.</summary>
    public required string Why { get; init; }

    /// <summary>Copies a message out of its batch.</summary>
    internal static EvidenceMessage? Keep(Batch batch, int evidence, int request, OpenConversation conversation, string? protocol, bool? fromClient, string why) =>
        evidence < 0 ? null : new EvidenceMessage
        {
            Uid = conversation.Uid,
            Flow = conversation.Id,
            Protocol = protocol,
            FromClient = fromClient,
            Parts = Copy(batch, evidence),
            Request = request < 0 ? [] : Copy(batch, request),
            Why = why,
        };

    static PacketPart[] Copy(Batch batch, int evidence)
    {
        ref readonly Evidence from = ref batch.EvidenceAt(evidence);
        return from.Packets == 1 ? [from.First] : [from.First, .. batch.Parts(from.Middle), from.Last];
    }
}
