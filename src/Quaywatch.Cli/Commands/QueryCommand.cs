using System.CommandLine;
using Quaywatch.Case.Query;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Text;
using Quaywatch.Cli.Terminals;
using Quaywatch.Cli.Text;
using Spectre.Console;

namespace Quaywatch.Cli.Commands;

/// <summary><c>query</c>: SQL over a case.</summary>
static class QueryCommand
{
    /// <summary>Rows that a table shows; all of them are in the other formats.</summary>
    const int MostRows = 5_000;

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Argument<string> folder = new("CASE") { Description = "The case folder" };
        Argument<string> sql = new("SQL") { Description = "One statement of SQL" };
        Option<string> format = new("--format") { Description = "How the result is written", HelpName = "table|json|csv", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        Command command = new("query", "Asks a case in SQL (DuckDB)") { folder, sql, format };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(folder)!, parsed.GetValue(sql)!, parsed.GetValue(format)!));
        return command;
    }

    static int Run(Terminal terminal, string folder, string sql, string format)
    {
        using CaseQuery query = CaseQuery.Load(CaseReader.Open(folder));
        using QueryResult result = query.Run(sql, terminal.Interrupted);
        switch (format)
        {
            case "json":
                terminal.Out.Flush();
                QueryOutput.WriteJson(result, terminal.OutBytes);
                terminal.OutBytes.Flush();
                break;
            case "csv":
                QueryOutput.WriteCsv(result, terminal.Out);
                break;
            default:
                WriteTable(terminal, result);
                break;
        }

        return ExitStatus.Done;
    }

    static void WriteTable(Terminal terminal, QueryResult result)
    {
        Table table = new() { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (string column in result.Columns)
        {
            table.AddColumn(new TableColumn(Cell(column)));
        }

        int rows = 0;
        foreach (IReadOnlyList<Cell> row in result.Rows())
        {
            if (rows < MostRows)
            {
                table.AddRow(row.Select(cell => Cell(cell.Text)));
            }

            rows++;
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.Colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        console.Profile.Width = terminal.Width;
        console.Write(table);
        terminal.Hint(rows > MostRows
            ? $"{Figures.Number(MostRows)} of {Figures.Number(rows)} rows; all of them with --format csv or json"
            : $"{Figures.Number(rows)} {(rows == 1 ? "row" : "rows")}");
    }

    // Spectre passes control characters and marks of direction through, so every cell is escaped here.
    static Spectre.Console.Text Cell(string text) => new(Escape.ForTerminal(text));
}
