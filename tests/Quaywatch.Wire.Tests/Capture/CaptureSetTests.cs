using Quaywatch.Wire.Capture;

namespace Quaywatch.Wire.Tests.Capture;

public sealed class CaptureSetTests : IDisposable
{
    static readonly byte[] File1 = new FileBuilder().PcapHeader().PcapRecord(1, 0, [1]).Bytes;

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFolderIsReadInOrdinalOrderOfNamesBelowIt()
    {
        Write("b.pcap", "B.pcap", "a/z.pcap", "a/c/y.pcapng", "a-1.pcap", "10.pcap", "9.pcap");

        CaptureSet set = Find("");

        Assert.Equal(["10.pcap", "9.pcap", "B.pcap", "a-1.pcap", "a/c/y.pcapng", "a/z.pcap", "b.pcap"], Names(set));
        Assert.Equal(Enumerable.Range(1, 7), set.Inputs.Select(static i => i.Number));
        Assert.Empty(set.Problems);
    }

    [Fact]
    public void HiddenFilesAndFoldersAreLeftOutAndOtherFilesAreCounted()
    {
        Write("a.pcap", ".b.pcap", ".hidden/c.pcap");
        _folder.Write("notes.txt", "Dear crane driver"u8.ToArray());
        _folder.Write("old.snoop", [.. "snoop\0\0\0"u8, 0, 0, 0, 2]);
        _folder.Write("empty", []);

        CaptureSet set = Find("");

        Assert.Equal(["a.pcap"], Names(set));
        Assert.Equal(2, set.Skipped);
        Assert.Empty(set.Problems);
    }

    [Fact]
    public void LinksAreNotFollowedInFolders()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        Write("in/a.pcap", "out/b.pcap");
        File.CreateSymbolicLink(At("in/link.pcap"), At("out/b.pcap"));
        Directory.CreateSymbolicLink(At("in/more"), At("out"));
        Directory.CreateSymbolicLink(At("in/again"), At("in"));

        Assert.Equal(["a.pcap"], Names(Find("in")));
        Assert.Equal(["a.pcap"], Names(Find("in/**")));
        Assert.Equal(["link.pcap"], Names(Find("in/link.pcap")));
    }

    [Fact]
    public void ANamedFileThatIsNoCaptureIsAProblemAndTheRestIsRead()
    {
        Write("a.pcap");
        _folder.Write("notes.txt", "Dear crane driver"u8.ToArray());

        CaptureSet set = Find("notes.txt", "a.pcap", "gone.pcap");

        Assert.Equal(["a.pcap"], Names(set));
        Assert.Equal(1, set.Inputs[0].Number);
        Assert.Equal(0, set.Skipped);
        Assert.Equal(
            ["notes.txt is no capture that Quaywatch reads (pcap or pcapng, also in gzip or zstd).", At("gone.pcap") + " does not exist."],
            set.Problems.Select(static p => p.Message));
    }

    [Theory]
    [InlineData("*.pcap", "a.pcap b.pcap")]
    [InlineData("?.pcap", "a.pcap b.pcap")]
    [InlineData("a*", "a.pcap ab.pcapng")]
    [InlineData("day-*/*.pcap", "day-1/c.pcap day-2/c.pcap")]
    [InlineData("day-?", "day-1/c.pcap day-2/c.pcap day-2/x/d.pcap")]
    [InlineData("**/*.pcap", "a.pcap b.pcap day-1/c.pcap day-2/c.pcap day-2/x/d.pcap")]
    [InlineData("**/x/*", "day-2/x/d.pcap")]
    [InlineData("day-2/*", "c.pcap x/d.pcap")]
    [InlineData(".*.pcap", ".e.pcap")]
    public void PatternsFindFilesByNamesBelowTheirFixedPart(string pattern, string expected)
    {
        Write("a.pcap", "b.pcap", "ab.pcapng", "day-1/c.pcap", "day-2/c.pcap", "day-2/x/d.pcap", ".e.pcap");

        Assert.Equal(expected.Split(' '), Names(Find(pattern)));
    }

    [Fact]
    public void APatternOrFolderThatFindsNothingIsAProblem()
    {
        Directory.CreateDirectory(At("none"));

        Assert.Equal([At("*.cap") + " matches no file.", At("none") + " holds no captures."], Find("*.cap", "none").Problems.Select(static p => p.Message));
    }

    [Fact]
    public void AFileWhoseNameHasAStarIsTakenAtItsWord()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such names there");
        Write("a*.pcap", "ab.pcap");

        Assert.Equal(["a*.pcap"], Names(Find("a*.pcap")));
    }

    [Fact]
    public void AFileNamedTwiceIsReadOnce()
    {
        Write("a.pcap", "b.pcap");

        CaptureSet set = Find("b.pcap", "", "./b.pcap");

        Assert.Equal(["b.pcap", "a.pcap"], Names(set));
        Assert.Equal(2, set.Repeated);
    }

    [Fact]
    public void ADashIsStandardInput()
    {
        CaptureSet set = CaptureSet.Find(["-"], new MemoryStream(File1));

        Assert.Equal(["stdin"], Names(set));
        Assert.Single(Reading.All(set.Inputs));
    }

    [Fact]
    public void AFileThatMayNotBeReadIsAProblemAlsoInAFolder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "needs a user to whom something is forbidden");
        Write("a.pcap", "b.pcap");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At("a.pcap"), UnixFileMode.None);
        }

        Assert.Equal(["a.pcap may not be read by this user."], Find("").Problems.Select(static p => p.Message));
    }

    void Write(params string[] names)
    {
        foreach (string name in names)
        {
            _folder.Write(name, File1);
        }
    }

    string At(string name) => Path.Combine(_folder.Path, name);

    CaptureSet Find(params string[] names) => CaptureSet.Find(names.Select(At));

    static IEnumerable<string> Names(CaptureSet set) => set.Inputs.Select(static i => i.Name);
}
