namespace Quaywatch.Observations;

/// <summary>What a session is for; the words of sessions.jsonl.</summary>
public enum SessionKind : byte
{
    /// <summary>A connection to a controller, for reading and writing values.</summary>
    ControllerConnection,

    /// <summary>A connection of an engineering tool.</summary>
    Engineering,

    /// <summary>A browser or another client of the web.</summary>
    Web,
}
