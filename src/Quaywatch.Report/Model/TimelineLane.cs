namespace Quaywatch.Report.Model;

/// <summary>What one controller was told over time.</summary>
/// <param name="controller">The controller.</param>
/// <param name="bins">Number of stretches of time.</param>
sealed class TimelineLane(Party controller, int bins)
{
    readonly double[] _acts = new double[bins];

    public Party Controller { get; } = controller;

    /// <summary>Acts of no event, by stretch of time.</summary>
    public IReadOnlyList<double> Acts => _acts;

    /// <summary>Events, in the order of the case.</summary>
    public List<TimelineEvent> Events { get; } = [];

    /// <summary>Events that are not kept.</summary>
    public long MoreEvents { get; set; }

    /// <summary>All acts.</summary>
    public double Total { get; private set; }

    /// <summary>Whether a finding names one of its events.</summary>
    public bool HasFinding { get; set; }

    /// <summary>Spreads acts over stretches, first and last included.</summary>
    public void Add(int first, int last, double acts)
    {
        Total += acts;
        for (int i = first; i <= last; i++)
        {
            _acts[i] += acts / (last - first + 1);
        }
    }
}
