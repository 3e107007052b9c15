namespace Quaywatch.Report.Drawing;

/// <summary>The map, laid out for one width.</summary>
/// <param name="Width">Units across.</param>
/// <param name="Height">Units down.</param>
/// <param name="Tiers">Names of the rows.</param>
/// <param name="Boxes">Devices and groups.</param>
/// <param name="Lines">Connections, the worst last.</param>
sealed record MapPicture(double Width, double Height, IReadOnlyList<MapTier> Tiers, IReadOnlyList<MapBox> Boxes, IReadOnlyList<MapLine> Lines);
