namespace Quaywatch.Observations;

/// <summary>Whether someone proved who they are; the words of sessions.jsonl.</summary>
public enum Authenticated : byte
{
    /// <summary>The wire does not say.</summary>
    Unknown,

    /// <summary>No authentication was asked for.</summary>
    No,

    /// <summary>It succeeded.</summary>
    Yes,

    /// <summary>It failed.</summary>
    Failed,
}
