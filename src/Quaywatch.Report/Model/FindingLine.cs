using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>A finding as the page shows it in one row.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Anchor">Its id in the page.</param>
/// <param name="Rule">The rule.</param>
/// <param name="RuleAnchor">Where the rule is explained.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Time">When it began.</param>
/// <param name="Packets">Its packets.</param>
/// <param name="Wireshark">A display filter that shows them.</param>
sealed record FindingLine(
    string Id, string? Anchor, string Rule, string? RuleAnchor, Severity Severity, string Sentence, Timestamp? Time, string Packets, string? Wireshark);
