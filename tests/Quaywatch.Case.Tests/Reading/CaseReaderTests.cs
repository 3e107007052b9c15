using System.Diagnostics;
using System.Text;
using Quaywatch.Case.Json;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Reading;

/// <summary>A case folder may come from an enemy.</summary>
public sealed class CaseReaderTests : IDisposable
{
    const string Device = "{\"id\":\"10.0.0.1\"}\n";

    readonly TempFolder _folder = new();

    public CaseReaderTests() => SampleCase.Write(Case);

    string Case => _folder["crane7.case"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read()
    {
        CaseReader reader = CaseReader.Open(Case + "/");
        Assert.Equal("2 devices", Assert.Single(reader.Manifest.Answers).Answer);
        Assert.Equal(Json(Filled.All<Conversation>()), Json(Assert.Single(reader.Conversations())));
        Assert.Equal(Json(Filled.All<Command>()), Json(Assert.Single(reader.Commands())));
        Assert.Equal(Json(Filled.All<Finding>()), Json(Assert.Single(reader.Findings())));
        Assert.Equal(2, reader.Devices().Count());
        Assert.Empty(reader.Sessions());
        Assert.Empty(reader.Exposure());
        Assert.Empty(reader.Contents());
        Assert.Equal(["analyze", "crane7.pcap"], reader.Run()!.CommandLine);
        Assert.Equal(SampleCase.Packets, Text(reader.OpenEvidencePackets("F0001")));
        Assert.Equal(SampleCase.Trees, Text(reader.OpenEvidenceTrees("F0001")));
        Assert.Empty(reader.Verify());
    }

    [Fact]
    public void What_is_no_case_is_refused_with_the_reason()
    {
        Refused(_folder["nowhere"], "nowhere is not there; give the folder that analyze made");
        Refused(_folder.Write("capture.pcap", "x"), "capture.pcap is no case but a file; give the folder that analyze made");
        Directory.CreateDirectory(_folder["empty"]);
        Refused(_folder["empty"], "empty is no case: it has no case.json");
        File.Delete(Path.Combine(Case, "SHA256SUMS"));
        Refused(Case, "crane7.case is no case: it has no SHA256SUMS");
    }

    [Fact]
    public void An_unfinished_case_is_no_case_even_when_it_looks_complete()
    {
        Directory.Move(Case, Case + ".partial");
        Refused(Case + ".partial", "crane7.case.partial is unfinished: the run that wrote it was broken off; run analyze again with --force");
    }

    [Theory]
    [InlineData("{\"schema\":2,\"tool\":17}", "was made by a newer Quaywatch (schema 2; this one reads schema 1); use that one")]
    [InlineData("{\"schema\":0}", "is damaged: case.json: it has no schema")]
    [InlineData("{\"schema\":1e99}", "is damaged: case.json: it has no schema")]
    [InlineData("{}", "is damaged: case.json: it has no schema")]
    [InlineData("[]", "is damaged: case.json: it has no schema")]
    [InlineData("", "is damaged: case.json: it is empty")]
    [InlineData("{\"schema\":1,\"x\":", "is damaged: case.json: it is no valid manifest, at x")]
    [InlineData("{\"schema\":1", "is damaged: case.json: it is no valid JSON")]
    [InlineData("{\"schema\":1}", "is damaged: case.json: it is no valid manifest")]
    [InlineData("not json", "is damaged: case.json: it is no valid JSON")]
    [InlineData("{\"schema\":1,\"tool\":{\"name\":\"a\",\"version\":\"b\"},\"site\":null}", "is damaged: case.json: it has a null, where a case leaves the key out")]
    [InlineData("{\"schema\":1,\"tool\":{\"name\":\"a\",\"version\":\"b\"},\"inputs\":[{\"input\":\"1\"}]}", "is damaged: case.json: it is no valid manifest, at inputs[0].input")]
    public void A_wrong_manifest_is_refused_with_the_reason(string json, string reason)
    {
        _folder.Write("crane7.case/case.json", json);
        Refused(Case, reason);
    }

    [Theory]
    [InlineData("x\n", "line 2: it is no valid device")]
    [InlineData("\n", "line 2: it is no valid device")]
    [InlineData("{\"id\":\"a\"} {}\n", "line 2: it is no valid device")]
    [InlineData("{\"id\":\"a\"", "line 2: it is no valid device")]
    [InlineData("null\n", "line 2: it has a null, where a case leaves the key out")]
    [InlineData("{\"id\":\"a\",\"macs\":[null]}\n", "line 2: it has a null, where a case leaves the key out")]
    [InlineData("{\"id\":\"a\",\"services\":[null]}\n", "line 2: it has a null, where a case leaves the key out")]
    [InlineData("{\"id\":\"a\",\"role\":\"\\u001b[2J\"}\n", "line 2: it is no valid device, at role")]
    [InlineData("{\"id\":\"a\",\"bytes_sent\":9223372036854775808}\n", "line 2: it is no valid device, at bytes_sent")]
    [InlineData("{\"id\":\"\\ud800\"}\n", "line 2: it is no valid device, at id")]
    public void A_wrong_line_is_refused_with_its_number(string line, string reason)
    {
        _folder.Write("crane7.case/devices.jsonl", Device + line);
        RefusedRows($"crane7.case is damaged: devices.jsonl, {reason}");
    }

    [Fact]
    public void A_message_stays_short_whatever_a_key_is_called()
    {
        string key = "\u001b[2J" + new string('x', 1_000_000);
        _folder.Write("crane7.case/conversations.jsonl", $"{{\"uid\":\"a\",\"later\":{{\"{key.Replace("\u001b", "\\u001b", StringComparison.Ordinal)}\":[}}}}\n");
        CaseFormatException refusal = Assert.Throws<CaseFormatException>(() => CaseReader.Open(Case).Conversations().Count());
        Assert.True(refusal.Message.Length < 400, refusal.Message);
        Assert.DoesNotContain('\u001b', refusal.Message);
    }

    [Fact]
    public void The_word_null_in_a_text_is_a_text()
    {
        _folder.Write("crane7.case/devices.jsonl", "{\"id\":\"null\",\"vendor\":\"null and void\"}\n");
        Assert.Equal("null", Assert.Single(CaseReader.Open(Case).Devices()).Id);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused()
    {
        File.WriteAllBytes(Path.Combine(Case, "devices.jsonl"), [.. "{\"id\":\""u8, 0xFF, 0xC0, .. "\"}\n"u8]);
        RefusedRows("devices.jsonl, line 1: it is no valid device, at id");
    }

    [Fact]
    public void A_line_without_end_does_not_fill_the_memory()
    {
        using (FileStream giant = new(Path.Combine(Case, "devices.jsonl"), FileMode.Create))
        {
            giant.Write(Encoding.UTF8.GetBytes(Device));
            giant.SetLength(1L << 34);   // 16 GiB of zero bytes, on the disk nothing
        }

        RefusedRows("devices.jsonl, line 2: it is longer than 16 MiB");
    }

    [Fact]
    public void A_long_line_within_the_limit_is_read()
    {
        string vendor = new('x', 5_000_000);
        _folder.Write("crane7.case/devices.jsonl", Device + $"{{\"id\":\"b\",\"vendor\":\"{vendor}\"}}\n{Device}");
        Assert.Equal(["10.0.0.1", "b", "10.0.0.1"], CaseReader.Open(Case).Devices().Select(static device => device.Id));
        Assert.Equal(vendor, CaseReader.Open(Case).Devices().ElementAt(1).Vendor);
    }

    [Fact]
    public void The_last_line_may_lack_its_line_break()
    {
        _folder.Write("crane7.case/devices.jsonl", Device + Device.TrimEnd('\n'));
        Assert.Equal(2, CaseReader.Open(Case).Devices().Count());
    }

    [Fact]
    public void Depth_without_end_does_not_fill_the_stack()
    {
        _folder.Write("crane7.case/devices.jsonl", Device + "{\"id\":\"a\",\"later\":" + new string('[', 1_000_000) + "\n");
        RefusedRows("devices.jsonl, line 2: it is no valid device, at later");
        _folder.Write("crane7.case/case.json", "{\"later\":" + string.Concat(Enumerable.Repeat("{\"a\":", 1_000_000)));
        Refused(Case, "case.json: it is no valid JSON");
    }

    [Fact]
    public void A_manifest_without_end_is_not_read()
    {
        using (FileStream giant = new(Path.Combine(Case, "case.json"), FileMode.Create))
        {
            giant.SetLength(1L << 34);
        }

        Refused(Case, "case.json: it is larger than 16 MiB");
    }

    [Fact]
    public void A_missing_row_file_is_not_taken_for_an_empty_one()
    {
        File.Delete(Path.Combine(Case, "devices.jsonl"));
        RefusedRows("devices.jsonl: it is missing");
    }

    [Theory]
    [InlineData("case.json")]
    [InlineData("devices.jsonl")]
    [InlineData("run.json")]
    [InlineData("SHA256SUMS")]
    [InlineData("evidence/F0001.json")]
    [InlineData("evidence")]
    public void Links_are_not_followed(string entry)
    {
        string path = Path.Combine(Case, entry);
        string elsewhere = _folder["elsewhere"];
        Directory.Move(path, elsewhere);   // moves files too
        File.CreateSymbolicLink(path, elsewhere);
        CaseFormatException refusal = Assert.Throws<CaseFormatException>(() =>
        {
            CaseReader reader = CaseReader.Open(Case);
            _ = reader.Devices().Count();
            reader.Run();
            reader.Verify();
            reader.OpenEvidenceTrees("F0001")?.Dispose();
        });
        Assert.Contains("it is a link, and links are not followed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_in_place_of_a_file_does_not_hang()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mkfifo"), "needs mkfifo");
        foreach (string file in (string[])["devices.jsonl", "evidence/F0001.json", "report.html"])
        {
            string path = Path.Combine(Case, file);
            File.Delete(path);
            using Process tool = Process.Start("/usr/bin/mkfifo", path);
            tool.WaitForExit();
        }

        CaseReader reader = CaseReader.Open(Case);
        Assert.Empty(reader.Devices());
        Assert.Null(reader.OpenEvidenceTrees("F0001"));
        Assert.Equal(["devices.jsonl was changed", "evidence/F0001.json was changed", "report.html was changed"], reader.Verify());
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("F0001/../F0001")]
    [InlineData("F0002")]
    [InlineData("")]
    public void Evidence_is_found_by_the_id_of_a_finding_only(string id)
    {
        CaseReader reader = CaseReader.Open(Case);
        Assert.Null(reader.OpenEvidencePackets(id));
        Assert.Null(reader.OpenEvidenceTrees(id));
    }

    [Fact]
    public void What_was_changed_is_named()
    {
        File.AppendAllText(Path.Combine(Case, "devices.jsonl"), Device);
        File.Delete(Path.Combine(Case, "evidence/F0001.pcapng"));
        _folder.Write("crane7.case/evidence/F0002.json", "{}");
        _folder.Write("crane7.case/notes.txt", "a reader's own notes are no matter");
        Assert.Equal(
            ["devices.jsonl was changed", "evidence/F0001.pcapng is missing", "evidence/F0002.json is not in SHA256SUMS"],
            CaseReader.Open(Case).Verify());
    }

    [Fact]
    public void Changed_sums_break_the_seal()
    {
        File.AppendAllText(Path.Combine(Case, "devices.jsonl"), Device);
        File.WriteAllBytes(Path.Combine(Case, "SHA256SUMS"), Sums.ToBytes(Sums.OfFolder(Case)));
        Assert.Equal(["SHA256SUMS was changed: run.json has another hash of it"], CaseReader.Open(Case).Verify());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000  ../../etc/passwd\n")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000  evidence/../case.json\n")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000 *case.json\n")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000G  case.json\n")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000  run.json\n")]
    public void Sums_that_name_anything_else_are_refused(string text)
    {
        _folder.Write("crane7.case/SHA256SUMS", text);
        CaseFormatException refusal = Assert.Throws<CaseFormatException>(() => CaseReader.Open(Case).Verify());
        Assert.EndsWith("is damaged: SHA256SUMS: a line is not of its format", refusal.Message, StringComparison.Ordinal);
    }

    static string Json<T>(T row) => Encoding.UTF8.GetString(CaseJson.ToUtf8(row));

    static string Text(Stream? stream)
    {
        Assert.NotNull(stream);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    static void Refused(string folder, string reason)
    {
        CaseFormatException refusal = Assert.Throws<CaseFormatException>(() => CaseReader.Open(folder));
        Assert.EndsWith(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    void RefusedRows(string reason)
    {
        CaseFormatException refusal = Assert.Throws<CaseFormatException>(() => CaseReader.Open(Case).Devices().Count());
        Assert.EndsWith(reason, refusal.Message, StringComparison.Ordinal);
    }
}
