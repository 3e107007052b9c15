using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;

namespace Quaywatch.Case.Query;

/// <summary>The columns of a table, from the row's type: so a key that no line carries is a column too. Times are TIMESTAMP_NS,
/// which keeps all nine decimals, compares with a text (`first_seen > '2026-03-02 22:14'`) and can be subtracted.</summary>
static class TableSchema
{
    /// <summary>The top-level columns, each with its DuckDB type.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Columns(Type row) =>
        CaseJson.TypeInfo(row).Properties.Select(static property => KeyValuePair.Create(property.Name, TypeOf(property.PropertyType)));

    /// <summary>The columns as `CREATE TABLE` takes them.</summary>
    public static string Definition(Type row) =>
        string.Join(", ", Columns(row).Select(static column => $"{Quoted(column.Key)} {column.Value}"));

    /// <summary>The columns as `read_json` takes them.</summary>
    public static string Argument(Type row) =>
        $"{{{string.Join(", ", Columns(row).Select(static column => $"{Quoted(column.Key)}: {Literal(column.Value)}"))}}}";

    /// <summary>A name in double quotes.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text as a literal of SQL.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    static string TypeOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) || type.IsEnum => "VARCHAR",
            _ when type == typeof(bool) => "BOOLEAN",
            _ when type == typeof(int) || type == typeof(long) => "BIGINT",
            _ when type == typeof(double) => "DOUBLE",
            _ when type == typeof(Timestamp) => "TIMESTAMP_NS",
            _ when type == typeof(Seen) => "BIGINT[]",
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => TypeOf(type.GenericTypeArguments[0]) + "[]",
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => $"MAP(VARCHAR, {TypeOf(type.GenericTypeArguments[1])})",
            _ => $"STRUCT({Definition(type)})",
        };
    }
}
