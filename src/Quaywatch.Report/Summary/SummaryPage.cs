using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Summary;

/// <summary>Lines of the summary, wrapped and, where asked for, coloured.</summary>
/// <param name="to">Where the lines go.</param>
/// <param name="width">Columns of a line.</param>
/// <param name="colour">Whether ANSI sequences are written.</param>
sealed class SummaryPage(TextWriter to, int width, bool colour)
{
    const string Reset = "\u001b[0m";
    const int SeverityColumns = 9;

    /// <summary>An empty line.</summary>
    public void Blank() => to.Write('\n');

    /// <summary>A text, wrapped.</summary>
    /// <param name="text">Visible characters only.</param>
    /// <param name="indent">Blanks before the first line.</param>
    /// <param name="hang">Blanks before the others.</param>
    /// <param name="style">Its colour.</param>
    public void Line(string text, int indent, int hang, SummaryStyle style)
    {
        bool isFirst = true;
        foreach (string line in Lines.Wrap(text, width - Math.Max(indent, hang)))
        {
            to.Write(new string(' ', isFirst ? indent : hang));
            Write(line, style);
            to.Write('\n');
            isFirst = false;
        }
    }

    /// <summary>The first line of a finding: its severity, then what it is called by.</summary>
    public void Finding(Severity severity, string facts)
    {
        SummaryStyle style = severity switch
        {
            Severity.Critical => SummaryStyle.Critical,
            Severity.High => SummaryStyle.High,
            Severity.Medium => SummaryStyle.Medium,
            _ => SummaryStyle.Plain,
        };
        string word = Case.Json.Words.Of(severity).ToUpperInvariant();
        Write(word, style);
        to.Write(new string(' ', SeverityColumns - word.Length));
        bool isFirst = true;
        foreach (string line in Lines.Wrap(facts, width - SeverityColumns))
        {
            to.Write(isFirst ? "" : new string(' ', SeverityColumns));
            to.Write(line);
            to.Write('\n');
            isFirst = false;
        }
    }

    void Write(string text, SummaryStyle style)
    {
        string start = colour ? Start(style) : "";
        to.Write(start);
        to.Write(text);
        to.Write(start.Length > 0 ? Reset : "");
    }

    static string Start(SummaryStyle style) => style switch
    {
        SummaryStyle.Question => "\u001b[1m",
        SummaryStyle.Critical => "\u001b[1;31m",
        SummaryStyle.High => "\u001b[31m",
        SummaryStyle.Medium => "\u001b[33m",
        _ => "",
    };
}
