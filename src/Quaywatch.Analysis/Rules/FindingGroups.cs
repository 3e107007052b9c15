using Quaywatch.Analysis.Frame;

namespace Quaywatch.Analysis.Rules;

/// <summary>The groups of one rule, bounded.</summary>
/// <param name="rule">The rule's id.</param>
/// <param name="limits">Where groups beyond the limit are counted.</param>
/// <param name="make">Makes a group of the rule's own kind.</param>
internal sealed class FindingGroups<TGroup>(string rule, Limits limits, Func<string, End, End, TGroup> make)
    where TGroup : FindingGroup
{
    /// <summary>Findings of one rule; each holds up to 120 messages.</summary>
    public const int MostGroups = 1_000;

    readonly BoundedTable<string, TGroup> _groups = new(MostGroups, limits, $"findings-{rule}");

    /// <summary>All groups in the order in which they began.</summary>
    public IEnumerable<TGroup> InOrder => _groups.Entries.Select(entry => entry.Value);

    /// <summary>The group of a subject.</summary>
    /// <param name="source">Who did it; none where nobody did.</param>
    /// <param name="target">To whom; none where to nobody.</param>
    /// <param name="deed">What it did, where the rule tells several things apart; one constant word.</param>
    /// <returns>Null where there is no room.</returns>
    public TGroup? For(End source, End target, string? deed = null) =>
        _groups.GetOrAdd(KeyText(source, target, deed), key => make(key, source, target));

    /// <summary>Rule and subject, readable: by IP address, else MAC address, so that neither the tap's place nor a router changes
    /// it.</summary>
    string KeyText(End source, End target, string? deed)
    {
        string subject = source.IsNone ? target.Text : target.IsNone ? source.Text : $"{source.Text}>{target.Text}";
        return string.Join(' ', new[] { rule, subject, deed }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
