namespace Quaywatch.Wire.Capture;

/// <summary>A file found in a folder or by a pattern.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its path below the folder, with <c>/</c>.</param>
readonly record struct FoundFile(string Path, string Name);
