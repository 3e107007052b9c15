using Quaywatch.Case.Rows;
using Quaywatch.Engine.Evidence;
using Quaywatch.Observations;
using Quaywatch.Protocols;
using Quaywatch.Protocols.Framework;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Engine.Show;

/// <summary>Keeps the messages that a packet carries a piece of.</summary>
/// <param name="input">The packet's input.</param>
/// <param name="packet">Its number.</param>
sealed class MessagesOfPacket(int input, int packet) : MessageListener
{
    readonly List<EvidenceMessageRow> _rows = [];

    /// <summary>The messages, in the order in which they were complete.</summary>
    public IReadOnlyList<EvidenceMessageRow> Rows => _rows;

    /// <summary>Where secrets lie in the packet.</summary>
    public List<(int From, int Length)> Secrets { get; } = [];

    /// <inheritdoc/>
    public override void OnMessage(Protocol protocol, in Where where, in Message message, Batch batch)
    {
        PacketPart[] parts = MessageParts.Of(where, message.Bytes.Length, batch);
        int index = Array.FindIndex(parts, part => part.Input == input && part.Packet == packet);
        if (index < 0)
        {
            return;
        }

        FieldTree tree = MessageTrees.Describe(protocol.Name, message.Bytes, message.Request, message.FromClient);
        _rows.Add(MessageTrees.Row("in the packet", protocol.Name, message.FromClient, parts, message.Bytes.ToArray(), tree));
        Secrets.AddRange(MessageTrees.InFrame(parts, parts[index], MessageTrees.SecretsOf(tree)));
    }
}
