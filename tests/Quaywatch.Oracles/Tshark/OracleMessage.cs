namespace Quaywatch.Oracles.Tshark;

/// <summary>One message as a dissector read it: the frame that completed it, and the values of each field in order.</summary>
sealed record OracleMessage(int Frame, IReadOnlyDictionary<string, string[]> Fields);
