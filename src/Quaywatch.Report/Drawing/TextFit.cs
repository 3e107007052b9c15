using System.Text;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Drawing;

/// <summary>Fits texts into drawings, where nothing measures them: by an average width of a column of the page's font.</summary>
static class TextFit
{
    // Measured with the widest of the usual fonts: bold at 12 units, and plain at 11.5.
    const double Strong = 6.9;
    const double Soft = 6.5;

    /// <summary>Units of a drawing that strong words take.</summary>
    public static double WidthOf(string text) => ColumnWidth.Of(text) * Strong;

    /// <summary>Soft words, cut with a mark where they are wider than their place.</summary>
    public static string FitSoft(string text, double width) => Fit(text, width * Strong / Soft);

    /// <summary>Strong words, cut with a mark where they are wider than their place.</summary>
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
            used += ColumnWidth.Of(rune) * Strong;
            if (used > width)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.Append('…').ToString();
    }
}
