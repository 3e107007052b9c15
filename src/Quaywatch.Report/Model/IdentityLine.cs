namespace Quaywatch.Report.Model;

/// <summary>What said what about a device.</summary>
/// <param name="Field">The key that it is about.</param>
/// <param name="Value">What was said.</param>
/// <param name="By">Protocol and packet.</param>
/// <param name="Chosen">Whether the device's row has this value.</param>
readonly record struct IdentityLine(string Field, string Value, string By, bool Chosen);
