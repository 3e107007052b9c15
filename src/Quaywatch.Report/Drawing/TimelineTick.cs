namespace Quaywatch.Report.Drawing;

/// <summary>A mark of the scale.</summary>
/// <param name="X">Where.</param>
/// <param name="Text">The time there.</param>
sealed record TimelineTick(double X, string Text);
