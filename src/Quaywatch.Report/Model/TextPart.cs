namespace Quaywatch.Report.Model;

/// <summary>A piece of a sentence.</summary>
/// <param name="Text">The words.</param>
/// <param name="Anchor">The rows behind a count; null for words without.</param>
readonly record struct TextPart(string Text, string? Anchor);
