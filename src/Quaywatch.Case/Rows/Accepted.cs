namespace Quaywatch.Case.Rows;

/// <summary>That someone accepted a finding for a while.</summary>
public sealed record Accepted
{
    /// <summary>Who.</summary>
    public required string Who { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Last day of the acceptance, in the site's zone, `2026-05-31`.</summary>
    public required string Until { get; init; }
}
