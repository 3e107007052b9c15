using Quaywatch.Analysis.Conversations;
using Quaywatch.Analysis.Inventory;

namespace Quaywatch.Analysis.Frame;

/// <summary>All analyzers, in the order in which they hear an observation and finish. Who needs what another one has made stands
/// behind it.</summary>
internal sealed class Analyzers : IDisposable
{
    readonly ConversationLog _conversations;

    /// <summary>Makes them.</summary>
    public Analyzers(AnalysisOptions options, Limits limits)
    {
        _conversations = new ConversationLog(options, limits);
        InOrder = [_conversations, new DeviceInventory(limits)];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Analyzer> InOrder { get; }

    /// <inheritdoc/>
    public void Dispose() => _conversations.Dispose();
}
