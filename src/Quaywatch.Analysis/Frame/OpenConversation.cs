using Quaywatch.Analysis.Commands;
using Quaywatch.Analysis.Conversations;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Frame;

/// <summary>A conversation between its opening and its closing: what every analyzer may ask about it, and what analyzers keep
/// with it so that it is forgotten with it.</summary>
internal sealed class OpenConversation
{
    /// <summary>Memories that one conversation remembers; further ones are found the long way.</summary>
    public const int MostMemories = 16;

    /// <summary>Makes the record of a conversation that has just opened.</summary>
    public OpenConversation(in Flow flow, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Id = flow.Id;
        Transport = flow.Transport;
        IpProtocol = flow.IpProtocol;
        EtherType = flow.EtherType;
        A = EndOf(in flow.A, flow.Transport);
        B = EndOf(in flow.B, flow.Transport);
        FirstPacket = flow.Evidence < 0 ? default : batch.EvidenceAt(flow.Evidence).First;
        Uid = ConversationUid.Of(in flow, FirstPacket.Input, FirstPacket.Packet);
    }

    /// <summary>Its number in this run.</summary>
    public FlowId Id { get; }

    /// <summary>Its name in the case.</summary>
    public string Uid { get; }

    /// <summary>What carries it.</summary>
    public Transport Transport { get; }

    /// <summary>The IP protocol number; 0 without IP.</summary>
    public byte IpProtocol { get; }

    /// <summary>The EtherType.</summary>
    public ushort EtherType { get; }

    /// <summary>Side A, the sender of its first packet.</summary>
    public End A { get; }

    /// <summary>Side B.</summary>
    public End B { get; }

    /// <summary>Its first packet.</summary>
    public PacketPart FirstPacket { get; }

    /// <summary>What was asked in it; null while nothing was.</summary>
    public ActTally? Acts { get; set; }

    /// <summary>The user who logged in over it; null where the wire does not say.</summary>
    public string? UserName { get; set; }

    /// <summary>The session that runs over it, by its id in sessions.jsonl; null while there is none.</summary>
    public string? Session { get; set; }

    /// <summary>What the inventory keeps of the hosts on sides A and B; null for groups and beyond the limit.</summary>
    public Sighting?[] Sightings { get; } = new Sighting?[2];

    /// <summary>Memories that were read or written in it.</summary>
    public List<(Direction Holder, byte[] Name, MemorySpace Space)> Memories { get; } = [];

    /// <summary>The end on that side.</summary>
    public End Sender(Direction direction) => direction == Direction.FromA ? A : B;

    /// <summary>The end on the other side.</summary>
    public End Receiver(Direction direction) => direction == Direction.FromA ? B : A;

    /// <summary>The ends of a flow observation, which at its closing may know more than at its opening.</summary>
    public static End EndOf(in FlowSide side, Transport transport) =>
        new(side.Mac, side.Ip, transport is Transport.Tcp or Transport.Udp or Transport.Sctp ? side.Port : -1);
}
