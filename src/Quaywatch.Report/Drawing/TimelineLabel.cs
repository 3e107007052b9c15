using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Drawing;

/// <summary>Words above an event.</summary>
/// <param name="X">Where they stand.</param>
/// <param name="Y">Their line.</param>
/// <param name="Align">`start`, `middle` or `end`.</param>
/// <param name="Text">The words.</param>
/// <param name="Severity">That of the finding.</param>
/// <param name="Anchor">Where they lead.</param>
sealed record TimelineLabel(double X, double Y, string Align, string Text, Severity? Severity, string? Anchor);
