using Quaywatch.Report.Text;

namespace Quaywatch.Report.Tests.Text;

public sealed class SayTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1, "1 byte")]
    [InlineData(999, "999 bytes")]
    [InlineData(1_000, "1 kB")]
    [InlineData(8_011, "8.01 kB")]
    [InlineData(22_500, "22.5 kB")]
    [InlineData(412_000_000, "412 MB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_600, "1 MB")]
    [InlineData(9_996_000, "10 MB")]
    [InlineData(long.MaxValue, "9.22 EB")]
    public void Sizes(long bytes, string words) => Assert.Equal(words, Say.Bytes(bytes));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(4.1, "4.1 s")]
    [InlineData(85, "85 s")]
    [InlineData(600, "10 minutes")]
    [InlineData(3_600, "1 hour")]
    [InlineData(5_400, "1.5 hours")]
    [InlineData(86_400, "24 hours")]
    [InlineData(259_200, "3 days")]
    public void Spans(double seconds, string words) => Assert.Equal(words, Say.Span((long)(seconds * 1e9)));

    [Theory]
    [InlineData(0, 100, "0 %")]
    [InlineData(1, 100_000, "below 0.1 %")]
    [InlineData(99_999, 100_000, "above 99.9 %")]
    [InlineData(100, 100, "100 %")]
    [InlineData(996, 1_000, "99.6 %")]
    [InlineData(0, 0, "0 %")]
    public void A_share_is_never_rounded_to_all_or_nothing(long part, long whole, string words) => Assert.Equal(words, Say.Percent(part, whole));

    [Theory]
    [InlineData(1, "certain (1.00)")]
    [InlineData(0.8, "very likely (0.80)")]
    [InlineData(0.05, "a weak sign (0.05)")]
    [InlineData(1e300, "certain (1.00)")]
    [InlineData(-3, "a weak sign (0.00)")]
    public void How_sure(double confidence, string words) => Assert.Equal(words, Say.Sure(confidence));

    [Fact]
    public void Packets_name_their_input_when_there_are_several()
    {
        Assert.Equal("#88120", Say.Packet(1, 88_120, severalInputs: false));
        Assert.Equal("2#88120", Say.Packet(2, 88_120, severalInputs: true));
    }
}
