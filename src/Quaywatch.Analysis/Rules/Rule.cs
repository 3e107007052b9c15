using Quaywatch.Analysis.Frame;

namespace Quaywatch.Analysis.Rules;

/// <summary>A rule: an analyzer that writes findings. One file for each, with its page in docs/rules.</summary>
internal abstract class Rule : Analyzer
{
    /// <summary>What is fixed about it.</summary>
    public abstract RuleInfo Info { get; }
}
