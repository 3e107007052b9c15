using System.Text;

namespace Quaywatch.Report.Text;

/// <summary>Breaks a text into lines of a width.</summary>
static class Lines
{
    /// <summary>Breaks at blanks; a word that is longer than a line is broken where the line ends, so that nothing is left out.</summary>
    /// <param name="text">One line, visible characters only.</param>
    /// <param name="width">Columns of a line, at least 2.</param>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        StringBuilder line = new();
        int columns = 0;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int needed = ColumnWidth.Of(word);
            if (columns > 0 && columns + 1 + needed > width)
            {
                yield return line.ToString();
                line.Clear();
                columns = 0;
            }

            if (columns > 0)
            {
                line.Append(' ');
                columns++;
            }

            foreach (Rune rune in word.EnumerateRunes())
            {
                int own = ColumnWidth.Of(rune);
                if (columns + own > width)
                {
                    yield return line.ToString();
                    line.Clear();
                    columns = 0;
                }

                line.Append(rune.ToString());
                columns += own;
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
