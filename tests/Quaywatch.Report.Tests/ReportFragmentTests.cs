using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Quaywatch.Report.Tests.Samples;
using Quaywatch.Testing;

namespace Quaywatch.Report.Tests;

/// <summary>Pieces of the page as they were last looked at in a browser.</summary>
public sealed class ReportFragmentTests
{
    [Theory]
    [InlineData("header.masthead", "masthead")]
    [InlineData("#answers", "answers")]
    [InlineData("#F0001", "finding")]
    [InlineData("svg.timeline.wide", "timeline")]
    [InlineData("svg.map.narrow", "map")]
    [InlineData(".matrix", "matrix")]
    [InlineData("#health", "health")]
    public void It_looks_as_it_did(string selector, string file)
    {
        using SampleCase sample = Plant.Attack();
        using IHtmlDocument page = new HtmlParser().ParseDocument(Pages.Of(sample.Open()));
        string fragment = page.QuerySelector(selector)!.OuterHtml.Replace("><", ">\n<", StringComparison.Ordinal);
        Golden.Equal($"tests/Quaywatch.Report.Tests/Fragments/{file}.html", string.Join('\n', fragment.Split('\n').Select(static line => line.TrimEnd())) + "\n");
    }
}
