using Quaywatch.Analysis.CaptureHealth;
using Quaywatch.Analysis.Commands;
using Quaywatch.Analysis.Conversations;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Analysis.Rules;
using Quaywatch.Analysis.Sessions;

namespace Quaywatch.Analysis.Frame;

/// <summary>All analyzers, in the order in which they hear an observation and finish. Who needs what another one has made stands
/// behind it.</summary>
internal sealed class Analyzers : IDisposable
{
    readonly ConversationLog _conversations;
    readonly CommandLog _commands;

    /// <summary>Makes them.</summary>
    public Analyzers(AnalysisOptions options, Limits limits)
    {
        _conversations = new ConversationLog(options, limits);
        _commands = new CommandLog(options, limits);
        InOrder =
        [
            _conversations,
            new DeviceInventory(limits),
            new SessionLog(limits),
            _commands,
            new ProtocolsSeen(limits),
            new CaptureHealthCheck(),
            .. RuleCatalogue.All(_commands, limits),
        ];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Analyzer> InOrder { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _conversations.Dispose();
        _commands.Dispose();
    }
}
