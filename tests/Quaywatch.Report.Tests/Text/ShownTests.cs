using Quaywatch.Report.Text;

namespace Quaywatch.Report.Tests.Text;

public sealed class ShownTests
{
    [Fact]
    public void What_is_cut_says_how_much() => Assert.Equal("abc… (3 more)", Shown.Cut("abcdef", 3));

    [Fact]
    public void A_cut_splits_no_character() => Assert.Equal("ab… (2 more)", Shown.Cut("ab🏗", 3));

    [Fact]
    public void What_cannot_be_seen_is_made_visible() => Assert.Equal(@"\x1b[31m \u{202e}", Shown.Cut("\u001b[31m \u202e"));

    [Fact]
    public void A_list_counts_its_rest()
    {
        Assert.Equal("a, b", Shown.List(["a", "b"]));
        Assert.Equal("a, b and 3 more", Shown.List(["a", "b", "c", "d", "e"], 2));
        Assert.Null(Shown.List([]));
    }

    [Fact]
    public void The_weight_of_a_text_is_at_least_its_bytes_in_the_page()
    {
        foreach (string text in (string[])["plain", "<>&\"'", "起重机", "🏗", "a b/c.d:e", "\u00ad"])
        {
            string escaped = System.Text.Encodings.Web.HtmlEncoder.Default.Encode(Shown.Cut(text));
            Assert.InRange(Shown.Weight(Shown.Cut(text)), escaped.Length, int.MaxValue);
        }
    }
}
