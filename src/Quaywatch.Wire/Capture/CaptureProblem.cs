namespace Quaywatch.Wire.Capture;

/// <summary>Why an input that was named is not read.</summary>
/// <param name="Name">What was named.</param>
/// <param name="Message">One line: what happened, to what, what to do.</param>
public sealed record CaptureProblem(string Name, string Message);
