namespace Quaywatch.Case.Rows;

/// <summary>A question that this case does not answer.</summary>
public sealed record NotAssessed
{
    /// <summary>What was not assessed.</summary>
    public required string What { get; init; }

    /// <summary>Why, and what would be needed.</summary>
    public required string Why { get; init; }
}
