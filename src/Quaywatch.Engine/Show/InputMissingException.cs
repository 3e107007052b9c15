namespace Quaywatch.Engine.Show;

/// <summary>A capture that is needed was not found, or cannot be read as it must be. The message is one line for a person, already
/// escaped for a terminal.</summary>
public sealed class InputMissingException : Exception
{
    /// <summary>Made with what to say.</summary>
    public InputMissingException(string message)
        : base(message)
    {
    }
}
