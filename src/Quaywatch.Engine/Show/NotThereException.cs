namespace Quaywatch.Engine.Show;

/// <summary>What was asked for is not there: no such packet, conversation or row. The message is one line for a person, already
/// escaped for a terminal.</summary>
public sealed class NotThereException : Exception
{
    /// <summary>Made with what to say.</summary>
    public NotThereException(string message)
        : base(message)
    {
    }
}
