using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Tests.Rules;

public sealed class CommandRulesTests
{
    static ObservationBuilder S7(out Talk talk, string protocol = "s7comm", RecognisedBy by = RecognisedBy.Parsed)
    {
        ObservationBuilder builder = new();
        talk = builder.Tcp("10.20.7.55", "10.20.7.10", 102).Speaks(protocol, by).Answered();
        return builder;
    }

    static ProvenFinding Only(AnalysisResult result, string rule) => Assert.Single(result.Findings, finding => finding.Row.Rule == rule);

    [Fact]
    public void A_laptop_that_stops_and_starts_a_controller_is_one_critical_finding()
    {
        ObservationBuilder builder = S7(out Talk talk);
        talk.Says(IdentityField.Model, "S7-1516").Says(IdentityField.OrderNumber, "6ES7516-3AN01-0AB0").Act(Operation.Stop, "PLC Stop");
        builder.Wait(30);
        talk.Act(Operation.Start, "Warm Restart").Act(Operation.Start, "Warm Restart");
        AnalysisResult result = builder.Analyze();
        (Finding row, IReadOnlyList<EvidenceMessage> messages) = Only(result, "QW-CMD-03");
        Assert.Equal(Severity.Critical, row.Severity);
        Assert.Equal("F0001", row.Id);
        Assert.Equal("10.20.7.55 (engineering station) stopped 10.20.7.10 (S7-1516, 6ES7516-3AN01-0AB0), and started it twice.", row.Sentence);
        Assert.Equal("QW-CMD-03 10.20.7.55>10.20.7.10", row.KeyText);
        Assert.Matches("^[0-9a-f]{32}$", row.Key);
        Assert.Equal((3L, 1d), (row.Count, row.Confidence));
        Assert.Equal(["C1", "C2"], row.Commands);
        Assert.Equal(["T0858", "T0816", "T0813"], row.Attack);
        Assert.Equal("frame.number in {4, 5, 6, 7, 8, 9}", row.Wireshark);
        Assert.Equal(result.Conversations.Select(conversation => conversation.Uid), row.Uids);
        Assert.Equal(6, messages.Count);
        Assert.Equal((true, 0, "PLC Stop"), (messages[0].FromClient, messages[0].Request.Count, messages[0].Why));
        Assert.Equal((false, 4, 5), (messages[1].FromClient, messages[1].Request[0].Packet, messages[1].Parts[0].Packet));
        Assert.Equal("Whether it was planned, and who sat at the commander: that is not on the wire.", row.CannotTell);
    }

    [Fact]
    public void Reading_and_writing_all_day_stops_nothing()
    {
        ObservationBuilder builder = S7(out Talk talk);
        for (int i = 0; i < 50; i++)
        {
            talk.Act(Operation.Read, "Read Var", "DB1", [1]).Act(Operation.Write, "Write Var", "DB1", [1]);
        }

        talk.Act(Operation.Browse, "Read SZL").Act(Operation.Negotiate, "Setup communication").Act(Operation.Login, "Password").Act(Operation.SetTime, "Set clock").Act(Operation.Signal, "Flash LED");
        Assert.DoesNotContain(builder.Analyze().Findings, finding => finding.Row.Rule.StartsWith("QW-CMD", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refused_stop_is_one_step_lower_and_says_so()
    {
        ObservationBuilder builder = S7(out Talk talk);
        talk.Act(Operation.Stop, "PLC Stop", result: ActResult.Refused, error: "Protection level");
        Finding row = Only(builder.Analyze(), "QW-CMD-03").Row;
        Assert.Equal(Severity.High, row.Severity);
        Assert.EndsWith("tried to stop 10.20.7.10 (controller), which was refused.", row.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_answers_the_finding_is_less_sure_and_says_what_it_cannot_tell()
    {
        ObservationBuilder builder = S7(out Talk talk, by: RecognisedBy.Probe);
        talk.Act(Operation.Stop, "PLC Stop", result: ActResult.NotSeen);
        Finding row = Only(builder.Analyze(), "QW-CMD-03").Row;
        Assert.Equal((Severity.Critical, 0.8), (row.Severity, row.Confidence));
        Assert.Contains("the answer was not seen", row.Sentence, StringComparison.Ordinal);
        Assert.NotNull(row.CannotTell);
    }

    [Theory]
    [InlineData("modbus", Operation.Start, Severity.High)]
    [InlineData("modbus", Operation.Stop, Severity.Critical)]
    [InlineData("profinet-cm", Operation.Stop, Severity.High)]
    [InlineData("profinet-cm", Operation.Start, Severity.Medium)]
    [InlineData("opcua", Operation.Mode, Severity.High)]
    [InlineData("a-new-protocol", Operation.Mode, Severity.Critical)]
    public void The_severity_is_that_of_the_domain_table(string protocol, Operation operation, Severity severity)
    {
        ObservationBuilder builder = S7(out Talk talk, protocol);
        talk.Act(operation, "F", protocol: protocol);
        Severity expected = protocol == "a-new-protocol" ? severity + 1 : severity;   // no control protocol: its responder is not in control
        Assert.Equal(expected, Only(builder.Analyze(), "QW-CMD-03").Row.Severity);
    }

    [Fact]
    public void A_download_and_an_upload_are_two_findings_so_that_a_backup_can_be_accepted_alone()
    {
        ObservationBuilder builder = S7(out Talk talk);
        talk.Act(Operation.Download, "Download block", "OB 1").Act(Operation.Download, "Download block", "DB 10").Act(Operation.Activate, "Insert block", "OB 1")
            .Act(Operation.Upload, "Upload", "FC 3").Act(Operation.Delete, "Delete block", "DB 5");
        Finding[] rows = [.. builder.Analyze().Findings.Select(finding => finding.Row).Where(row => row.Rule == "QW-CMD-04")];
        Assert.Equal(
            [
                ("QW-CMD-04 10.20.7.55>10.20.7.10 delete", Severity.Critical),
                ("QW-CMD-04 10.20.7.55>10.20.7.10 download", Severity.Critical),
                ("QW-CMD-04 10.20.7.55>10.20.7.10 upload", Severity.High),
            ],
            rows.Select(row => (row.KeyText, row.Severity)).OrderBy(row => row.KeyText, StringComparer.Ordinal));
        Finding download = rows.Single(row => row.KeyText.EndsWith("download", StringComparison.Ordinal));
        Assert.Equal(
            "10.20.7.55 (engineering station) loaded program or configuration into 10.20.7.10 (controller, ) twice, and made transferred blocks active in it (OB 1, DB 10).".Replace(", )", ")", StringComparison.Ordinal),
            download.Sentence);
        Assert.Equal(["T0821", "T0843", "T0889"], download.Attack);
    }

    [Fact]
    public void Forced_values_and_written_parameters_are_named_with_their_addresses()
    {
        ObservationBuilder builder = S7(out Talk talk);
        for (int i = 0; i < 9; i++)
        {
            talk.Act(Operation.Force, "Force", $"Q{i}.0", [1], ValueKind.Boolean);
        }

        Finding row = Only(builder.Analyze(), "QW-CMD-05").Row;
        Assert.Equal(Severity.High, row.Severity);
        Assert.EndsWith("forced values in 10.20.7.10 (controller) 9 times at Q0.0, Q1.0, Q2.0, Q3.0, Q4.0, Q5.0 and 3 more.", row.Sentence, StringComparison.Ordinal);
        Assert.Equal(["T0835", "T0806", "T0831"], row.Attack);
    }

    [Fact]
    public void Outputs_written_past_the_program_weigh_as_forced_ones_and_other_writes_raise_nothing()
    {
        ObservationBuilder builder = S7(out Talk talk);
        talk.Act(Operation.Write, "Write Var", "DB1.DBX0.0", [1], ValueKind.Boolean);
        talk.Act(Operation.Write, "Write Var", "Q4.0", [1], ValueKind.Boolean, output: true);
        Finding row = Only(builder.Analyze(), "QW-CMD-05").Row;
        Assert.Equal((Severity.High, 1L), (row.Severity, row.Count));
        Assert.EndsWith("wrote outputs of 10.20.7.10 (controller) at Q4.0.", row.Sentence, StringComparison.Ordinal);
        Assert.Equal(["T0835", "T0806", "T0831"], row.Attack);
    }

    [Fact]
    public void A_record_changed_in_a_name_server_is_no_parameter_of_a_controller()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.20.7.55", "10.20.7.10", 53).Speaks("dns").Answered().Act(Operation.Configure, "Dynamic update", "a.example", protocol: "dns");
        Assert.DoesNotContain(builder.Analyze().Findings, finding => finding.Row.Rule == "QW-CMD-05");
    }

    [Fact]
    public void Items_of_one_message_count_each_but_are_shown_once()
    {
        ObservationBuilder builder = S7(out Talk talk);
        for (int i = 0; i < 300; i++)
        {
            talk.Act(Operation.Force, "Force", $"Q{i % 7}.0", [1], ValueKind.Boolean);
        }

        ProvenFinding finding = Only(builder.Analyze(), "QW-CMD-05");
        Assert.Equal((300L, 120, 120), (finding.Row.Count, finding.Row.SeenIn.Count, finding.Messages.Count));
    }

    [Fact]
    public void The_key_is_the_same_whatever_the_MAC_addresses_and_the_order()
    {
        ObservationBuilder one = S7(out Talk talk);
        talk.Act(Operation.Stop, "PLC Stop");
        ObservationBuilder two = new();
        two.Tcp("10.0.0.1", "10.0.0.2", 80).Answered();
        two.Tcp("10.20.7.55", "10.20.7.10", 102, "00:0c:29:00:00:05", "00:1b:1b:00:00:07").Speaks("s7comm").Answered().Act(Operation.Stop, "PLC Stop");
        Assert.Equal(Only(one.Analyze(), "QW-CMD-03").Row.Key, Only(two.Analyze(), "QW-CMD-03").Row.Key);
    }

    [Fact]
    public void More_findings_of_one_rule_than_the_limit_are_counted()
    {
        ObservationBuilder builder = new();
        int limit = Analysis.Rules.FindingGroups<Analysis.Rules.FindingGroup>.MostGroups;
        for (int i = 0; i < limit + 3; i++)
        {
            builder.Tcp($"10.1.{i >> 8}.{i & 255}", "10.20.7.10", 102).Speaks("s7comm").Answered().Act(Operation.Stop, "PLC Stop").Close();
        }

        AnalysisResult result = builder.Analyze();
        Assert.Equal(limit, result.Findings.Count(finding => finding.Row.Rule == "QW-CMD-03"));
        Assert.Equal(3, result.Capture.LimitsReached.Single(reached => reached.Name == "findings-QW-CMD-03").Count);
    }
}
