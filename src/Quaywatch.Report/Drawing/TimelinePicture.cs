namespace Quaywatch.Report.Drawing;

/// <summary>The timeline, laid out for one width: what stands where.</summary>
/// <param name="Width">Units across.</param>
/// <param name="Height">Units down.</param>
/// <param name="Lanes">The controllers.</param>
/// <param name="Marks">The events.</param>
/// <param name="Labels">The words above them.</param>
/// <param name="Ticks">The scale.</param>
sealed record TimelinePicture(
    double Width, double Height, IReadOnlyList<TimelineRow> Lanes, IReadOnlyList<TimelineMark> Marks, IReadOnlyList<TimelineLabel> Labels,
    IReadOnlyList<TimelineTick> Ticks);
