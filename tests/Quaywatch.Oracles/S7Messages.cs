using Quaywatch.Observations;
using Quaywatch.Protocols;
using Quaywatch.Protocols.Framework;
using Quaywatch.Protocols.Iso;
using Quaywatch.Protocols.S7;

namespace Quaywatch.Oracles;

/// <summary>The S7comm messages of a capture with their frame and sender.</summary>
sealed class S7Messages : MessageListener
{
    readonly List<S7Message> _messages = [];

    /// <summary>All messages that hold a PDU.</summary>
    public static List<S7Message> Of(string path)
    {
        S7Messages listener = new();
        Runs.Messages(path, listener);
        return listener._messages;
    }

    public override void OnMessage(Protocol protocol, in Where where, in Message message, Batch batch)
    {
        byte[] joined = [];
        if (protocol.Name != "s7comm" || IsoMessage.TryRead(message.Bytes, out IsoMessage iso).Status != ParseStatus.Done
            || !S7Frame.TryRead(iso.Data(ref joined), out S7Frame frame))
        {
            return;
        }

        IpAddress sender = where.Direction == Direction.FromA ? where.Ends.IpA : where.Ends.IpB;
        int last = batch.EvidenceAt(where.Evidence(batch, message.Bytes.Length)).Last.Packet;
        _messages.Add(new S7Message(last, sender.ToString(), frame.Bytes.ToArray()));
    }
}

/// <summary>One of them.</summary>
sealed record S7Message(int Frame, string Sender, byte[] Pdu);
