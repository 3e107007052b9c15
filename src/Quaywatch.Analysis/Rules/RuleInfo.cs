using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Rules;

/// <summary>What is fixed about a rule; its page in docs/rules says the rest.</summary>
public sealed record RuleInfo
{
    /// <summary>Its id in the catalogue: `QW-CMD-03`.</summary>
    public required string Id { get; init; }

    /// <summary>Its title in the catalogue.</summary>
    public required string Title { get; init; }

    /// <summary>Severity in a control zone, where the act itself does not say otherwise.</summary>
    public required Severity Severity { get; init; }

    /// <summary>All techniques of ATT&amp;CK for ICS that its findings may name.</summary>
    public required IReadOnlyList<string> Attack { get; init; }

    /// <summary>What it can do to a crane, in one sentence.</summary>
    public required string Why { get; init; }

    /// <summary>What to do next, in one sentence.</summary>
    public required string NextStep { get; init; }
}
