namespace Quaywatch.Wire.Capture;

/// <summary>A file is no capture that can be read. The message is one line: the file's name, what it is, and what to do.</summary>
public sealed class CaptureFormatException : Exception
{
    internal CaptureFormatException(string name, string problem)
        : base($"{name} {problem}.")
    {
        Name = name;
    }

    /// <summary>The input's name.</summary>
    public string Name { get; }
}
