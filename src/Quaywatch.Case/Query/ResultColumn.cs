using System.Globalization;
using DuckDB.NET.Data;

namespace Quaywatch.Case.Query;

/// <summary>One column of a result, and how its values are fetched: DuckDB's driver reads times to 100 ns only and does not know
/// every type, so times come as a count of nanoseconds and what is made of parts comes as JSON.</summary>
/// <param name="Name">Its name, unlike the others'.</param>
/// <param name="Type">Its DuckDB type.</param>
sealed record ResultColumn(string Name, string Type)
{
    /// <summary>Whether its values are nanoseconds since 1970.</summary>
    public bool IsTime => Type == "TIMESTAMP_NS";

    /// <summary>Whether its values are JSON.</summary>
    public bool IsJson => Type.EndsWith(']') || Type == "JSON" || Type.StartsWith("STRUCT(", StringComparison.Ordinal) || Type.StartsWith("MAP(", StringComparison.Ordinal);

    bool IsPlain => Type is "VARCHAR" or "BOOLEAN" or "DOUBLE" or "FLOAT" or "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT"
        or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "UHUGEINT" || Type.StartsWith("DECIMAL(", StringComparison.Ordinal);

    /// <summary>The columns that a query will have, found without running it; null for a statement that is no query.</summary>
    public static IReadOnlyList<ResultColumn>? Describe(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"DESCRIBE SELECT * FROM ({Inner(sql)})";
        try
        {
            using DuckDBDataReader reader = command.ExecuteReader();
            List<(string Name, string Type)> columns = [];
            while (reader.Read())
            {
                columns.Add((reader.GetString(0), reader.GetString(1)));
            }

            return Distinct(columns);
        }
        catch (DuckDBException)
        {
            return null;   // no query, or a wrong one: running it as it is gives the right message
        }
    }

    /// <summary>The columns of a statement that is no query (`PRAGMA`, `EXPLAIN`), as the driver gives them.</summary>
    public static IReadOnlyList<ResultColumn> Of(DuckDBDataReader reader) =>
        Distinct([.. Enumerable.Range(0, reader.FieldCount).Select(index => (reader.GetName(index), "VARCHAR"))]);

    /// <summary>The query around a query that fetches each column as this class says. It keeps the order of the rows.</summary>
    public static string Wrap(string sql, IReadOnlyList<ResultColumn> columns)
    {
        string names = string.Join(", ", Enumerable.Range(0, columns.Count).Select(Alias));
        string values = string.Join(", ", columns.Select(static (column, index) => column.Fetch(Alias(index))));
        return $"SELECT {values} FROM ({Inner(sql)}) AS q({names})";
    }

    string Fetch(string column) =>
        IsTime ? $"epoch_ns({column})"
        : IsJson ? $"to_json({column})"
        : IsPlain ? column
        : $"CAST({column} AS VARCHAR)";

    // The line break ends a comment at the query's end.
    static string Inner(string sql) => sql.TrimEnd().TrimEnd(';') + "\n";

    static string Alias(int index) => string.Create(CultureInfo.InvariantCulture, $"c{index}");

    static List<ResultColumn> Distinct(List<(string Name, string Type)> columns)
    {
        HashSet<string> taken = new(columns.Count, StringComparer.Ordinal);
        List<ResultColumn> distinct = new(columns.Count);
        foreach ((string name, string type) in columns)
        {
            string unique = name;
            for (int number = 2; !taken.Add(unique); number++)
            {
                unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
            }

            distinct.Add(new ResultColumn(unique, type));
        }

        return distinct;
    }
}
