namespace Quaywatch.Analysis.Rules;

/// <summary>A technique of MITRE ATT&amp;CK for ICS.</summary>
/// <param name="Id">Its id, <c>T0858</c>.</param>
/// <param name="Name">Its name, <c>Change Operating Mode</c>.</param>
/// <param name="Url">Its page.</param>
public sealed record Technique(string Id, string Name, Uri Url);
