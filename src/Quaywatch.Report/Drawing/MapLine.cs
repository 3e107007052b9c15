using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Drawing;

/// <summary>A connection between two boxes.</summary>
/// <param name="from">Who acts, or opened it.</param>
/// <param name="to">To whom.</param>
sealed class MapLine(MapBox from, MapBox to)
{
    public MapBox From { get; } = from;

    public MapBox To { get; } = to;

    /// <summary>Commands; 0 for a connection that only reads or of which nothing is known.</summary>
    public long Acts { get; set; }

    public long Bytes { get; set; }

    public Severity? Severity { get; set; }

    public string? Label { get; set; }

    public string? Anchor { get; set; }

    public string Path { get; set; } = "";

    public string? Arrow { get; set; }

    public double LabelX { get; set; }

    public double LabelY { get; set; }

    /// <summary>How thick it is drawn.</summary>
    public double Thickness => Acts > 0 ? Math.Min(5, 1.4 + (0.7 * Math.Log10(1 + Acts))) : Math.Min(2.4, 0.8 + (0.2 * Math.Log10(1 + Bytes)));
}
