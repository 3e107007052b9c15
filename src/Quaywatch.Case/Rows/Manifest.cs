namespace Quaywatch.Case.Rows;

/// <summary>`case.json`: what was read, with what, what was counted, the five answers.</summary>
public sealed record Manifest
{
    /// <summary>The schema that this program writes and reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Number of the schema, 1. Keys are added under the same number, never repurposed.</summary>
    public required int Schema { get; init; }

    /// <summary>The program that wrote the case.</summary>
    public required Tool Tool { get; init; }

    /// <summary>True when the run was interrupted: the case holds what was read until then.</summary>
    public bool Partial { get; init; }

    /// <summary>The five questions, each answered in one sentence.</summary>
    public IReadOnlyList<AnswerRow> Answers { get; init; } = [];

    /// <summary>The captures that were read.</summary>
    public IReadOnlyList<InputRow> Inputs { get; init; } = [];

    /// <summary>The options that decide what is in the case.</summary>
    public AnalyzeOptions Options { get; init; } = new();

    /// <summary>The site file, when there was one.</summary>
    public SiteRow? Site { get; init; }

    /// <summary>The lists and tables that statements stand on, with their dates.</summary>
    public IReadOnlyList<DataRow> Data { get; init; } = [];

    /// <summary>What the capture can support.</summary>
    public CaptureCounts Capture { get; init; } = new();

    /// <summary>How many rows each file has.</summary>
    public Counts Counts { get; init; } = new();

    /// <summary>The protocols that were met, those known by port only included.</summary>
    public IReadOnlyList<ProtocolRow> Protocols { get; init; } = [];

    /// <summary>What this case does not answer, and why.</summary>
    public IReadOnlyList<NotAssessed> NotAssessed { get; init; } = [];
}
