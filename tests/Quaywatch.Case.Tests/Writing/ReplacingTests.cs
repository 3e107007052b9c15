using Quaywatch.Case.Reading;
using Quaywatch.Case.Writing;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Writing;

/// <summary>What may be overwritten, and what must never be: each sentence of the contract on `--force` and `.partial`.</summary>
public sealed class ReplacingTests : IDisposable
{
    readonly TempFolder _folder = new();

    string Case => _folder["crane7.case"];

    string Partial => Case + ".partial";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_existing_case_is_refused_without_force()
    {
        SampleCase.Write(Case, firmware: "old");
        CaseOutputException refusal = Assert.Throws<CaseOutputException>(() => CaseWriter.Create(Case, force: false));
        Assert.EndsWith("crane7.case exists already; add --force to replace it, or choose another name with -o", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["crane7.case"], Top());
    }

    [Fact]
    public void With_force_a_case_is_replaced_whole()
    {
        SampleCase.Write(Case, firmware: "old");
        SampleCase.Write(Case, force: true, firmware: "new");
        Assert.Equal("new", CaseReader.Open(Case).Devices().First().Firmware);
        Assert.Empty(CaseReader.Open(Case).Verify());
        Assert.Equal(["crane7.case"], Top());
    }

    [Fact]
    public void The_old_case_stands_until_the_new_one_is_finished()
    {
        SampleCase.Write(Case, firmware: "old");
        using (CaseWriter writer = CaseWriter.Create(Case, force: true))
        {
            SampleCase.Fill(writer, "new");
            Assert.Equal("old", CaseReader.Open(Case).Devices().First().Firmware);
        }

        Assert.Equal("old", CaseReader.Open(Case).Devices().First().Firmware);
        Assert.Equal(["crane7.case"], Top());
    }

    [Fact]
    public void With_force_a_case_without_evidence_report_or_run_is_a_case_too()
    {
        SampleCase.Write(Case, firmware: "old");
        Directory.Delete(Path.Combine(Case, "evidence"), recursive: true);
        File.Delete(Path.Combine(Case, "report.html"));
        File.Delete(Path.Combine(Case, "run.json"));
        SampleCase.Write(Case, force: true, firmware: "new");
        Assert.Equal("new", CaseReader.Open(Case).Devices().First().Firmware);
    }

    [Theory]
    [InlineData("case.json", null, "it has no case.json")]
    [InlineData("SHA256SUMS", null, "it has no SHA256SUMS")]
    [InlineData("case.json", "{\"no_schema\":1}", "its case.json has no schema")]
    [InlineData("case.json", "{\"schema\":\"1\"}", "its case.json has no schema")]
    [InlineData("case.json", "{\"x\":{\"schema\":1}}", "its case.json has no schema")]
    [InlineData("case.json", "[1]", "its case.json has no schema")]
    [InlineData("case.json", "schema", "its case.json has no schema")]
    [InlineData("case.json", "", "its case.json has no schema")]
    [InlineData("notes.txt", "my own work", "it holds \"notes.txt\"")]
    [InlineData(".hidden", "", "it holds \".hidden\"")]
    [InlineData("Report.html", "", "it holds \"Report.html\"")]
    [InlineData("spool-1", "", "it holds \"spool-1\"")]
    [InlineData("evidence/photo.jpg", "", "it holds \"evidence/photo.jpg\"")]
    [InlineData("evidence/F0001.pcapng.bak", "", "it holds \"evidence/F0001.pcapng.bak\"")]
    [InlineData("evidence/F0001/x", "", "it holds \"evidence/F0001\"")]
    [InlineData("more/x", "", "it holds \"more\"")]
    [InlineData("e\u001b[2Jvil", "", "it holds \"e\\x1b[2Jvil\"")]
    public void Even_with_force_only_a_case_is_replaced(string file, string? text, string why)
    {
        SampleCase.Write(Case);
        if (text is null)
        {
            File.Delete(Path.Combine(Case, file));
        }
        else
        {
            _folder.Write($"crane7.case/{file}", text);
        }

        RefusedWithForce(why);
    }

    [Fact]
    public void Even_with_force_no_other_folder_or_file_is_replaced()
    {
        _folder.Write("crane7.case/case.json", "{\"schema\":1}");
        RefusedWithForce("it has no SHA256SUMS");
        Directory.Delete(Case, recursive: true);
        _folder.Write("crane7.case", "a file");
        RefusedWithForce("it is no folder");
    }

    [Fact]
    public void An_empty_folder_is_replaced_with_force_alone_for_nothing_is_lost()
    {
        Directory.CreateDirectory(Case);
        Assert.Throws<CaseOutputException>(() => CaseWriter.Create(Case, force: false));
        SampleCase.Write(Case, force: true);
        Assert.True(File.Exists(Path.Combine(Case, "case.json")));
        Assert.False(Directory.Exists(Case + ".old"));
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("evidence/F0001.json")]
    [InlineData("evidence")]
    [InlineData("")]
    public void Even_with_force_nothing_with_a_link_in_it_is_replaced(string entry)
    {
        SampleCase.Write(Case);
        string path = Path.TrimEndingDirectorySeparator(Path.Combine(Case, entry));
        string elsewhere = _folder["elsewhere"];
        if (Directory.Exists(path))
        {
            Directory.Move(path, elsewhere);
            Directory.CreateSymbolicLink(path, elsewhere);
        }
        else
        {
            File.Move(path, elsewhere);
            File.CreateSymbolicLink(path, elsewhere);
        }

        RefusedWithForce("is a link");
    }

    [Fact]
    public void Even_with_force_a_link_that_leads_nowhere_is_not_replaced()
    {
        File.CreateSymbolicLink(Case, _folder["nowhere"]);
        RefusedWithForce("it is a link");
        Assert.Throws<CaseOutputException>(() => CaseWriter.Create(Case, force: false));
    }

    [Fact]
    public void What_a_killed_run_left_is_refused_without_force()
    {
        Kill();
        CaseOutputException refusal = Assert.Throws<CaseOutputException>(() => CaseWriter.Create(Case, force: false));
        Assert.Contains("crane7.case.partial is there", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("run analyze with --force to remove it", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["crane7.case.partial"], Top());
    }

    [Fact]
    public void With_force_what_a_killed_run_left_goes()
    {
        Kill();
        SampleCase.Write(Case, force: true);
        Assert.Equal(["crane7.case"], Top());
    }

    [Fact]
    public void Even_with_force_an_unfinished_case_with_foreign_files_stays()
    {
        Kill();
        _folder.Write("crane7.case.partial/thesis.doc", "");
        CaseOutputException refusal = Assert.Throws<CaseOutputException>(() => CaseWriter.Create(Case, force: true));
        Assert.Contains("it holds \"thesis.doc\"", refusal.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Partial, "thesis.doc")));
        Assert.True(File.Exists(Path.Combine(Partial, "devices.jsonl")));
    }

    [Fact]
    public void Two_runs_do_not_write_the_same_case()
    {
        using CaseWriter first = CaseWriter.Create(Case, force: false);
        Assert.Throws<CaseOutputException>(() => CaseWriter.Create(Case, force: false));
        SampleCase.Fill(first);
        Assert.Null(first.Complete(SampleCase.Run));
    }

    [Fact]
    public void A_case_that_appears_meanwhile_is_not_overwritten_and_the_finished_one_is_not_lost()
    {
        using (CaseWriter writer = CaseWriter.Create(Case, force: false))
        {
            SampleCase.Fill(writer, "second");
            SampleCase.Write(_folder["x.case"], firmware: "first");
            Directory.Move(_folder["x.case"], Case);
            CaseOutputException refusal = Assert.Throws<CaseOutputException>(() => writer.Complete(SampleCase.Run));
            Assert.EndsWith("the new case is whole and stays in " + Partial, refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal("first", CaseReader.Open(Case).Devices().First().Firmware);
        Directory.Move(Partial, _folder["y.case"]);
        Assert.Equal("second", CaseReader.Open(_folder["y.case"]).Devices().First().Firmware);
    }

    [Fact]
    public void What_came_into_the_old_case_meanwhile_is_not_deleted()
    {
        SampleCase.Write(Case, firmware: "old");
        using CaseWriter writer = CaseWriter.Create(Case, force: true);
        SampleCase.Fill(writer, "new");
        _folder.Write("crane7.case/notes.txt", "written during the run");
        CaseOutputException refusal = Assert.Throws<CaseOutputException>(() => writer.Complete(SampleCase.Run));
        Assert.Contains("it holds \"notes.txt\"", refusal.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Case, "notes.txt")));
    }

    [Fact]
    public void What_a_replacement_that_was_broken_off_left_is_looked_at_by_a_person()
    {
        SampleCase.Write(Case);
        SampleCase.Write(_folder["x.case"]);
        Directory.Move(_folder["x.case"], Case + ".old");
        CaseOutputException refusal = Assert.Throws<CaseOutputException>(() => CaseWriter.Create(Case, force: true));
        Assert.Contains("crane7.case.old is left from a run that was broken off", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("x.partial")]
    [InlineData("x.PARTIAL/")]
    public void Some_names_are_no_case(string name) =>
        Assert.Throws<CaseOutputException>(() => CaseWriter.Create(name == "/" ? name : _folder[name], force: true));

    void RefusedWithForce(string why)
    {
        IReadOnlyList<string> before = SampleCase.Names(_folder.Root);
        CaseOutputException refusal = Assert.Throws<CaseOutputException>(() => CaseWriter.Create(Case, force: true));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(before, SampleCase.Names(_folder.Root));
    }

    // What a killed run leaves: the files that were open, no seal.
    void Kill()
    {
        using CaseWriter writer = CaseWriter.Create(_folder["killed.case"], force: false);
        SampleCase.Fill(writer);
        using Stream spool = writer.CreateSpool(1);
        foreach (string file in SampleCase.Names(_folder["killed.case.partial"]).Where(name => !Directory.Exists(_folder["killed.case.partial/" + name])))
        {
            string copy = Path.Combine(Partial, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(_folder["killed.case.partial/" + file], copy);
        }
    }

    IReadOnlyList<string> Top() => [.. Directory.EnumerateFileSystemEntries(_folder.Root).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
