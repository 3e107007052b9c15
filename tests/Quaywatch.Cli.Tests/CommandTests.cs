using System.Text.Json;
using Quaywatch.Cli.Demo;
using Quaywatch.Protocols.S7;
using Quaywatch.Testing;

namespace Quaywatch.Cli.Tests;

public sealed class CommandTests(DemoCase demo) : IClassFixture<DemoCase>
{
    [Fact]
    public void The_demonstration_finds_the_stopped_controller_and_says_so_in_one_document()
    {
        RunOf run = RunOf.Line("analyze", demo.Capture, "-o", demo.Folder["json.case"], "--format", "json", "--fail-on", "critical");
        Assert.Equal(1, run.Status);
        using JsonDocument document = JsonDocument.Parse(run.Out);
        Assert.Equal(["case", "manifest", "findings"], document.RootElement.EnumerateObject().Select(key => key.Name));
        Assert.Contains(document.RootElement.GetProperty("findings").EnumerateArray(), row => row.GetProperty("rule").GetString() == "QW-CMD-03");
        Assert.Equal(2, document.RootElement.GetProperty("manifest").GetProperty("data").GetArrayLength());
    }

    [Fact]
    public void The_demonstration_has_the_same_bytes_each_time()
    {
        using MemoryStream one = new();
        using MemoryStream other = new();
        DemoCapture.Write(one);
        DemoCapture.Write(other);
        Assert.Equal(one.ToArray(), other.ToArray());
    }

    [Fact]
    public void Standard_input_gives_the_rows_that_the_file_gives_and_leaves_no_copy()
    {
        RunOf run = RunOf.Line(File.OpenRead(demo.Capture), "analyze", "-", "-o", demo.Folder["pipe.case"]);
        Assert.Equal(0, run.Status);
        Assert.Equal(File.ReadAllText(Path.Combine(demo.Case, "commands.jsonl")), File.ReadAllText(Path.Combine(demo.Folder["pipe.case"], "commands.jsonl")));
        Assert.True(File.Exists(Path.Combine(demo.Folder["pipe.case"], "evidence", "F0001.pcapng")));
        Assert.Empty(Directory.GetFiles(demo.Folder["pipe.case"], "spool-*"));
    }

    [Fact]
    public void A_file_that_is_cut_short_is_analyzed_and_said()
    {
        string cut = demo.Folder["cut.pcapng"];
        File.WriteAllBytes(cut, File.ReadAllBytes(demo.Capture)[..20_001]);
        RunOf run = RunOf.Line("analyze", cut, "-o", demo.Folder["cut.case"]);
        Assert.Equal(0, run.Status);
        Assert.Matches("^quaywatch: cut.pcapng is cut short after packet [0-9]+ \\([0-9]+ bytes missing\\); the rest was analyzed and the case says so.\n$", run.Error);
    }

    [Fact]
    public void Of_several_inputs_the_others_are_analyzed_where_one_cannot_be_read()
    {
        RunOf run = RunOf.Line("analyze", demo.Folder["missing.pcap"], demo.Capture, "-o", demo.Folder["some.case"]);
        Assert.Equal(3, run.Status);
        Assert.Contains("does not exist", run.Error, StringComparison.Ordinal);
        Assert.True(Directory.Exists(demo.Folder["some.case"]));
    }

    [Fact]
    public void A_case_is_not_replaced_unasked()
    {
        RunOf run = RunOf.Line("analyze", demo.Capture, "-o", demo.Case);
        Assert.Equal(4, run.Status);
        Assert.Contains("--force", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void A_packet_is_shown_with_its_message_and_its_bytes()
    {
        RunOf run = RunOf.Line("packet", demo.Capture, "440");
        Assert.Equal(0, run.Status);
        Assert.Contains("s7comm message", run.Out, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(RunOf.Line("packet", demo.Capture, "440", "--format", "json").Out);
        Assert.Equal("s7comm", document.RootElement.GetProperty("messages")[0].GetProperty("protocol").GetString());
    }

    [Fact]
    public void A_conversation_is_followed_and_cut_out_by_its_uid()
    {
        string uid = RunOf.Line("query", demo.Case, "SELECT uid FROM conversations WHERE list_contains(protocols, 'modbus')", "--format", "csv").Out.Split('\n')[1];
        RunOf followed = RunOf.Line("follow", demo.Capture, uid);
        Assert.Equal(0, followed.Status);
        Assert.Contains("ATV930D45N4", followed.Out, StringComparison.Ordinal);
        RunOf cut = RunOf.Line("evidence", demo.Case, uid, "-o", demo.Folder["modbus.pcapng"]);
        Assert.Equal(0, cut.Status);
        string packets = RunOf.Line("query", demo.Case, $"SELECT originator_packets + responder_packets FROM conversations WHERE uid = '{uid}'", "--format", "csv").Out.Split('\n')[1];
        Assert.StartsWith($"quaywatch: {packets} packets in ", cut.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_takes_no_file_that_only_has_the_name()
    {
        using TempFolder other = new();
        string fake = other.Write("crane.pcapng", "not the capture");
        RunOf run = RunOf.Line("evidence", demo.Case, "F0001", "--input", fake, "-o", other["out.pcapng"]);
        Assert.Equal(3, run.Status);
        Assert.False(File.Exists(other["out.pcapng"]));
    }

    [Fact]
    public void A_password_is_masked_and_overwritten_and_the_checksum_stays_right()
    {
        using TempFolder folder = new();
        DemoWire wire = new();
        DemoConnection connection = new(wire, DemoHost.Of(0x54EE75, 66), 50_000, DemoHost.Of(0x286336, 10), 102);
        connection.Open(DemoTime.Begin);
        connection.Exchange(DemoTime.Begin + DemoTime.Second, to => S7Encoder.WriteConnectRequest(to, 1, 0, 2), to => S7Encoder.WriteConnectConfirm(to, 1, 0, 2));
        connection.Exchange(
            DemoTime.Begin + (2 * DemoTime.Second),
            to => S7Encoder.WriteUserdata(to, 1, new S7UserdataHead(S7UserdataType.Request, S7Group.Security, 1), 0xFF, 9, "dEgHiJkL"u8),
            to => S7Encoder.WriteUserdata(to, 1, new S7UserdataHead(S7UserdataType.Response, S7Group.Security, 1, 1, true), 0x0A, 0, default));
        using (FileStream to = File.Create(folder["login.pcapng"]))
        {
            wire.WriteTo(to);
        }

        Assert.Equal(0, RunOf.Line("analyze", folder["login.pcapng"], "-o", folder["login.case"]).Status);
        string uid = RunOf.Line("query", folder["login.case"], "SELECT uid FROM conversations", "--format", "csv").Out.Split('\n')[1];
        Assert.Equal(0, RunOf.Line("evidence", folder["login.case"], uid, "--redact", "-o", folder["share.pcapng"]).Status);
        Assert.True(File.ReadAllBytes(folder["login.pcapng"]).AsSpan().IndexOf("dEgHiJkL"u8) >= 0);
        ReadOnlySpan<byte> shared = File.ReadAllBytes(folder["share.pcapng"]);
        Assert.True(shared.IndexOf("dEgHiJkL"u8) < 0);
        Assert.True(shared.IndexOf("********"u8) >= 0);
        Assert.Equal(0, RunOf.Line("analyze", folder["share.pcapng"], "-o", folder["share.case"]).Status);
        Assert.DoesNotContain("checksums-wrong", File.ReadAllText(Path.Combine(folder["share.case"], "case.json")), StringComparison.Ordinal);
        Assert.DoesNotContain("6445674869", RunOf.Line("packet", folder["login.pcapng"], "7", "--format", "json").Out, StringComparison.Ordinal);
    }
}
