using System.Xml.Linq;
using Quaywatch.Testing;

namespace Quaywatch.Engine.Tests.House;

/// <summary>Who may reference whom: the project files under src against the table in ARCHITECTURE.md. The table is read from the
/// page, so that page and code can't say two things.</summary>
public sealed class ArchitectureTests
{
    const string Heading = "| project | may reference |";

    /// <summary>May reference every other project.</summary>
    const string All = "all";

    static string Sources => Path.Combine(Shared.Repository, "src");

    public static TheoryData<string> Projects => [.. Directory.EnumerateDirectories(Sources).Select(folder => Short(Path.GetFileName(folder))).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_table_allows(string project)
    {
        Dictionary<string, string[]> table = ReadTable();
        Assert.True(table.ContainsKey(project), $"{project} has no row in ARCHITECTURE.md");
        string[] allowed = table[project];
        string[] forbidden = [.. References(project).Where(reference => !allowed.Contains(reference) && !allowed.Contains(All))];
        Assert.True(forbidden.Length == 0, $"{project} must not reference {string.Join(", ", forbidden)}");
    }

    [Fact]
    public void Every_row_of_the_table_is_a_project()
    {
        Assert.Equal(Projects.Select(row => row.Data), ReadTable().Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>A project stands below another if the table lets the other see it, by whatever way; none stands below itself.
    /// </summary>
    [Fact]
    public void The_table_has_no_circle()
    {
        Dictionary<string, string[]> table = ReadTable();
        foreach (string start in table.Keys)
        {
            HashSet<string> below = new(StringComparer.Ordinal);
            Stack<string> toVisit = new(Seen(table, start));
            while (toVisit.TryPop(out string? project))
            {
                Assert.True(project != start, $"{start} may reach itself");
                if (below.Add(project))
                {
                    foreach (string next in Seen(table, project))
                    {
                        toVisit.Push(next);
                    }
                }
            }
        }
    }

    /// <summary>References to files rather than projects would go around the table.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_no_assembly_by_file_and_shares_no_source_file(string project)
    {
        XDocument file = Load(project);
        Assert.Empty(file.Descendants("Reference"));
        Assert.Empty(file.Descendants("Compile"));
    }

    static string[] Seen(Dictionary<string, string[]> table, string project) =>
        table[project] is [All] ? [.. table.Keys.Where(other => other != project)] : table[project];

    static IEnumerable<string> References(string project) => Load(project)
        .Descendants("ProjectReference")
        .Select(reference => Short(Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)));

    static XDocument Load(string project) => XDocument.Load(Path.Combine(Sources, $"Quaywatch.{project}", $"Quaywatch.{project}.csproj"));

    static string Short(string name) => name.Replace("Quaywatch.", "", StringComparison.Ordinal);

    static Dictionary<string, string[]> ReadTable()
    {
        IEnumerable<string> rows = File.ReadLines(Path.Combine(Shared.Repository, "ARCHITECTURE.md"))
            .SkipWhile(line => !line.StartsWith(Heading, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));
        Dictionary<string, string[]> table = new(StringComparer.Ordinal);
        foreach (string row in rows)
        {
            string[] cells = row.Split('|', StringSplitOptions.TrimEntries);
            table.Add(cells[1], cells[2] == "-" ? [] : cells[2].Split(", "));
        }

        Assert.NotEmpty(table);
        return table;
    }
}
