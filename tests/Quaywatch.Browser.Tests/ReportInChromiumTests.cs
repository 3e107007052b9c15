using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Quaywatch.Browser.Tests;

[Trait("kind", "long")]
public sealed class ReportInChromiumTests(Chromium chromium, SamplePages pages) : IClassFixture<Chromium>, IClassFixture<SamplePages>
{
    public static TheoryData<string> Samples => [.. SamplePages.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_page_asks_for_nothing_outside_and_logs_no_error(string sample)
    {
        foreach (Look look in Look.All)
        {
            IPage page = await chromium.OpenAsync(look);
            string address = pages.AddressOf(sample);
            List<string> wrong = [];
            page.Console += (_, message) => Note(wrong, message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
            page.PageError += (_, error) => Note(wrong, true, error);
            page.Request += (_, request) => Note(wrong, request.Url != address, request.Url);
            await page.GotoAsync(address);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.True(wrong.Count == 0, string.Join('\n', wrong));
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Axe_finds_nothing_serious(string sample)
    {
        // Two of the looks show all colours and both layouts; a thousand devices take axe minutes and are the same markup as sixty.
        string shown = sample == "crowd" ? "small-crowd" : sample;
        foreach (Look look in sample == "attack" ? Look.All : [Look.Laptop, Look.PhoneDark])
        {
            IPage page = await chromium.OpenAsync(look, forAxe: true);
            await page.GotoAsync(pages.AddressOf(shown));
            AxeResult result = await page.RunAxe();
            string[] wrong =
            [
                .. result.Violations.Where(static violation => violation.Impact is "serious" or "critical")
                    .Select(violation => $"{look}: {violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"),
            ];
            Assert.True(wrong.Length == 0, string.Join('\n', wrong));
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Nothing_is_wider_than_the_screen(string sample)
    {
        foreach (Look look in (Look[])[.. Look.All, new Look(768, 1024, false), new Look(1920, 1080, false)])
        {
            IPage page = await chromium.OpenAsync(look);
            await page.GotoAsync(pages.AddressOf(sample));
            int[] widths = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
            Assert.True(widths[0] <= widths[1], $"{look}: {widths[0]} of {widths[1]}");
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task With_scripts_off_everything_is_there()
    {
        IPage page = await chromium.OpenAsync(Look.Laptop, withScripts: false);
        await page.GotoAsync(pages.AddressOf("attack"));
        Assert.Contains("stopped controller", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator("#devices tbody tr").First.IsVisibleAsync());
        Assert.True(await page.Locator("#F0001 pre.hex").First.IsVisibleAsync());
        Assert.True(await page.Locator("svg.timeline.wide").IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rows_are_filtered_and_sorted()
    {
        IPage page = await chromium.OpenAsync(Look.Laptop);
        await page.GotoAsync(pages.AddressOf("attack"));
        ILocator rows = page.Locator("#devices tbody tr:not(.group):visible");
        int all = await rows.CountAsync();
        await page.GetByPlaceholder($"Filter {all} rows").FillAsync("axis cam03");
        Assert.Equal(1, await rows.CountAsync());
        await page.GetByPlaceholder($"Filter {all} rows").FillAsync("");
        ILocator head = page.Locator("#devices thead button", new PageLocatorOptions { HasText = "Addresses" });
        await head.ClickAsync();
        await head.ClickAsync();
        Assert.Equal("descending", await page.Locator("#devices thead th").Nth(1).GetAttributeAsync("aria-sort"));
        Assert.StartsWith("10.20.7.11", await rows.First.Locator("td").Nth(1).InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_field_under_the_pointer_marks_its_bytes()
    {
        IPage page = await chromium.OpenAsync(Look.Laptop);
        await page.GotoAsync(pages.AddressOf("attack"));
        await page.Locator("#F0001 .tree .f", new PageLocatorOptions { HasText = "PLC Stop (0x29)" }).First.HoverAsync();
        Assert.Equal("29|)", await MarkedAsync(page));
        await page.Locator("#F0001 .tree .f", new PageLocatorOptions { HasText = "P_PROGRAM" }).HoverAsync();
        Assert.Equal("50 5f|P_|50 52 4f 47 52 41 4d|PROGRAM", await MarkedAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_link_opens_what_is_folded()
    {
        IPage page = await chromium.OpenAsync(Look.Phone);
        await page.GotoAsync(pages.AddressOf("attack") + "#C4");
        Assert.True(await page.Locator("#C4").IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Printed_pages_show_what_is_folded_and_leave_out_what_only_works_on_a_screen()
    {
        IPage page = await chromium.OpenAsync(Look.LaptopDark);
        await page.GotoAsync(pages.AddressOf("attack"));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await page.Locator("nav").IsVisibleAsync());
        Assert.False(await page.Locator(".tools").First.IsVisibleAsync());
        Assert.True(await page.Locator("#F0001 details.message").Nth(1).Locator("pre.hex").IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.Context.CloseAsync();
    }

    static Task<string> MarkedAsync(IPage page) => page.EvaluateAsync<string>("[...CSS.highlights.get('field')].map(range => range.toString()).join('|')");

    static void Note(List<string> wrong, bool isWrong, string what)
    {
        if (isWrong)
        {
            wrong.Add(what);
        }
    }
}
