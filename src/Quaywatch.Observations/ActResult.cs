namespace Quaywatch.Observations;

/// <summary>How a device answered an act; the words of commands.jsonl.</summary>
public enum ActResult : byte
{
    /// <summary>It answered that it did so.</summary>
    Ok,

    /// <summary>It refused.</summary>
    Refused,

    /// <summary>No answer came within the time limit although the other side was seen.</summary>
    NoAnswer,

    /// <summary>An answer could not have been seen (one-sided capture, gap, end of input), or the protocol has none.</summary>
    NotSeen,
}
