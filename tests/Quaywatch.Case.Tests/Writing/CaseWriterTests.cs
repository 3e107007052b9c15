using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Writing;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Writing;

public sealed class CaseWriterTests : IDisposable
{
    static readonly string[] AllFiles =
    [
        "SHA256SUMS", "case.json", "commands.jsonl", "contents.jsonl", "conversations.jsonl", "devices.jsonl", "evidence",
        "evidence/F0001.json", "evidence/F0001.pcapng", "exposure.jsonl", "findings.jsonl", "report.html", "run.json", "sessions.jsonl",
    ];

    readonly TempFolder _folder = new();

    string Case => _folder["crane7.case"];

    string Partial => Case + ".partial";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_case_is_written_aside_and_gets_its_name_when_it_is_complete()
    {
        using CaseWriter writer = CaseWriter.Create(Case, force: false);
        SampleCase.Fill(writer);
        Assert.True(Directory.Exists(Partial));
        Assert.False(Directory.Exists(Case));

        writer.Complete(SampleCase.Run);
        Assert.False(Directory.Exists(Partial));
        Assert.Equal(AllFiles, SampleCase.Names(Case));
    }

    [Fact]
    public void All_row_files_exist_even_when_there_is_nothing_to_say()
    {
        using (CaseWriter writer = CaseWriter.Create(Case, force: false))
        {
            writer.WriteManifest(SampleCase.Manifest);
            writer.Complete(SampleCase.Run);
        }

        foreach (string file in CaseLayout.RowFiles)
        {
            Assert.Equal(0, new FileInfo(Path.Combine(Case, file)).Length);
        }

        Assert.False(Directory.Exists(Path.Combine(Case, "evidence")));
    }

    [Fact]
    public void Lines_end_with_LF_and_are_counted()
    {
        using CaseWriter writer = CaseWriter.Create(Case, force: false);
        SampleCase.Fill(writer);
        Assert.Equal(2, writer.Devices.Count);
        Assert.Equal(0, writer.Exposure.Count);
        writer.Complete(SampleCase.Run);

        string devices = File.ReadAllText(Path.Combine(Case, "devices.jsonl"));
        Assert.Equal(2, devices.Count(static character => character == '\n'));
        Assert.EndsWith("}\n", devices, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', devices + File.ReadAllText(Path.Combine(Case, "case.json")));
    }

    [Fact]
    public void The_sums_cover_every_file_but_themselves_and_the_run()
    {
        SampleCase.Write(Case);
        string[] lines = File.ReadAllLines(Path.Combine(Case, "SHA256SUMS"));
        Assert.Equal(AllFiles.Except(["SHA256SUMS", "run.json", "evidence"]), lines.Select(static line => line[66..]));
        foreach (string line in lines)
        {
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Case, line[66..])))) + "  ", line[..66]);
        }
    }

    [Fact]
    public void The_tool_of_every_system_agrees_with_the_sums()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/sha256sum"), "needs sha256sum");
        SampleCase.Write(Case);
        using Process tool = Process.Start(new ProcessStartInfo("/usr/bin/sha256sum", ["--check", "--strict", "SHA256SUMS"])
        {
            WorkingDirectory = Case,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string output = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit();
        Assert.Equal(0, tool.ExitCode);
        Assert.Contains("evidence/F0001.pcapng: OK", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_seals_the_sums()
    {
        SampleCase.Write(Case);
        using JsonDocument run = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Case, "run.json")));
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Case, "SHA256SUMS")))),
            run.RootElement.GetProperty("sha256").GetString());
        Assert.Equal("2026-03-02T22:14:03.000000000Z", run.RootElement.GetProperty("started").GetString());
    }

    [Fact]
    public void Two_runs_have_the_same_sums()
    {
        SampleCase.Write(Case);
        SampleCase.Write(_folder["other place/x.case"]);
        Assert.Equal(File.ReadAllText(Path.Combine(Case, "SHA256SUMS")), File.ReadAllText(_folder["other place/x.case/SHA256SUMS"]));
    }

    [Fact]
    public void A_run_that_fails_leaves_nothing()
    {
        using (CaseWriter writer = CaseWriter.Create(Case, force: false))
        {
            SampleCase.Fill(writer);
            using Stream spool = writer.CreateSpool(1);
        }

        Assert.Empty(SampleCase.Names(_folder.Root));
    }

    [Fact]
    public void A_case_cannot_be_complete_without_its_manifest()
    {
        using CaseWriter writer = CaseWriter.Create(Case, force: false);
        Assert.Throws<InvalidOperationException>(() => writer.Complete(SampleCase.Run));
        Assert.Throws<InvalidOperationException>(writer.ReadBack);
    }

    [Fact]
    public void The_report_is_made_from_the_files_before_the_case_has_its_name()
    {
        using CaseWriter writer = CaseWriter.Create(Case, force: false);
        SampleCase.Fill(writer);
        CaseReader reader = writer.ReadBack();
        Assert.Equal(["00:1b:1b:00:00:01", "10.20.7.55"], reader.Devices().Select(static device => device.Id));
        using Stream? trees = reader.OpenEvidenceTrees("F0001");
        Assert.NotNull(trees);
    }

    [Fact]
    public void A_spooled_pipe_can_be_read_again_by_this_user_only_and_is_gone_in_the_end()
    {
        using CaseWriter writer = CaseWriter.Create(Case, force: false);
        SampleCase.Fill(writer);
        using (Stream spool = writer.CreateSpool(1))
        {
            spool.Write("packets"u8);
            spool.Position = 0;
            using StreamReader reader = new(spool, Encoding.ASCII);
            Assert.Equal("packets", reader.ReadToEnd());
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Partial, "spool-1")));
            }
        }

        writer.Complete(SampleCase.Run);
        Assert.Equal(AllFiles, SampleCase.Names(Case));
    }

    [Theory]
    [InlineData("")]
    [InlineData("F1")]
    [InlineData("F0001/../../x")]
    [InlineData("../F0001")]
    [InlineData("f0001")]
    [InlineData("F00x1")]
    public void Evidence_has_the_name_of_a_finding(string id)
    {
        using CaseWriter writer = CaseWriter.Create(Case, force: false);
        Assert.Throws<ArgumentException>(() => writer.CreateEvidencePackets(id));
    }
}
