using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Drawing;

/// <summary>An event in a lane.</summary>
/// <param name="X">Where in time.</param>
/// <param name="Y">The lane's line.</param>
/// <param name="Top">Where the line to its words begins; absent when it has none.</param>
/// <param name="Severity">That of the finding that names it.</param>
/// <param name="Refused">Whether the controller refused it.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Anchor">Where it leads.</param>
sealed record TimelineMark(double X, double Y, double? Top, Severity? Severity, bool Refused, string Title, string? Anchor);
