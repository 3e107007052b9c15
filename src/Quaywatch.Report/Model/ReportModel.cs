using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>All that the page shows but the decoded messages, which are read as they are written.</summary>
sealed class ReportModel
{
    ReportModel(CaseReader @case)
    {
        Case = @case;
        Manifest = @case.Manifest;
        First = Manifest.Inputs.Where(static input => input.First is not null).Min(static input => input.First);
        Last = Manifest.Inputs.Where(static input => input.Last is not null).Max(static input => input.Last);
        foreach (string chapter in Chapters.Ids)
        {
            Anchors.Take(chapter);
        }

        Devices = DeviceTable.Read(@case, Parties, Anchors);
        Findings = FindingTable.Read(@case, Parties, Anchors);
        Timeline = TimelineBins.Around(Findings, First, Last);
        Commands = CommandTable.Read(@case, Parties, Anchors, Findings, Timeline);
        Sessions = SessionTable.Read(@case, Parties, Anchors);
        Conversations = ConversationTable.Read(@case, Parties, Anchors, Findings);
        Controllers = ControllerTable.Of(this);
    }

    public CaseReader Case { get; }

    public Manifest Manifest { get; }

    /// <summary>Time of the earliest packet.</summary>
    public Timestamp? First { get; }

    /// <summary>Time of the latest packet.</summary>
    public Timestamp? Last { get; }

    public Anchors Anchors { get; } = new();

    public Parties Parties { get; } = new();

    public DeviceTable Devices { get; }

    public FindingTable Findings { get; }

    public TimelineBins Timeline { get; }

    public CommandTable Commands { get; }

    public SessionTable Sessions { get; }

    public ConversationTable Conversations { get; }

    public ControllerTable Controllers { get; }

    /// <summary>Whether a packet needs its input's number.</summary>
    public bool SeveralInputs => Manifest.Inputs.Count > 1;

    /// <summary>Reads a case, each file once, row by row.</summary>
    /// <exception cref="CaseFormatException">The case is damaged.</exception>
    public static ReportModel Read(CaseReader @case) => new(@case);
}
