namespace Quaywatch.Observations;

/// <summary>Where a message was seen: its conversation, who sent it, and all packets that carry it. Lies in
/// the <see cref="Batch"/>; observations refer to it by number, since several may come from one message.</summary>
public struct Evidence
{
    /// <summary>The conversation.</summary>
    public FlowId Flow;

    /// <summary>Who sent the message.</summary>
    public Direction Direction;

    /// <summary>The message's first part.</summary>
    public PacketPart First;

    /// <summary>The message's last part; equal to <see cref="First"/> where one packet holds it all.</summary>
    public PacketPart Last;

    /// <summary>The parts between first and last, numbers into <see cref="Batch.Parts"/>; empty for up to two packets.</summary>
    public Slice Middle;

    /// <summary>How many packets carry the message.</summary>
    public readonly int Packets => Middle.Length + (First.Packet == Last.Packet && First.Input == Last.Input && First.From == Last.From ? 1 : 2);
}
