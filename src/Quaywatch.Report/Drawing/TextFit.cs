using System.Text;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Drawing;

/// <summary>Fits texts into drawings, where nothing measures them: by an average width of a column of the page's font.</summary>
static class TextFit
{
    /// <summary>Units of a drawing that a text takes, 12 units high.</summary>
    public static double WidthOf(string text) => ColumnWidth.Of(text) * 6.9;

    /// <summary>The text, cut with a mark where it is wider than its place.</summary>
    public static string Fit(string text, double width)
    {
        if (WidthOf(text) <= width)
        {
            return text;
        }

        StringBuilder kept = new();
        double used = WidthOf("…");
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += ColumnWidth.Of(rune) * 6.9;
            if (used > width)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.Append('…').ToString();
    }
}
