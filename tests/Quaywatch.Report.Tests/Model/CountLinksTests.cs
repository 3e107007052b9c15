using Quaywatch.Report.Model;

namespace Quaywatch.Report.Tests.Model;

public sealed class CountLinksTests
{
    [Theory]
    [InlineData("31 devices: 4 controllers, 14 drives and I/O", "31>devices 4>role-controllers 14>role-drives")]
    [InlineData("5 commanders gave 1,214 commands (1,213 write, 1 stop)", "5>authority 1,214>commands 1,213>commands 1>commands")]
    [InlineData("2 not identified, 1 other", "2>role-unknown 1>devices")]
    [InlineData("10.20.7.10 devices and #88120 packets, v2 devices, 3-4 devices", "")]
    [InlineData("advisories of 3 Nov 2026", "")]
    [InlineData("12,34 devices", "")]
    [InlineData("7 unknown things, 0 sessions", "0>sessions")]
    public void Counts_lead_to_their_rows(string sentence, string links)
    {
        Anchors anchors = new();
        foreach (string id in (string[])[.. Chapters.Ids, .. DeviceGroups.All.Select(DeviceGroups.Anchor)])
        {
            anchors.Take(id);
        }

        TextPart[] parts = [.. CountLinks.In(sentence, anchors)];
        Assert.Equal(links, string.Join(' ', parts.Where(static part => part.Anchor is not null).Select(static part => $"{part.Text}>{part.Anchor}")));
        Assert.Equal(sentence, string.Concat(parts.Select(static part => part.Text)));
    }

    [Fact]
    public void A_count_without_rows_in_the_page_is_no_link()
    {
        TextPart part = Assert.Single(CountLinks.In("3 cameras", new Anchors()));
        Assert.Null(part.Anchor);
    }
}
