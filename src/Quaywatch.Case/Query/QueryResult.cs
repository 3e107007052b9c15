using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;
using Quaywatch.Case.Rows;

namespace Quaywatch.Case.Query;

/// <summary>The result of one statement, row by row.</summary>
public sealed class QueryResult : IDisposable
{
    readonly DuckDBCommand _command;
    readonly DuckDBDataReader _reader;
    readonly CancellationTokenRegistration _breakOff;
    readonly CancellationToken _cancellation;
    readonly IReadOnlyList<ResultColumn> _columns;

    QueryResult(DuckDBCommand command, DuckDBDataReader reader, IReadOnlyList<ResultColumn> columns, CancellationTokenRegistration breakOff, CancellationToken cancellation)
    {
        _command = command;
        _reader = reader;
        _columns = columns;
        _breakOff = breakOff;
        _cancellation = cancellation;
        Columns = [.. columns.Select(static column => column.Name)];
    }

    /// <summary>Names of the columns, as the SQL chose them: not escaped. A name that occurs again has its number behind it, so
    /// that names tell columns apart.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, once; each is valid until the next one is read.</summary>
    /// <exception cref="QueryException">While reading: a value could not be computed.</exception>
    /// <exception cref="OperationCanceledException">While reading: it was broken off.</exception>
    public IEnumerable<IReadOnlyList<Cell>> Rows()
    {
        Cell[] row = new Cell[_columns.Count];
        while (Read(row))
        {
            yield return row;
        }
    }

    /// <summary>Lets the result go.</summary>
    public void Dispose()
    {
        _breakOff.Dispose();
        _reader.Dispose();
        _command.Dispose();
    }

    /// <summary>Runs a statement.</summary>
    internal static QueryResult Run(DuckDBConnection connection, string sql, CancellationToken cancellation)
    {
        DuckDBCommand command = connection.CreateCommand();
        CancellationTokenRegistration breakOff = cancellation.Register(command.Cancel);
        try
        {
            IReadOnlyList<ResultColumn>? columns = ResultColumn.Describe(connection, sql);
            command.CommandText = columns is null ? sql : ResultColumn.Wrap(sql, columns);
            command.UseStreamingMode = true;
            DuckDBDataReader reader = command.ExecuteReader();
            return new QueryResult(command, reader, columns ?? ResultColumn.Of(reader), breakOff, cancellation);
        }
        catch (DuckDBException exception)
        {
            breakOff.Dispose();
            command.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw QueryErrors.Explain(exception);
        }
    }

    bool Read(Cell[] row)
    {
        try
        {
            if (!_reader.Read())
            {
                return false;
            }

            for (int i = 0; i < row.Length; i++)
            {
                row[i] = _reader.IsDBNull(i) ? new Cell(CellKind.Missing, "") : ToCell(_reader.GetValue(i), _columns[i]);
            }

            return true;
        }
        catch (OperationCanceledException) when (!_cancellation.IsCancellationRequested)
        {
            // Nobody asked for that: one of the engine's threads failed and broke off the others, and theirs was the word that came through.
            throw new QueryException("the SQL is wrong: it fails on one of the rows, and the engine did not say why");
        }
        catch (DuckDBException exception)
        {
            _cancellation.ThrowIfCancellationRequested();
            throw QueryErrors.Explain(exception);
        }
    }

    static Cell ToCell(object value, ResultColumn column) => value switch
    {
        long nanoseconds when column.IsTime => new Cell(CellKind.Text, Timestamp.FromNanoseconds(nanoseconds)?.ToString() ?? "outside 1970-2261"),
        bool truth => new Cell(CellKind.Boolean, truth ? "true" : "false"),
        double number => Real(number, number.ToString("R", CultureInfo.InvariantCulture)),
        float number => Real(number, number.ToString("R", CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger or decimal =>
            new Cell(CellKind.Number, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        string text when column.IsJson => new Cell(CellKind.Json, text),
        _ => new Cell(CellKind.Text, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    // JSON has no word for what is not finite, so it becomes a text.
    static Cell Real(double number, string text) => new(double.IsFinite(number) ? CellKind.Number : CellKind.Text, text);
}
