using System.Globalization;
using System.Text;
using Quaywatch.Case.Text;

namespace Quaywatch.Report.Text;

/// <summary>Text from the case as a person may see it: invisible characters made visible, and cut, with a mark, where it is
/// longer than its place. What comes from here is still to be escaped by the page's templates.</summary>
static class Shown
{
    /// <summary>Characters of a name or an address.</summary>
    public const int Name = 120;

    /// <summary>Characters of a sentence.</summary>
    public const int Sentence = 1_200;

    /// <summary>The text, or null when there is none.</summary>
    /// <param name="text">What the case says.</param>
    /// <param name="longest">Characters after which it is cut.</param>
    public static string? Of(string? text, int longest = Name) => string.IsNullOrEmpty(text) ? null : Cut(text, longest);

    /// <summary>The text.</summary>
    /// <param name="text">What the case says.</param>
    /// <param name="longest">Characters after which it is cut.</param>
    public static string Cut(string text, int longest = Name)
    {
        if (text.Length <= longest)
        {
            return Escape.ForTerminal(text);
        }

        int end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return string.Create(CultureInfo.InvariantCulture, $"{Escape.ForTerminal(text[..end])}… ({text.Length - end:N0} more)");
    }

    /// <summary>Several texts with commas between them; the rest is counted.</summary>
    /// <param name="texts">What the case says.</param>
    /// <param name="most">How many are shown.</param>
    public static string? List(IReadOnlyCollection<string> texts, int most = 4)
    {
        if (texts.Count == 0)
        {
            return null;
        }

        string shown = string.Join(", ", texts.Take(most).Select(static text => Cut(text)));
        return texts.Count <= most ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} and {texts.Count - most:N0} more");
    }

    /// <summary>Most bytes that the templates make of a text.</summary>
    public static int Weight(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        int bytes = 0;
        foreach (char unit in text)
        {
            // `&#xD83D;` at worst, where a plain character is one byte.
            bytes += char.IsAsciiLetterOrDigit(unit) || unit is ' ' or '.' or ':' or '-' or ',' or '/' or '_' ? 1 : 8;
        }

        return bytes;
    }
}
