using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Quaywatch.Case.Text;

namespace Quaywatch.Case.Query;

/// <summary>Turns DuckDB's messages, which have several lines and speak of its settings, into one line for a person.</summary>
static class QueryErrors
{
    const int Longest = 300;

    /// <summary>What to throw for an exception of DuckDB.</summary>
    public static QueryException Explain(DuckDBException exception)
    {
        string says = FirstLines(exception.Message);
        if (exception.ErrorType == DuckDBErrorType.OutOfMemory)
        {
            return new QueryException("the query needs more memory than it may have; ask for fewer rows or columns", exception);
        }

        if (exception.ErrorType == DuckDBErrorType.Permission || exception.Message.Contains("configuration has been locked", StringComparison.Ordinal))
        {
            return new QueryException($"the SQL may read the case and nothing else: no files, no network, no settings ({says})", exception);
        }

        return says.StartsWith("Catalog Error: Table with name", StringComparison.Ordinal)
            ? new QueryException($"{says[..(says.IndexOf('!', StringComparison.Ordinal) is >= 0 and int end ? end : says.Length)]}; the tables are {string.Join(", ", CaseQuery.TableNames)}", exception)
            : new QueryException($"the SQL is wrong: {says}", exception);
    }

    /// <summary>The lines of a message before the picture of the place, as one line.</summary>
    public static string FirstLines(string message)
    {
        int picture = message.IndexOf("\n\n", StringComparison.Ordinal);
        string lines = (picture >= 0 ? message[..picture] : message).Trim().Replace("\n", "; ", StringComparison.Ordinal);
        return Escape.ForTerminal(lines.Length > Longest ? lines[..Longest] + "..." : lines);
    }
}
