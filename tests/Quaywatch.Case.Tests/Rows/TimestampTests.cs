using CsCheck;
using Quaywatch.Case.Rows;

namespace Quaywatch.Case.Tests.Rows;

public sealed class TimestampTests
{
    const long Last = 9_214_646_399_999_999_999;

    [Theory]
    [InlineData(0, "1970-01-01T00:00:00.000000000Z")]
    [InlineData(1, "1970-01-01T00:00:00.000000001Z")]
    [InlineData(1_772_489_643_000_000_001, "2026-03-02T22:14:03.000000001Z")]
    [InlineData(951_782_399_999_999_999, "2000-02-28T23:59:59.999999999Z")]
    [InlineData(951_782_400_000_000_000, "2000-02-29T00:00:00.000000000Z")]
    [InlineData(4_107_542_400_000_000_000, "2100-03-01T00:00:00.000000000Z")]
    [InlineData(Last, "2261-12-31T23:59:59.999999999Z")]
    public void Times_are_written_in_UTC_with_nine_decimals(long nanoseconds, string text)
    {
        Timestamp time = Timestamp.FromNanoseconds(nanoseconds)!.Value;
        Assert.Equal(text, time.ToString());
        Assert.True(Timestamp.TryParse(text, out Timestamp read));
        Assert.Equal(time, read);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(Last + 1)]
    [InlineData(long.MaxValue)]
    public void A_time_outside_1970_to_2261_is_absent(long nanoseconds) => Assert.Null(Timestamp.FromNanoseconds(nanoseconds));

    [Fact]
    public void A_clock_outside_1970_to_2261_is_absent()
    {
        Assert.Null(Timestamp.FromDateTime(DateTimeOffset.UnixEpoch.AddTicks(-1)));
        Assert.Null(Timestamp.FromDateTime(new DateTimeOffset(2262, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("1969-12-31T23:00:00".Length + 11, Timestamp.FromDateTime(DateTimeOffset.UnixEpoch)!.Value.ToString().Length);
        Assert.Equal(
            "2026-03-02T21:14:03.123456700Z",
            Timestamp.FromDateTime(new DateTimeOffset(2026, 3, 2, 22, 14, 3, TimeSpan.FromHours(1)).AddTicks(1_234_567))!.Value.ToString());
    }

    [Theory]
    [InlineData("2026-03-02T22:14:03Z", "2026-03-02T22:14:03.000000000Z")]
    [InlineData("2026-03-02T22:14:03.5z", "2026-03-02T22:14:03.500000000Z")]
    [InlineData("2026-03-02T22:14:03+01:00", "2026-03-02T21:14:03.000000000Z")]
    [InlineData("2026-03-02T22:14:03.000000001-05:30", "2026-03-03T03:44:03.000000001Z")]
    public void Other_forms_of_RFC_3339_are_read(string text, string same)
    {
        Assert.True(Timestamp.TryParse(text, out Timestamp time));
        Assert.Equal(same, time.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-02T22:14:03")]
    [InlineData("2026-03-02 22:14:03Z")]
    [InlineData("2026-02-29T22:14:03Z")]
    [InlineData("2026-03-02T24:00:00Z")]
    [InlineData("2026-03-02T23:59:60Z")]
    [InlineData("2026-03-02T22:14:03.Z")]
    [InlineData("2026-03-02T22:14:03.1234567890Z")]
    [InlineData("2026-03-02T22:14:03.1x4Z")]
    [InlineData("2026-03-02T22:14:03Z ")]
    [InlineData("2026-03-02T22:14:03+1:00")]
    [InlineData("2026-03-02T22:14:03+24:00")]
    [InlineData("1969-12-31T23:59:59.999999999Z")]
    [InlineData("1970-01-01T00:00:00+00:01")]
    [InlineData("2262-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("٢٠٢٦-03-02T22:14:03Z")]
    public void What_is_no_time_is_refused(string text) => Assert.False(Timestamp.TryParse(text, out _));

    [Fact]
    public void Text_and_number_order_times_alike() => Gen.Select(Gen.Long[0, Last], Gen.Long[0, Last]).Sample(static (left, right) =>
    {
        Timestamp one = Timestamp.FromNanoseconds(left)!.Value;
        Timestamp other = Timestamp.FromNanoseconds(right)!.Value;
        return Timestamp.TryParse(one.ToString(), out Timestamp read) && read == one
            && Math.Sign(string.CompareOrdinal(one.ToString(), other.ToString())) == one.CompareTo(other)
            && (one < other) == (left < right) && (one >= other) == (left >= right);
    });

    [Fact]
    public void No_text_makes_reading_throw() =>
        Gen.Char["0123456789-:.TZ+ x"].Array[0, 36].Sample(static characters => !Timestamp.TryParse(characters, out Timestamp time) || time.ToString().Length == Timestamp.TextLength);
}
