namespace Quaywatch.Report.Drawing;

/// <summary>The lane of a controller.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Anchor">Its row in the page.</param>
/// <param name="Y">The line on which its commands stand.</param>
/// <param name="Bars">The path of bars, one for each stretch of time; higher for more commands.</param>
sealed record TimelineRow(string Title, string? Anchor, double Y, string Bars);
