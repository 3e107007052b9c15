namespace Quaywatch.Observations;

/// <summary>In which way the bytes broke a rule.</summary>
public enum AnomalyKind : byte
{
    /// <summary>A length or structure that cannot be.</summary>
    Malformed,

    /// <summary>A field that must be constant or reserved is not.</summary>
    UnexpectedConstant,

    /// <summary>Bytes of the stream are missing from the capture.</summary>
    Gap,

    /// <summary>The same stretch of a stream was sent again with other bytes; the first ones were used.</summary>
    OverlapDiffers,

    /// <summary>An answer without a request that was seen.</summary>
    AnswerWithoutRequest,

    /// <summary>More requests without an answer than are kept; the oldest was let go.</summary>
    TooManyRequests,

    /// <summary>A message longer than is kept.</summary>
    TooLong,

    /// <summary>The capture holds only the beginning of the packet.</summary>
    Truncated,
}
