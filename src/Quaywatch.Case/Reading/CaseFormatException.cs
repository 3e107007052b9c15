namespace Quaywatch.Case.Reading;

/// <summary>A folder is no case, or a damaged one. The message is one line for a person: what, where, what to do; it is already
/// escaped for a terminal.</summary>
public sealed class CaseFormatException : Exception
{
    /// <summary>Made with what to say.</summary>
    public CaseFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Made with what to say and what lies behind it.</summary>
    public CaseFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
