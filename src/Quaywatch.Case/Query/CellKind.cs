namespace Quaywatch.Case.Query;

/// <summary>What a value of a result is.</summary>
public enum CellKind
{
    /// <summary>SQL's NULL: the case does not say.</summary>
    Missing,

    /// <summary>A text, as the case holds it: not escaped.</summary>
    Text,

    /// <summary>A number, in JSON's notation.</summary>
    Number,

    /// <summary>`true` or `false`.</summary>
    Boolean,

    /// <summary>A list, an object or a map, as JSON; its texts are not escaped for a terminal.</summary>
    Json,
}
