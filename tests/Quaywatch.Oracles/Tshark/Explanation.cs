namespace Quaywatch.Oracles.Tshark;

/// <summary>Names the class of a difference that is understood; null where it is not.</summary>
/// <param name="capture">The capture.</param>
/// <param name="theirs">All messages that the other dissector read in it.</param>
/// <param name="message">The message: theirs, or ours where they have none.</param>
/// <param name="field">The field's filter name, <see cref="Comparison.TheirsAlone"/> or <see cref="Comparison.OursAlone"/>.</param>
delegate string? Explanation(string capture, IReadOnlyList<OracleMessage> theirs, OracleMessage message, string field);
