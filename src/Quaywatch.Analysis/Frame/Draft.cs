using Quaywatch.Analysis.Commands;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Frame;

/// <summary>The case as it comes together at the end of the input: each analyzer adds its rows and finds those of the earlier
/// ones.</summary>
internal sealed class Draft(AnalysisOptions options, CaptureFacts facts, Limits limits)
{
    /// <summary>What the analysis was given.</summary>
    public AnalysisOptions Options { get; } = options;

    /// <summary>What the floors below have counted.</summary>
    public CaptureFacts Facts { get; } = facts;

    /// <summary>What was let go.</summary>
    public Limits Limits { get; } = limits;

    /// <summary>The devices, and which of them an address belongs to; set by the inventory, the first to finish.</summary>
    public DeviceTable Devices { get; set; } = DeviceTable.Empty;

    /// <summary>Which addresses lie outside the site; set by the inventory.</summary>
    public Outside Outside { get; set; } = new(new HashSet<Observations.IpAddress>());

    /// <summary>The conversations, to be enumerated.</summary>
    public IEnumerable<Conversation> Conversations { get; set; } = [];

    /// <summary>How many there are.</summary>
    public long ConversationCount { get; set; }

    /// <summary>The commands, to be enumerated.</summary>
    public IEnumerable<Command> Commands { get; set; } = [];

    /// <summary>How many there are.</summary>
    public long CommandCount { get; set; }

    /// <summary>Who gave how many commands.</summary>
    public CommandTotals CommandTotals { get; set; } = new();

    /// <summary>The id of a run of commands by its number.</summary>
    public Func<long, string> CommandId { get; set; } = static _ => "";

    /// <summary>The sessions.</summary>
    public IReadOnlyList<Session> Sessions { get; set; } = [];

    /// <summary>What the capture can support.</summary>
    public CaptureCounts Capture { get; set; } = new();

    /// <summary>Packets of conversations with payload whose protocol is not known.</summary>
    public long UnknownProtocolPackets { get; set; }

    /// <summary>Conversations in control protocols that were decoded.</summary>
    public long ControlConversations { get; set; }

    /// <summary>Those of them that show one side only.</summary>
    public long OneSidedControlConversations { get; set; }

    /// <summary>The protocols that were met.</summary>
    public IReadOnlyList<ProtocolRow> Protocols { get; set; } = [];

    /// <summary>The findings, in any order; numbered at the very end.</summary>
    public List<ProvenFinding> Findings { get; } = [];
}
