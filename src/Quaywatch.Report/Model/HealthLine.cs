namespace Quaywatch.Report.Model;

/// <summary>One thing that says what the capture can support.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Result">What was found.</param>
/// <param name="So">What follows.</param>
/// <param name="IsGood">Whether nothing is amiss.</param>
sealed record HealthLine(string Check, string Result, string So, bool IsGood);
