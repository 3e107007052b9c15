using Quaywatch.Analysis.Frame;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Conversations;

/// <summary>A conversation that has closed and waits, outside memory, for the devices to be known.</summary>
internal sealed record ClosedConversation
{
    /// <summary>See <see cref="Conversation.Uid"/>.</summary>
    public required string Uid { get; init; }

    /// <summary>See <see cref="Conversation.CommunityId"/>.</summary>
    public string? CommunityId { get; init; }

    /// <summary>See <see cref="Conversation.Transport"/>.</summary>
    public required string Transport { get; init; }

    /// <summary>See <see cref="Conversation.Protocols"/>.</summary>
    public IReadOnlyList<string> Protocols { get; init; } = [];

    /// <summary>See <see cref="Conversation.ProtocolBy"/>.</summary>
    public KnownBy? ProtocolBy { get; init; }

    /// <summary>Who opened it.</summary>
    public End Originator { get; init; }

    /// <summary>Who answered, or should have.</summary>
    public End Responder { get; init; }

    /// <summary>See <see cref="Conversation.OriginatorBy"/>.</summary>
    public OriginatorBy OriginatorBy { get; init; }

    /// <summary>See <see cref="Conversation.Vlans"/>.</summary>
    public IReadOnlyList<int> Vlans { get; init; } = [];

    /// <summary>Time of its first packet, nanoseconds since 1970.</summary>
    public long First { get; init; }

    /// <summary>Time of its last packet.</summary>
    public long Last { get; init; }

    /// <summary>What the originator sent: packets, bytes, payload.</summary>
    public Volume OriginatorVolume { get; init; }

    /// <summary>What the responder sent.</summary>
    public Volume ResponderVolume { get; init; }

    /// <summary>See <see cref="Conversation.State"/>.</summary>
    public string? State { get; init; }

    /// <summary>See <see cref="Conversation.History"/>.</summary>
    public string? History { get; init; }

    /// <summary>See <see cref="Conversation.Gaps"/>.</summary>
    public long Gaps { get; init; }

    /// <summary>See <see cref="Conversation.Retransmissions"/>.</summary>
    public long Retransmissions { get; init; }

    /// <summary>See <see cref="Conversation.Encrypted"/>.</summary>
    public Encryption Encrypted { get; init; }

    /// <summary>Acts by the operation's word.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Acts { get; init; } = [];

    /// <summary>Messages by function.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Functions { get; init; } = [];

    /// <summary>Writes it to the scratch stream.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Uid);
        writer.WriteText(CommunityId);
        writer.Write(Transport);
        writer.WriteList(Protocols, static (to, name) => to.Write(name));
        writer.Write7BitEncodedInt(ProtocolBy is { } by ? (int)by + 1 : 0);
        writer.WriteEnd(Originator);
        writer.WriteEnd(Responder);
        writer.Write7BitEncodedInt((int)OriginatorBy);
        writer.WriteList(Vlans, static (to, vlan) => to.Write7BitEncodedInt(vlan));
        writer.Write(First);
        writer.Write(Last);
        OriginatorVolume.Write(writer);
        ResponderVolume.Write(writer);
        writer.WriteText(State);
        writer.WriteText(History);
        writer.Write7BitEncodedInt64(Gaps);
        writer.Write7BitEncodedInt64(Retransmissions);
        writer.Write7BitEncodedInt((int)Encrypted);
        writer.WriteList(Acts, WriteCount);
        writer.WriteList(Functions, WriteCount);
    }

    /// <summary>Reads one back.</summary>
    public static ClosedConversation Read(BinaryReader reader) => new()
    {
        Uid = reader.ReadString(),
        CommunityId = reader.ReadText(),
        Transport = reader.ReadString(),
        Protocols = reader.ReadList(static from => from.ReadString()),
        ProtocolBy = reader.Read7BitEncodedInt() is > 0 and int by ? (KnownBy)(by - 1) : null,
        Originator = reader.ReadEnd(),
        Responder = reader.ReadEnd(),
        OriginatorBy = (OriginatorBy)reader.Read7BitEncodedInt(),
        Vlans = reader.ReadList(static from => from.Read7BitEncodedInt()),
        First = reader.ReadInt64(),
        Last = reader.ReadInt64(),
        OriginatorVolume = Volume.Read(reader),
        ResponderVolume = Volume.Read(reader),
        State = reader.ReadText(),
        History = reader.ReadText(),
        Gaps = reader.Read7BitEncodedInt64(),
        Retransmissions = reader.Read7BitEncodedInt64(),
        Encrypted = (Encryption)reader.Read7BitEncodedInt(),
        Acts = reader.ReadList(ReadCount),
        Functions = reader.ReadList(ReadCount),
    };

    /// <summary>The row, once the devices are known.</summary>
    public Conversation Row(Draft draft) => new()
    {
        Uid = Uid,
        CommunityId = CommunityId,
        Transport = Transport,
        Protocols = Protocols,
        ProtocolBy = ProtocolBy,
        Originator = draft.Devices.Endpoint(Originator),
        Responder = draft.Devices.Endpoint(Responder),
        OriginatorBy = OriginatorBy,
        Vlans = Vlans,
        FirstSeen = Timestamp.FromNanoseconds(First),
        LastSeen = Timestamp.FromNanoseconds(Last),
        OriginatorPackets = OriginatorVolume.Packets,
        ResponderPackets = ResponderVolume.Packets,
        OriginatorBytes = OriginatorVolume.Bytes,
        ResponderBytes = ResponderVolume.Bytes,
        OriginatorPayload = OriginatorVolume.Payload,
        ResponderPayload = ResponderVolume.Payload,
        State = State,
        History = History,
        Gaps = Gaps,
        Retransmissions = Retransmissions,
        LeavesSite = draft.Outside.Has(Originator) || draft.Outside.Has(Responder),
        Encrypted = Encrypted,
        Acts = Map(Acts),
        Functions = Map(Functions),
    };

    static Dictionary<string, long>? Map(IReadOnlyList<KeyValuePair<string, long>> counts) =>
        counts.Count == 0 ? null : new Dictionary<string, long>(counts, StringComparer.Ordinal);

    static void WriteCount(BinaryWriter writer, KeyValuePair<string, long> count)
    {
        writer.Write(count.Key);
        writer.Write7BitEncodedInt64(count.Value);
    }

    static KeyValuePair<string, long> ReadCount(BinaryReader reader) => new(reader.ReadString(), reader.Read7BitEncodedInt64());
}
