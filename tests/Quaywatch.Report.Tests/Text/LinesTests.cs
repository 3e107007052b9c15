using CsCheck;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Tests.Text;

public sealed class LinesTests
{
    [Fact]
    public void Lines_break_at_blanks() =>
        Assert.Equal(["one two", "three"], Lines.Wrap("one two three", 8));

    [Fact]
    public void A_word_longer_than_a_line_is_broken_and_nothing_is_left_out() =>
        Assert.Equal(["ab", "cdefgh", "ij kl"], Lines.Wrap("ab cdefghij kl", 6));

    [Fact]
    public void Characters_that_take_two_columns_are_counted_so() =>
        Assert.Equal(["起重", "机 🏗"], Lines.Wrap("起重机 🏗", 5));

    [Fact]
    public void Whatever_the_text_no_line_is_wider_and_no_character_is_lost() =>
        Gen.Select(Gen.String[Gen.OneOf(Gen.Const('a'), Gen.Const(' '), Gen.Const('机'), Gen.Const('\u0301'), Gen.Const('-'), Gen.Const('\ud83c')), 0, 60], Gen.Int[2, 20]).Sample(static (text, width) =>
        {
            string shown = Case.Text.Escape.ForTerminal(text);
            string[] lines = [.. Lines.Wrap(shown, width)];
            return lines.All(line => ColumnWidth.Of(line) <= width)
                && string.Concat(lines).Replace(" ", "", StringComparison.Ordinal) == shown.Replace(" ", "", StringComparison.Ordinal);
        });
}
