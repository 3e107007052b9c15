namespace Quaywatch.Report.Model;

/// <summary>A stretch of a hex dump.</summary>
/// <param name="Text">As it is printed.</param>
/// <param name="IsMessage">Whether it is the message itself, not what carries it.</param>
readonly record struct HexPart(string Text, bool IsMessage);
