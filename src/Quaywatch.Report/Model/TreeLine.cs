namespace Quaywatch.Report.Model;

/// <summary>A line of a decoded tree.</summary>
/// <param name="Depth">0 for the outermost fields.</param>
/// <param name="Name">The field's name.</param>
/// <param name="Text">Its value with its meaning.</param>
/// <param name="Filter">Wireshark's name for it.</param>
/// <param name="Start">Its first byte in the dump beside it; negative when it is not there.</param>
/// <param name="Length">How many bytes.</param>
readonly record struct TreeLine(int Depth, string Name, string Text, string? Filter, int Start, int Length);
