namespace Quaywatch.Case.Query;

/// <summary>One value of a result.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">How it is written; empty when it is missing.</param>
public readonly record struct Cell(CellKind Kind, string Text);
