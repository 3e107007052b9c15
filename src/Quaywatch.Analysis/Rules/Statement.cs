using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Rules;

/// <summary>What a rule says about one of its groups.</summary>
internal sealed record Statement
{
    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How sure it is, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Who or what it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What happened: one sentence with names and numbers.</summary>
    public required string Sentence { get; init; }

    /// <summary>Techniques that apply to this group.</summary>
    public required IReadOnlyList<string> Attack { get; init; }

    /// <summary>What the sensor could not see; null where nothing is missing.</summary>
    public string? CannotTell { get; init; }
}
