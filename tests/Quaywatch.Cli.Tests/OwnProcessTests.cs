using Quaywatch.Case.Reading;
using Quaywatch.Testing;

namespace Quaywatch.Cli.Tests;

/// <summary>What only a process of its own shows: the environment, pipes, interruption.</summary>
public sealed class OwnProcessTests(DemoCase demo) : IClassFixture<DemoCase>
{
    static readonly Dictionary<string, string> s_plain = [];

    [Fact]
    public async Task Cultures_time_zones_and_folders_do_not_matter()
    {
        using TempFolder folder = new();
        List<string> sums = [];
        (string Name, string Zone, string Language)[] runs = [("one", "Pacific/Auckland", "de_DE.UTF-8"), ("two/deeper \u00e9", "America/St_Johns", "tr_TR.UTF-8")];
        foreach ((string name, string zone, string language) in runs)
        {
            string place = folder[name];
            Directory.CreateDirectory(place);
            File.Copy(demo.Capture, Path.Combine(place, "crane.pcapng"));
            using OwnProcess process = new(place, new Dictionary<string, string> { ["TZ"] = zone, ["LC_ALL"] = language, ["COLUMNS"] = "40" }, "analyze", "crane.pcapng", "--quiet");
            RunOf run = await process.End();
            Assert.Equal((0, ""), (run.Status, run.Error));
            sums.Add(await File.ReadAllTextAsync(Path.Combine(place, "crane.case", "SHA256SUMS"), TestContext.Current.CancellationToken));
        }

        Assert.Contains("report.html", sums[0], StringComparison.Ordinal);
        Assert.Equal(sums[0], sums[1]);
    }

    [Fact]
    public async Task A_named_pipe_is_read_once_and_leaves_nothing_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs mkfifo");
        using TempFolder folder = new();
        System.Diagnostics.Process.Start("mkfifo", [folder["crane.pcapng"]])!.WaitForExit();
        using OwnProcess process = new(folder.Root, s_plain, "analyze", "crane.pcapng", "--quiet", "-o", "crane.case");
        await using (FileStream pipe = new(folder["crane.pcapng"], FileMode.Open, FileAccess.Write))
        {
            await pipe.WriteAsync(await File.ReadAllBytesAsync(demo.Capture, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        }

        RunOf run = await process.End();
        Assert.Equal((0, ""), (run.Status, run.Error));
        CaseReader reader = CaseReader.Open(folder["crane.case"]);
        Assert.Empty(reader.Verify());
        Assert.Equal(CaseReader.Open(demo.Case).Manifest.Inputs[0].Sha256, reader.Manifest.Inputs[0].Sha256);
        Assert.Equal(CaseReader.Open(demo.Case).Findings().Select(finding => finding.Key), reader.Findings().Select(finding => finding.Key));
        Assert.Equal(["crane.case", "crane.pcapng"], Directory.GetFileSystemEntries(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Interrupted_once_it_finishes_what_was_read_as_a_partial_case()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs kill");
        using TempFolder folder = new();
        byte[] capture = await File.ReadAllBytesAsync(demo.Capture, TestContext.Current.CancellationToken);
        using OwnProcess process = new(folder.Root, s_plain, "analyze", "-", "--quiet");
        await Give(process, capture.AsMemory(0, capture.Length - 1000));
        await Until(() => Directory.Exists(folder["stdin.case.partial"]));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        process.Interrupt();
        RunOf run = await process.End();
        Assert.Equal(ExitStatus.Interrupted, run.Status);
        CaseReader reader = CaseReader.Open(folder["stdin.case"]);
        Assert.True(reader.Manifest.Partial);
        Assert.Empty(reader.Verify());
        Assert.InRange(reader.Manifest.Capture.Packets, 1, CaseReader.Open(demo.Case).Manifest.Capture.Packets - 1);
        Assert.False(Directory.Exists(folder["stdin.case.partial"]));
    }

    [Fact]
    public async Task Killed_it_leaves_what_no_command_takes_for_a_case()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs kill");
        using TempFolder folder = new();
        byte[] capture = await File.ReadAllBytesAsync(demo.Capture, TestContext.Current.CancellationToken);
        using (OwnProcess process = new(folder.Root, s_plain, "analyze", "-", "--quiet"))
        {
            await Give(process, capture.AsMemory(0, capture.Length - 1000));
            await Until(() => Directory.Exists(folder["stdin.case.partial"]));
        }

        Assert.False(Directory.Exists(folder["stdin.case"]));
        Assert.Equal(ExitStatus.Input, RunOf.Line("report", folder["stdin.case.partial"]).Status);
        Assert.Equal(ExitStatus.Output, RunOf.Line(new MemoryStream(capture), "analyze", "-", "-o", folder["stdin.case"], "--quiet").Status);
        Assert.Equal(ExitStatus.Done, RunOf.Line(new MemoryStream(capture), "analyze", "-", "-o", folder["stdin.case"], "--quiet", "--force").Status);
        Assert.False(Directory.Exists(folder["stdin.case.partial"]));
    }

    static async Task Give(OwnProcess process, ReadOnlyMemory<byte> bytes)
    {
        await process.Input.WriteAsync(bytes, TestContext.Current.CancellationToken);
        await process.Input.FlushAsync(TestContext.Current.CancellationToken);
    }

    static async Task Until(Func<bool> holds)
    {
        for (int i = 0; i < 200 && !holds(); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.True(holds());
    }
}
