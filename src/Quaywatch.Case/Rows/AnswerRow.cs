namespace Quaywatch.Case.Rows;

/// <summary>One of the five questions, answered.</summary>
public sealed record AnswerRow
{
    /// <summary>The question in words.</summary>
    public required string Question { get; init; }

    /// <summary>One sentence with numbers; it says when it cannot tell.</summary>
    public required string Answer { get; init; }

    /// <summary>How sure it is.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>The rows that the answer stands on: ids (`F0001`, `C12`, `S3`, `X1`, a device's id), or the name of a file when
    /// it stands on all its rows.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];
}
