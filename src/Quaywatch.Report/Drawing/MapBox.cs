using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Drawing;

/// <summary>A device or a group of devices in the map.</summary>
sealed class MapBox
{
    public required string Title { get; init; }

    /// <summary>Lines below the title, two at most.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];

    public string? Anchor { get; init; }

    /// <summary>All that is to be said of it, for the pointer.</summary>
    public required string Full { get; init; }

    /// <summary>The worst finding about it.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Whether it stands for many.</summary>
    public bool IsGroup { get; init; }

    public double X { get; set; }

    public double Y { get; set; }

    public double Width { get; set; }

    public double Height { get; set; }

    /// <summary>Where the rows of its tier begin.</summary>
    public double TierTop { get; set; }

    /// <summary>Where they end.</summary>
    public double TierBottom { get; set; }
}
