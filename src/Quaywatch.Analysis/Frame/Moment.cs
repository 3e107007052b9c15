using Quaywatch.Observations;

namespace Quaywatch.Analysis.Frame;

/// <summary>Where an observation stands: its batch, its place in the order of the whole input, its conversation. Valid during
/// the call only.</summary>
internal readonly ref struct Moment(Batch batch, long order, OpenConversation conversation)
{
    /// <summary>The batch that holds the observation's bytes and evidence.</summary>
    public Batch Batch { get; } = batch;

    /// <summary>The number of the packet that completed it, over the whole input.</summary>
    public long Order { get; } = order;

    /// <summary>The conversation in which it was seen.</summary>
    public OpenConversation Conversation { get; } = conversation;
}
