using System.Text;
using CsCheck;
using Quaywatch.Case.Text;

namespace Quaywatch.Case.Tests.Text;

public sealed class EscapeTests
{
    const string Marks = "\u001b\u009b\r\n\t\u202e\u2066\u200f\u061c=-+@\",\\";

    // Any UTF-16 at all, lone surrogates and the marks that matter among it.
    static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.UShort.Select(static value => (char)value),
        Gen.UShort[0xD800, 0xDFFF].Select(static value => (char)value),
        Gen.Int[0, Marks.Length - 1].Select(static index => Marks[index]),
        Gen.Char[' ', '~']).Array[0, 40].Select(static characters => new string(characters));

    [Theory]
    [InlineData("crane-7 \"plc\"", "crane-7 \"plc\"")]
    [InlineData("Kran Führerhaus 起重机 🏗", "Kran Führerhaus 起重机 🏗")]
    [InlineData("\u001b[31mred\u001b[0m", "\\x1b[31mred\\x1b[0m")]
    [InlineData("\u009b2J", "\\x9b2J")]
    [InlineData("a\r\nb\tc\0", "a\\x0d\\x0ab\\x09c\\x00")]
    [InlineData("del\u007f", "del\\x7f")]
    [InlineData("txt.\u202egpj.exe", "txt.\\u{202e}gpj.exe")]
    [InlineData("\u2066x\u2069 \u200e\u200f\u061c", "\\u{2066}x\\u{2069} \\u{200e}\\u{200f}\\u{061c}")]
    [InlineData("\u2028\ufeff\u200b", "\\u{2028}\\u{feff}\\u{200b}")]
    [InlineData("no\u00a0break", "no\\xa0break")]
    [InlineData("tag \U000e0041", "tag \\u{e0041}")]
    [InlineData("", "")]
    public void What_could_move_a_terminal_becomes_visible(string text, string expected) =>
        Assert.Equal(expected, Escape.ForTerminal(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_visible() =>   // no attribute can hold one
        Assert.Equal("lone \\u{d800} half\\u{dc00}", Escape.ForTerminal("lone \ud800 half\udc00"));

    [Fact]
    public void Nothing_that_moves_a_terminal_passes() => Hostile.Sample(static text =>
    {
        string shown = Escape.ForTerminal(text);
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(shown)) == shown
            && shown.EnumerateRunes().All(static rune => !Rune.IsControl(rune) && !IsDirectionMark(rune.Value))
            && Escape.ForTerminal(shown) == shown;
    });

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =1+1", "\"'  =1+1\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("\t=1", "\\x09=1")]
    [InlineData("\r=1", "\\x0d=1")]
    [InlineData("two\nlines", "two\\x0alines")]
    [InlineData("", "")]
    public void A_spreadsheet_runs_nothing(string text, string expected) => Assert.Equal(expected, Escape.ForCsv(text));

    [Fact]
    public void A_csv_field_stays_one_field_and_no_formula() => Hostile.Sample(static text =>
    {
        string field = Escape.ForCsv(text);
        bool quoted = field.StartsWith('"');
        string inner = quoted ? field[1..^1] : field;
        string value = inner.Replace("\"\"", "\"", StringComparison.Ordinal);
        return !inner.Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal)
            && (quoted || !field.Contains(',', StringComparison.Ordinal))
            && !(value.TrimStart(' ') is [char first, ..] && "=+-@\t\r\n".Contains(first, StringComparison.Ordinal));
    });

    static bool IsDirectionMark(int value) =>
        value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
