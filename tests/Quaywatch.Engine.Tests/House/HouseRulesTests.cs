using System.Text.RegularExpressions;
using System.Xml.Linq;
using Quaywatch.Testing;

namespace Quaywatch.Engine.Tests.House;

/// <summary>Rules of the house that no analyzer holds.</summary>
public sealed partial class HouseRulesTests
{
    const int LongestFile = 500;

    static readonly string[] s_folders = ["src", "tests", "docs", "data", ".ci"];

    static readonly string[] s_text =
    [
        ".cs", ".csproj", ".props", ".slnx", ".md", ".json", ".jsonl", ".txt", ".tsv", ".razor", ".css", ".js", ".cmd", ".yml", ".yaml", "",
    ];

    static readonly string[] s_ruleHeadings =
    [
        "What it means at the crane", "What it needs", "How it decides", "What it can't see", "What raises it falsely", "What to do",
    ];

    [Fact]
    public void No_source_file_is_longer_than_a_reader_takes_in_one_go() => Assert.Empty(
        Sources(".cs", ".razor", ".css", ".js").Select(file => (Name: Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.Name}: {file.Lines} lines"));

    /// <summary>Time comes from a packet or from a TimeProvider, else two runs differ.</summary>
    [Fact]
    public void No_source_asks_the_clock_of_the_machine() => Assert.Empty(Places(WallClock(), Sources(".cs", ".razor")));

    /// <summary>Quaywatch is passive: it sends nothing and asks nobody.</summary>
    [Fact]
    public void No_source_opens_a_socket() => Assert.Empty(Places(Socket(), Sources(".cs", ".razor")));

    [Fact]
    public void No_source_silences_an_analyzer() => Assert.Empty(Places(Pragma(), Sources(".cs", ".razor")));

    [Fact]
    public void No_source_puts_work_off() => Assert.Empty(Places(Unfinished(), Sources(".cs", ".razor", ".css", ".js")));

    /// <summary>What one machine's disk looks like is nobody else's business, and breaks on the next one.</summary>
    [Fact]
    public void No_text_names_a_folder_of_one_machine() => Assert.Empty(Places(MachinePath(), Texts()));

    [Fact]
    public void Every_folder_of_a_protocol_has_its_page()
    {
        string protocols = Path.Combine(Shared.Repository, "src", "Quaywatch.Protocols");
        foreach (string room in Directory.EnumerateDirectories(protocols).Select(folder => Path.GetFileName(folder)).Where(room => room is not ("Framework" or "bin" or "obj")))
        {
            string page = Path.Combine(protocols, room, $"{room}.md");
            Assert.True(File.Exists(page), $"{room}/{room}.md is missing");
            Assert.StartsWith("# ", File.ReadAllText(page), StringComparison.Ordinal);
            Assert.Contains($"src/Quaywatch.Protocols/{room}/{room}.md", File.ReadAllText(Path.Combine(Shared.Repository, "docs", "protocols.md")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_page_of_a_rule_has_the_six_headings()
    {
        string[] pages = [.. Directory.EnumerateFiles(Path.Combine(Shared.Repository, "docs", "rules"), "QW-*.md")];
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Equal(s_ruleHeadings, File.ReadLines(page).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])));
    }

    /// <summary>A link between documents that leads nowhere is worse than none.</summary>
    [Fact]
    public void Every_link_from_a_document_to_a_file_leads_there()
    {
        List<string> broken = [];
        foreach (string page in Texts().Where(file => Path.GetExtension(file) == ".md"))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
            {
                string target = Path.Combine(Path.GetDirectoryName(page)!, link.Groups["target"].Value);
                if (!File.Exists(target) && !Directory.Exists(target))
                {
                    broken.Add($"{Relative(page)}: {link.Groups["target"].Value}");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_package_that_a_project_uses_is_named_in_NOTICE()
    {
        string notice = File.ReadAllText(Path.Combine(Shared.Repository, "NOTICE"));
        string[] packages =
        [
            .. Files("src").Concat(Files("tests")).Where(file => Path.GetExtension(file) is ".csproj" or ".props")
                .SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
                .Select(reference => (string)reference.Attribute("Include")!)
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Contains($"{package} ", notice, StringComparison.Ordinal));
    }

    static IEnumerable<string> Sources(params string[] extensions) => Files("src").Where(file => extensions.Contains(Path.GetExtension(file)));

    static IEnumerable<string> Texts() => s_folders.SelectMany(Files)
        .Concat(Directory.EnumerateFiles(Shared.Repository))
        .Where(file => s_text.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != $"{nameof(HouseRulesTests)}.cs" && Path.GetFileName(file) != ".git");

    static IEnumerable<string> Files(string folder)
    {
        string root = Path.Combine(Shared.Repository, folder);
        return Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
    }

    static IEnumerable<string> Places(Regex pattern, IEnumerable<string> files) => files.SelectMany(file => File.ReadLines(file)
        .Select((line, index) => (Line: line, Number: index + 1))
        .Where(at => pattern.IsMatch(at.Line))
        .Select(at => $"{Relative(file)}:{at.Number}: {at.Line.Trim()}"));

    static string Relative(string file) => Path.GetRelativePath(Shared.Repository, file);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\bSystem\.Net\.(Sockets|Http|WebSockets|Mail|Quic|NetworkInformation)\b|\b(TcpClient|TcpListener|UdpClient|HttpClient|HttpListener|WebRequest|ClientWebSocket)\b|\bnew Socket\b")]
    private static partial Regex Socket();

    [GeneratedRegex(@"#\s*pragma\s+warning\s+disable|\bSuppressMessage\b")]
    private static partial Regex Pragma();

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|NotImplementedException)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(^|[^A-Za-z0-9_.$})-])/(work|root|home|tmp|Users)/|\b[A-Z]:\\(Users|work)\b")]
    private static partial Regex MachinePath();

    /// <summary>The target of a Markdown link, without a part behind #; addresses on the web and places in the page left out.</summary>
    [GeneratedRegex(@"\]\((?![a-z]+:|#)(?<target>[^)#\s]+)(#[^)\s]*)?\)")]
    private static partial Regex Link();
}
