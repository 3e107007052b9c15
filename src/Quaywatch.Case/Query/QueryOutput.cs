using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Quaywatch.Case.Json;
using Quaywatch.Case.Text;

namespace Quaywatch.Case.Query;

/// <summary>Writes a result for programs. (The table for people is the command's.)</summary>
public static class QueryOutput
{
    /// <summary>Writes one JSON array with an object a row, each on its line: keys in the order of the columns, NULL as null,
    /// numbers as numbers, lists and objects as such, invisible characters escaped.</summary>
    /// <param name="result">What is written.</param>
    /// <param name="output">Where to; it stays open.</param>
    public static void WriteJson(QueryResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        JsonEncodedText[] names = [.. result.Columns.Select(static name => JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];
        ArrayBufferWriter<byte> line = new(1024);
        ArrayBufferWriter<byte> shown = new(1024);
        using Utf8JsonWriter writer = new(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        bool isFirst = true;
        output.WriteByte((byte)'[');
        foreach (IReadOnlyList<Cell> row in result.Rows())
        {
            line.ResetWrittenCount();
            shown.ResetWrittenCount();
            writer.Reset();
            WriteRow(writer, names, row);
            Invisible.Escape(line.WrittenSpan, shown);
            output.Write(isFirst ? "\n"u8 : ",\n"u8);
            output.Write(shown.WrittenSpan);
            isFirst = false;
        }

        output.Write(isFirst ? "]\n"u8 : "\n]\n"u8);
    }

    /// <summary>Writes comma-separated values (RFC 4180, but lines end with LF): a line of names, a line a row, NULL as nothing.
    /// Nothing in it is taken for a formula by a spreadsheet.</summary>
    /// <param name="result">What is written.</param>
    /// <param name="output">Where to; it stays open.</param>
    public static void WriteCsv(QueryResult result, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        WriteLine(output, result.Columns.Select(Escape.ForCsv));
        foreach (IReadOnlyList<Cell> row in result.Rows())
        {
            WriteLine(output, row.Select(static cell => cell.Kind is CellKind.Number or CellKind.Boolean ? cell.Text : Escape.ForCsv(cell.Text)));
        }
    }

    static void WriteRow(Utf8JsonWriter writer, JsonEncodedText[] names, IReadOnlyList<Cell> row)
    {
        writer.WriteStartObject();
        for (int i = 0; i < names.Length; i++)
        {
            writer.WritePropertyName(names[i]);
            switch (row[i].Kind)
            {
                case CellKind.Missing:
                    writer.WriteNullValue();
                    break;
                case CellKind.Number or CellKind.Boolean:
                    writer.WriteRawValue(row[i].Text);
                    break;
                case CellKind.Json when IsJson(row[i].Text):
                    writer.WriteRawValue(row[i].Text, skipInputValidation: true);
                    break;
                default:
                    writer.WriteStringValue(row[i].Text);
                    break;
            }
        }

        writer.WriteEndObject();
        writer.Flush();
    }

    // DuckDB writes what is not finite inside a list as a bare word.
    static bool IsJson(string text)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 1000 });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    static void WriteLine(TextWriter output, IEnumerable<string> fields)
    {
        output.Write(string.Join(',', fields));
        output.Write('\n');
    }
}
