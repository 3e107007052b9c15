using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Rules;

namespace Quaywatch.Analysis.Commands;

/// <summary>A finding that consists of acts of one commander on one controller.</summary>
internal sealed class ActGroup(string key, End source, End target) : FindingGroup(key, source, target)
{
    /// <summary>What was asked, and how it was answered.</summary>
    public ActTotals Totals { get; } = new();
}
