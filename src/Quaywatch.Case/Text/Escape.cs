using System.Buffers;
using System.Globalization;
using System.Text;

namespace Quaywatch.Case.Text;

/// <summary>Makes text from outside harmless for the place where it is shown. HTML is escaped by the report's templates.</summary>
public static class Escape
{
    // Text of these characters alone, which is nearly all text, is handed back as it is.
    static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    static readonly SearchValues<char> NeedsQuotes = SearchValues.Create("\",;'\t ");

    /// <summary>For a terminal: control characters (ESC, which begins colours and cursor movements, line breaks, tabs), marks that
    /// turn the reading direction, other invisible or unassigned characters and lone surrogates become visible: `\x1b` below
    /// U+0100, `\u{202e}` above. The result is one line.</summary>
    public static string ForTerminal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int first = text.AsSpan().IndexOfAnyExcept(Plain);
        if (first < 0)
        {
            return text;
        }

        StringBuilder escaped = new(text.Length + 16);
        escaped.Append(text, 0, first);
        for (int i = first; i < text.Length;)
        {
            OperationStatus status = Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int length);
            if (status != OperationStatus.Done)
            {
                Append(escaped, text[i]);
            }
            else if (IsVisible(rune))
            {
                escaped.Append(text, i, length);
            }
            else
            {
                Append(escaped, rune.Value);
            }

            i += length;
        }

        return escaped.ToString();
    }

    /// <summary>For one field of a CSV file: as for a terminal; a text that a spreadsheet would run as a formula (it begins with
    /// `=`, `+`, `-`, `@` or their full-width forms) gets an apostrophe before it; quoted where CSV asks for it (RFC 4180).
    /// Numbers made by us are not to be passed through here: the minus of a negative number is harmless.</summary>
    public static string ForCsv(string text)
    {
        string line = ForTerminal(text);
        if (line.Length == 0)
        {
            return line;
        }

        // Programs strip leading blanks before they look for a formula.
        ReadOnlySpan<char> start = line.AsSpan().TrimStart(' ');
        if (!start.IsEmpty && start[0] is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20')
        {
            line = "'" + line;
        }

        return line.AsSpan().ContainsAny(NeedsQuotes)
            ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : line;
    }

    /// <summary>Whether a character shows as a character of its own.</summary>
    internal static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => false,
        UnicodeCategory.SpaceSeparator => rune.Value == ' ',
        _ => true,
    };

    static void Append(StringBuilder escaped, int value)
    {
        if (value < 0x100)
        {
            escaped.Append("\\x").Append(value.ToString("x2", CultureInfo.InvariantCulture));
        }
        else
        {
            escaped.Append("\\u{").Append(value.ToString("x4", CultureInfo.InvariantCulture)).Append('}');
        }
    }
}
