using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Quaywatch.Case.Reading;
using Quaywatch.Report.Model;
using Quaywatch.Report.Page;

namespace Quaywatch.Report;

/// <summary>Writes `report.html` from a case alone: one file that needs no network and no script, below 20 MB for any case. The
/// same case gives the same bytes.</summary>
public static class ReportWriter
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the report of a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="to">Where to; it stays open.</param>
    /// <exception cref="CaseFormatException">The case is damaged.</exception>
    public static void Write(CaseReader @case, Stream to)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(to);
        PageAssets assets = PageAssets.Load();
        ServiceCollection services = new();
        services.AddSingleton(ReportModel.Read(@case));
        services.AddSingleton(assets);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        using ServiceProvider provider = services.BuildServiceProvider();
        using StreamWriter writer = new(to, Utf8, 1 << 16, leaveOpen: true);
        writer.NewLine = "\n";
        writer.Write("<!doctype html>\n<html lang=\"en\">\n");
        Render<Head>(provider, writer);
        writer.Write("\n<body>\n<a class=\"skip\" href=\"#answers\">Skip to the answers</a>\n<div class=\"page\">\n");
        Render<Nav>(provider, writer);
        writer.Write("\n<main>\n");
        Render<Masthead>(provider, writer);
        Render<Answers>(provider, writer);
        Render<Happened>(provider, writer);
        Render<Findings>(provider, writer);
        Render<Controllers>(provider, writer);
        Render<Devices>(provider, writer);
        Render<Map>(provider, writer);
        Render<Authority>(provider, writer);
        Render<Sessions>(provider, writer);
        Render<NotYet>(provider, writer);
        Render<Health>(provider, writer);
        Render<Appendix>(provider, writer);
        writer.Write("\n</main>\n</div>\n");
        writer.Write(assets.Script);
        writer.Write("\n</body>\n</html>\n");
    }

    // A renderer for each chapter, so that a large one is let go before the next is made.
    static void Render<TChapter>(IServiceProvider services, TextWriter to)
        where TChapter : IComponent
    {
        HtmlRenderer renderer = new(services, NullLoggerFactory.Instance);
        try
        {
            renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TChapter>()).WriteHtmlTo(to)).GetAwaiter().GetResult();
        }
        finally
        {
            renderer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
