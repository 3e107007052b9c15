using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;

namespace Quaywatch.Case.Query;

/// <summary>SQL over a case: DuckDB in memory, one table a row file, and `manifest` for `case.json`. The rows are loaded first; then
/// files, network, extensions and settings are locked, so that neither the SQL nor the case can reach anything. Only this class
/// and its neighbours load DuckDB.</summary>
public sealed class CaseQuery : IDisposable
{
    const int DefaultMemoryMebibytes = 1024;

    static readonly (string Table, string File, Type Row, Func<CaseReader, long> Read)[] Tables =
    [
        ("devices", CaseLayout.Devices, typeof(Device), static reader => reader.Devices().LongCount()),
        ("conversations", CaseLayout.Conversations, typeof(Conversation), static reader => reader.Conversations().LongCount()),
        ("commands", CaseLayout.Commands, typeof(Command), static reader => reader.Commands().LongCount()),
        ("sessions", CaseLayout.Sessions, typeof(Session), static reader => reader.Sessions().LongCount()),
        ("exposure", CaseLayout.Exposure, typeof(Exposure), static reader => reader.Exposure().LongCount()),
        ("contents", CaseLayout.Contents, typeof(ContentRow), static reader => reader.Contents().LongCount()),
        ("findings", CaseLayout.Findings, typeof(Finding), static reader => reader.Findings().LongCount()),
        ("manifest", CaseLayout.Manifest, typeof(Manifest), static _ => 1),
    ];

    readonly DuckDBConnection _connection;

    CaseQuery(DuckDBConnection connection) => _connection = connection;

    /// <summary>The names of the tables.</summary>
    public static IReadOnlyList<string> TableNames { get; } = [.. Tables.Select(static table => table.Table)];

    /// <summary>Loads a case.</summary>
    /// <param name="reader">The case.</param>
    /// <param name="memoryMebibytes">What rows and query together may use.</param>
    /// <exception cref="CaseFormatException">A file of the case is damaged.</exception>
    /// <exception cref="QueryException">The case is larger than the memory it may use.</exception>
    public static CaseQuery Load(CaseReader reader, int memoryMebibytes = DefaultMemoryMebibytes)
    {
        ArgumentNullException.ThrowIfNull(reader);
        DuckDBConnection connection = new(string.Create(CultureInfo.InvariantCulture, $"Data Source=:memory:;memory_limit={memoryMebibytes}MiB"));
        try
        {
            connection.Open();

            // Without this, what does not fit into memory is written to the folder .tmp where the user stands, and that folder
            // stays open to the SQL after the lock.
            Execute(connection, "SET temp_directory = ''");
            foreach ((string table, string file, Type row, Func<CaseReader, long> read) in Tables)
            {
                LoadTable(connection, reader, table, file, row, read);
            }

            Execute(connection, """
                SET enable_external_access = false;
                SET autoinstall_known_extensions = false;
                SET autoload_known_extensions = false;
                SET lock_configuration = true
                """);
            return new CaseQuery(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs one statement of SQL.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <returns>The result, read row by row; dispose it before the next one.</returns>
    /// <exception cref="QueryException">It is wrong, more than one statement, or asks for what it may not have.</exception>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public QueryResult Run(string sql, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sql);
        RequireOneStatement(sql);
        return QueryResult.Run(_connection, sql, cancellation);
    }

    /// <summary>Lets the tables go.</summary>
    public void Dispose() => _connection.Dispose();

    static void LoadTable(DuckDBConnection connection, CaseReader reader, string table, string file, Type row, Func<CaseReader, long> read)
    {
        CaseFile source = new(reader.Folder, reader.Name, file);
        source.RequireNoLink();
        if (!source.Exists)
        {
            throw source.Damaged("it is missing");
        }

        Execute(connection, $"CREATE TABLE {table} ({TableSchema.Definition(row)})");
        if (source.IsEmpty)
        {
            return;
        }

        // DuckDB takes a name that exists as it is, whatever stars and brackets are in it.
        string format = file == CaseLayout.Manifest ? "unstructured" : "newline_delimited";
        string load = $"""
            INSERT INTO {table} SELECT * FROM read_json({TableSchema.Literal(source.FullName)}, columns = {TableSchema.Argument(row)},
            format = '{format}', compression = 'uncompressed', maximum_object_size = {CaseLayout.LargestDocument.ToString(CultureInfo.InvariantCulture)})
            """;
        try
        {
            Execute(connection, load);
        }
        catch (DuckDBException exception) when (exception.ErrorType != DuckDBErrorType.OutOfMemory)
        {
            // Our own reader says it in the words of the case; what it takes and DuckDB does not is said in DuckDB's.
            read(reader);
            throw source.Damaged(QueryErrors.FirstLines(exception.Message), 0, exception);
        }
        catch (DuckDBException exception)
        {
            throw QueryErrors.Explain(exception);
        }
    }

    static void Execute(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // One only, for a setting that the lock leaves open (profiling prints to the terminal) must not reach a second one. What does
    // not parse passes here: running it gives the message.
    void RequireOneStatement(string sql)
    {
        int count = NativeMethods.ExtractStatements.DuckDBExtractStatements(_connection.NativeConnection, sql, out DuckDBExtractedStatements statements);
        using (statements)
        {
            if (count > 1)
            {
                throw new QueryException(string.Create(CultureInfo.InvariantCulture, $"the SQL has {count} statements; give one at a time"));
            }

            if (count == 0 && string.IsNullOrEmpty(NativeMethods.ExtractStatements.DuckDBExtractStatementsError(statements)))
            {
                throw new QueryException("the SQL is empty; for example: SELECT id, vendor, role FROM devices");
            }
        }
    }
}
