using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis;

/// <summary>A finding with the messages that prove it.</summary>
/// <param name="Row">The row of findings.jsonl; its `evidence` key is set by whoever writes the file.</param>
/// <param name="Messages">The messages to cut out and describe, in packet order: the first 100 and the last 20.</param>
public sealed record ProvenFinding(Finding Row, IReadOnlyList<EvidenceMessage> Messages);
