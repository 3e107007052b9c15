using System.Text.RegularExpressions;
using Quaywatch.Case.Query;
using Quaywatch.Case.Reading;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Docs;

public sealed partial class CasePageTests
{
    [Fact]
    public void The_page_says_what_the_types_say() => Golden.Equal("docs/case.md", CasePage.Make());

    [Fact]
    public void Every_link_of_the_page_leads_somewhere()
    {
        string page = CasePage.Make();
        HashSet<string> headings = [.. Headings().Matches(page).Select(static match => match.Groups[1].Value.Replace(' ', '-').Replace(".", "", StringComparison.Ordinal).ToLowerInvariant())];
        foreach (Match link in Links().Matches(page))
        {
            Assert.Contains(link.Groups[1].Value, headings);
        }

        Assert.Equal(headings.Count, Headings().Count(page));
    }

    [Fact]
    public void The_example_of_the_page_runs()
    {
        using TempFolder folder = new();
        SampleCase.Write(folder["x.case"]);
        using CaseQuery query = CaseQuery.Load(CaseReader.Open(folder["x.case"]));
        using QueryResult result = query.Run(Examples().Match(CasePage.Make()).Groups[1].Value, CancellationToken.None);
        Assert.Equal("text 6", Assert.Single(result.Rows())[0].Text);
    }

    [GeneratedRegex(@"^##+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"```sql\n(.+?)\n```")]
    private static partial Regex Examples();
}
