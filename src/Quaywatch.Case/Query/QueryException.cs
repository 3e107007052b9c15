namespace Quaywatch.Case.Query;

/// <summary>The SQL could not be answered. The message is one line for a person, already escaped for a terminal.</summary>
public sealed class QueryException : Exception
{
    /// <summary>Made with what to say.</summary>
    public QueryException(string message)
        : base(message)
    {
    }

    /// <summary>Made with what to say and what lies behind it.</summary>
    public QueryException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
