namespace Quaywatch.Observations;

/// <summary>How well a session is protected on the wire; the words of sessions.jsonl.</summary>
public enum Protection : byte
{
    /// <summary>In clear.</summary>
    None,

    /// <summary>By a method that no longer protects.</summary>
    Weak,

    /// <summary>Signed, readable.</summary>
    Signed,

    /// <summary>Encrypted.</summary>
    Encrypted,
}
