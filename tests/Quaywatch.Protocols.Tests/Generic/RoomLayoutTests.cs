using Quaywatch.Testing;

namespace Quaywatch.Protocols.Tests.Generic;

/// <summary>Every room has the files of architecture.md under the same names, and a page with what a reader wants to know.</summary>
public sealed class RoomLayoutTests
{
    /// <summary>Paragraphs of every page, in this order: bold at the beginning of a paragraph.</summary>
    static readonly string[] s_parts = ["**Sources.**", "**How it is found.**", "**What is said.**", "**What is decoded.**", "**Not here.**"];

    public static IEnumerable<TheoryDataRow<string>> Registered => Registry.All.Select(protocol => new TheoryDataRow<string>(protocol.Name));

    [Theory]
    [MemberData(nameof(Registered))]
    public void A_room_has_its_files(string name)
    {
        Protocol protocol = Registry.ByName[name];
        string folder = Path.Combine(Shared.Repository, "src", "Quaywatch.Protocols", protocol.Room);
        foreach (string part in (string[])["Protocol", "Parser", "Describe", "Encoder", "Names"])
        {
            Assert.True(File.Exists(Path.Combine(folder, $"{protocol.Room}{part}.cs")), $"{protocol.Room}{part}.cs is missing");
        }

        // the view bears the field's word for what it shows
        Assert.True(
            File.Exists(Path.Combine(folder, $"{protocol.Room}Frame.cs")) || File.Exists(Path.Combine(folder, $"{protocol.Room}Message.cs")),
            $"neither {protocol.Room}Frame.cs nor {protocol.Room}Message.cs is there");

        Assert.Equal(protocol.Addresses is not null, File.Exists(Path.Combine(folder, $"{protocol.Room}Addresses.cs")));
        Assert.All(Directory.GetFiles(folder, "*.cs"), file => Assert.StartsWith(protocol.Room, Path.GetFileName(file), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Registered))]
    public void A_page_says_what_a_reader_wants_to_know(string name)
    {
        string page = Registry.Page(name) ?? "";
        Assert.StartsWith("# ", page, StringComparison.Ordinal);
        int at = 0;
        foreach (string part in s_parts)
        {
            int found = page.IndexOf("\n" + part, at, StringComparison.Ordinal);
            Assert.True(found > 0, $"the page of {name} lacks the paragraph {part} behind those before it");
            at = found;
        }

        string introduction = page[page.IndexOf('\n', StringComparison.Ordinal)..page.IndexOf("\n**", StringComparison.Ordinal)];
        Assert.Contains("crane", introduction, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Registered))]
    public void The_tests_of_a_room_lie_in_its_folder(string name)
    {
        Protocol protocol = Registry.ByName[name];
        string folder = Path.Combine(Shared.Repository, "tests", "Quaywatch.Protocols.Tests", protocol.Room);
        Assert.True(File.Exists(Path.Combine(folder, $"{protocol.Room}Samples.cs")), $"{protocol.Room}Samples.cs is missing");
        Assert.True(Directory.GetFiles(folder, "*Tests.cs").Length > 0, "there are no tests of its own");
    }

    /// <summary>One room may hold several protocols of one form (DNS, mDNS, LLMNR); names are never shared.</summary>
    [Fact]
    public void Names_are_told_apart() =>
        Assert.Equal(Registry.All.Count, Registry.All.Select(p => p.Name).Distinct(StringComparer.Ordinal).Count());
}
