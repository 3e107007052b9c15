namespace Quaywatch.Report.Model;

/// <summary>A controller as its card shows it.</summary>
sealed class ControllerCard
{
    /// <summary>Its row, when the page shows it.</summary>
    public DeviceLine? Device { get; init; }

    public required Party Party { get; init; }

    /// <summary>What it was told; null for nothing.</summary>
    public ControllerTally? Told { get; init; }

    /// <summary>Devices that read from it.</summary>
    public required IReadOnlyList<Pair> Readers { get; init; }

    /// <summary>Findings about it that the page shows as cards, the worst first.</summary>
    public required IReadOnlyList<FindingCard> Findings { get; init; }
}
