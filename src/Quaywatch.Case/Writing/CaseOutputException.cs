namespace Quaywatch.Case.Writing;

/// <summary>The case could not be written. The message is one line for a person: what happened, to what, what to do; it is
/// already escaped for a terminal.</summary>
public sealed class CaseOutputException : Exception
{
    /// <summary>Made with what to say.</summary>
    public CaseOutputException(string message)
        : base(message)
    {
    }

    /// <summary>Made with what to say and what lies behind it.</summary>
    public CaseOutputException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
