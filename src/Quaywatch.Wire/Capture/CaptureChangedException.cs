namespace Quaywatch.Wire.Capture;

/// <summary>An input is no longer what it was when it was read, so its packets cannot be shown as evidence.</summary>
public sealed class CaptureChangedException : Exception
{
    internal CaptureChangedException(string name)
        : base($"{name} was changed while it was analyzed, so its packets cannot be read again; run the analysis on a copy that nothing writes to.")
    {
        Name = name;
    }

    /// <summary>The input's name.</summary>
    public string Name { get; }
}
