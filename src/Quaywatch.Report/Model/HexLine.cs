namespace Quaywatch.Report.Model;

/// <summary>Sixteen bytes of a hex dump.</summary>
/// <param name="Offset">Where they begin: four digits, two blanks.</param>
/// <param name="Bytes">The bytes, fifty columns together.</param>
/// <param name="Text">The same as ASCII, with dots.</param>
readonly record struct HexLine(string Offset, IReadOnlyList<HexPart> Bytes, IReadOnlyList<HexPart> Text);
