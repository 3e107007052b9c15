namespace Quaywatch.Report.Drawing;

/// <summary>A row of the map with its name.</summary>
/// <param name="Title">The name.</param>
/// <param name="Y">The line of the name.</param>
sealed record MapTier(string Title, double Y);
