using Microsoft.Playwright;

namespace Quaywatch.Browser.Tests;

/// <summary>The system's Chromium, started once for the tests of a class. Where there is none, the tests are skipped by name.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <summary>Where it is; null where there is none.</summary>
    static string? Program { get; } = Array.Find(Places, File.Exists);

    /// <summary>Starts it.</summary>
    public async ValueTask InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Opens a page for one look; the calling test is skipped where there is no Chromium.</summary>
    public async Task<IPage> OpenAsync(Look look, bool withScripts = true, bool forAxe = false)
    {
        Assert.SkipWhen(_browser is null, "needs Chromium");
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            IsMobile = look.Width < 500,
            HasTouch = look.Width < 500,
            Offline = true,
            JavaScriptEnabled = withScripts,
            BypassCSP = forAxe,
        });
        return await context.NewPageAsync();
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
