using Quaywatch.Analysis.Conversations;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Tests.Rules;

public sealed class ScanOrProbingTests
{
    static Finding[] Of(AnalysisResult result) => [.. result.Findings.Select(finding => finding.Row).Where(row => row.Rule == "QW-NET-04")];

    [Fact]
    public void A_sweep_over_a_network_is_one_finding_with_all_its_packets()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.9", "10.0.0.7", 102).Speaks("s7comm").Answered();
        for (int i = 1; i <= 60; i++)
        {
            builder.Wait(0.5).Tcp("10.0.0.55", $"10.0.0.{i}", 102).Failed(refused: i % 2 == 0);
        }

        Finding row = Assert.Single(Of(builder.Analyze()));
        Assert.Equal(("QW-NET-04 10.0.0.55 addresses", Severity.Medium, 60L), (row.KeyText, row.Severity, row.Count));
        Assert.Equal("10.0.0.55 tried to reach 60 addresses on tcp port 102 without a conversation within 29 s.", row.Sentence);
        Assert.Equal(60, row.SeenIn.Count);
        Assert.Equal(["T0846"], row.Attack);
    }

    [Fact]
    public void One_less_than_the_limit_is_silent_and_so_is_a_slow_one()
    {
        ObservationBuilder builder = new();
        for (int i = 1; i < ScanOrProbing.ManyAddresses; i++)
        {
            builder.Tcp("10.0.0.55", $"10.0.0.{i}", 102).Failed();
        }

        builder.Wait(1_000);
        for (int i = 1; i <= 100; i++)
        {
            builder.Wait(20).Tcp("10.0.0.56", $"10.0.1.{i}", 102).Failed();
        }

        Assert.Empty(Of(builder.Analyze()));
    }

    [Fact]
    public void A_client_that_tries_one_dead_server_again_and_again_is_silent()
    {
        ObservationBuilder builder = new();
        for (int i = 0; i < 200; i++)
        {
            builder.Tcp("10.0.0.55", "10.0.0.1", 102).Failed();
        }

        Assert.Empty(Of(builder.Analyze()));
    }

    [Fact]
    public void A_manager_that_polls_its_devices_is_silent()
    {
        ObservationBuilder builder = new();
        for (int i = 1; i <= 100; i++)
        {
            builder.Udp("10.0.0.50", $"10.0.0.{i + 100}", 161).Speaks("snmp", RecognisedBy.Port).Answered();
            builder.Tcp("10.0.0.50", $"10.0.0.{i + 100}", 502).Speaks("modbus").Answered();
            builder.Udp("10.0.0.50", "239.1.1.1", i + 1_000);
        }

        Assert.Empty(Of(builder.Analyze()));
    }

    [Fact]
    public void Answers_of_a_server_whose_questions_are_missing_are_no_port_scan()
    {
        ObservationBuilder builder = new();
        for (int i = 0; i < 100; i++)
        {
            builder.Open(Transport.Udp, "10.0.0.1", 53, "10.0.0.55", 40_000 + i, "", "", 17, 0x0800);
        }

        Assert.Empty(Of(builder.Analyze()));
    }

    [Fact]
    public void Many_ports_of_one_host_are_a_finding_of_their_own()
    {
        ObservationBuilder builder = new();
        for (int port = 1; port <= 100; port++)
        {
            builder.Tcp("10.0.0.55", "10.0.0.7", port).Failed(refused: true);
        }

        Finding row = Assert.Single(Of(builder.Analyze()));
        Assert.Equal("QW-NET-04 10.0.0.55>10.0.0.7 ports", row.KeyText);
        Assert.StartsWith("10.0.0.55 tried 100 ports of 10.0.0.7", row.Sentence, StringComparison.Ordinal);
        Assert.Equal(Severity.Low, row.Severity);
    }

    [Fact]
    public void An_ARP_sweep_is_less_sure()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Ethernet("00:0c:29:00:00:05", "ff:ff:ff:ff:ff:ff", 0x0806).Speaks("arp");
        for (int i = 1; i <= 62; i++)
        {
            talk.Asks($"10.0.0.{i}");
        }

        Finding row = Assert.Single(Of(builder.Analyze()));
        Assert.Equal(("QW-NET-04 00:0c:29:00:00:05 arp", 0.6, 62L), (row.KeyText, row.Confidence, row.Count));
    }

    [Fact]
    public void Asking_many_controllers_who_they_are_is_probing_and_asking_one_often_is_not()
    {
        ObservationBuilder builder = new();
        for (int i = 1; i <= 10; i++)
        {
            builder.Tcp("10.0.0.55", $"10.0.0.{i}", 102).Speaks("s7comm").Answered().Act(Operation.Browse, "Read SZL");
            builder.Tcp("10.0.0.56", "10.0.0.1", 102).Speaks("s7comm").Answered().Act(Operation.Browse, "Read SZL");
        }

        Finding row = Assert.Single(Of(builder.Analyze()));
        Assert.Equal(("QW-NET-04 10.0.0.55 identities", Severity.Medium), (row.KeyText, row.Severity));
        Assert.Equal(["T0888"], row.Attack);
    }

    [Fact]
    public void A_walk_through_a_memory_that_is_not_there_is_probing()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.55", "10.0.0.7", 502).Speaks("modbus").Answered();
        for (int i = 0; i < 100; i++)
        {
            builder.Wait(0.1);
            talk.Act(Operation.Read, "Read Input Registers", "registers", first: i * 16, protocol: "modbus", result: ActResult.Refused, error: "Illegal data address");
        }

        Finding row = Assert.Single(Of(builder.Analyze()));
        Assert.Equal(("QW-NET-04 10.0.0.55>10.0.0.7 memory", Severity.Medium, 100L), (row.KeyText, row.Severity, row.Count));
        Assert.Equal("10.0.0.55 (hmi) was refused 100 addresses in the memory of 10.0.0.7 (controller) within 9 s.", row.Sentence);
        Assert.Equal(["T0888"], row.Attack);
    }

    [Fact]
    public void A_panel_that_asks_for_a_few_missing_addresses_all_day_is_silent_and_so_is_a_long_list_that_is_answered()
    {
        ObservationBuilder builder = new();
        Talk panel = builder.Tcp("10.0.0.55", "10.0.0.7", 502).Speaks("modbus").Answered();
        Talk historian = builder.Tcp("10.0.0.56", "10.0.0.7", 502).Speaks("modbus").Answered();
        for (int i = 0; i < 500; i++)
        {
            builder.Wait(0.5);
            int missing = i % (ScanOrProbing.ManyRefused - 1);
            panel.Act(Operation.Read, "Read Input Registers", "registers", first: missing * 16, protocol: "modbus", result: ActResult.Refused, error: "Illegal data address");
            historian.Act(Operation.Read, "Read Input Registers", "registers", [0, 1], first: i * 16, protocol: "modbus");
        }

        Assert.Empty(Of(builder.Analyze()));
    }

    [Fact]
    public void Many_scanners_fill_the_windows_and_that_is_counted()
    {
        ObservationBuilder builder = new(spread: false);
        for (int i = 0; i < (ScanOrProbing.MostWindows / 2) + 2; i++)
        {
            builder.Tcp($"10.1.{i >> 8}.{i & 255}", "10.0.0.7", 102).Failed().Close();   // two windows each: addresses and ports
        }

        AnalysisResult result = builder.Analyze();
        Assert.Empty(Of(result));
        Assert.Equal(4, result.Capture.LimitsReached.Single(limit => limit.Name == "scan-windows").Count);
    }
}
