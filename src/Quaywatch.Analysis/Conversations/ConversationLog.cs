using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Conversations;

/// <summary>The conversations of the case. A conversation is written to the scratch stream when it closes, so that millions of
/// them need no memory; its devices, names and whether it leaves the site are known at the end and filled in then. The order is
/// that of closing, as in Zeek's conn.log.</summary>
internal sealed class ConversationLog(AnalysisOptions options, Limits limits) : Analyzer, IDisposable
{
    readonly Scratch _closed = new(options.Scratch("conversations"));

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Flow, ObservationKind.Act];

    /// <inheritdoc/>
    public override void On(in Act act, in Moment at)
    {
        ActTally tally = at.Conversation.Acts ??= new ActTally();
        if (!tally.Add(in act))
        {
            limits.Reached("functions-of-a-conversation");
        }
    }

    /// <inheritdoc/>
    public override void On(in Flow flow, in Moment at)
    {
        if (flow.Phase == FlowPhase.Closed)
        {
            ClosedConversation closed = Close(in flow, at.Batch, at.Conversation);
            _closed.Append(closed.Write);
        }
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        draft.ConversationCount = _closed.Count;
        draft.Conversations = _closed.ReadAll(ClosedConversation.Read).Select(closed => closed.Row(draft));
    }

    /// <inheritdoc/>
    public void Dispose() => _closed.Dispose();

    static ClosedConversation Close(in Flow flow, Batch batch, OpenConversation conversation)
    {
        bool aOpened = flow.Originator == Direction.FromA;
        ref readonly FlowSide originator = ref aOpened ? ref flow.A : ref flow.B;
        ref readonly FlowSide responder = ref aOpened ? ref flow.B : ref flow.A;
        string[] protocols = batch.Names(flow.Protocols).ToArray();
        string history = batch.Text(flow.History);
        return new ClosedConversation
        {
            Uid = conversation.Uid,
            CommunityId = CommunityId.Of(in flow),
            Transport = ConversationNames.Of(flow.Transport),
            Protocols = protocols,
            ProtocolBy = protocols.Length == 0 ? null : ConversationNames.Of(flow.RecognisedBy),
            Originator = OpenConversation.EndOf(in originator, flow.Transport),
            Responder = OpenConversation.EndOf(in responder, flow.Transport),
            OriginatorBy = ConversationNames.Of(flow.OriginatorBy),
            Vlans = Vlans(batch.Bytes(flow.Vlans)),
            First = flow.First,
            Last = flow.Last,
            OriginatorVolume = Volume.Of(in originator),
            ResponderVolume = Volume.Of(in responder),
            State = flow.State,
            History = history.Length == 0 ? null : history,
            Gaps = (long)flow.A.Gaps + flow.B.Gaps,
            Retransmissions = (long)flow.A.Retransmissions + flow.B.Retransmissions,
            Encrypted = ConversationNames.EncryptionOf(protocols, flow.RecognisedBy),
            Acts = conversation.Acts is null ? [] : [.. conversation.Acts.Operations.Select(entry => new KeyValuePair<string, long>(ConversationNames.Of(entry.Operation), entry.Count))],
            Functions = conversation.Acts is null ? [] : [.. conversation.Acts.Functions],
        };
    }

    /// <summary>The VLAN ids of a flow observation.</summary>
    public static IReadOnlyList<int> Vlans(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2)
        {
            return [];
        }

        int[] vlans = new int[bytes.Length / 2];
        for (int i = 0; i < vlans.Length; i++)
        {
            vlans[i] = System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(bytes[(i * 2)..]);
        }

        return vlans;
    }
}
