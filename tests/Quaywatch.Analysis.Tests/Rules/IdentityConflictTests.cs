using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Tests.Rules;

public sealed class IdentityConflictTests
{
    const string PlcMac = "00:1b:1b:00:00:07";
    const string LaptopMac = "00:0c:29:00:00:05";
    const string Broadcast = "ff:ff:ff:ff:ff:ff";

    static Finding[] Of(AnalysisResult result) => [.. result.Findings.Select(finding => finding.Row).Where(row => row.Rule == "QW-INV-02")];

    [Fact]
    public void Two_senders_that_claim_one_IP_in_turn_are_a_sure_conflict()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.9", "10.0.0.7", 102, "00:1b:1b:00:00:09", PlcMac).Speaks("s7comm").Answered();
        Talk plc = builder.Ethernet(PlcMac, Broadcast, 0x0806).Speaks("arp");
        Talk laptop = builder.Ethernet(LaptopMac, Broadcast, 0x0806).Speaks("arp");
        for (int i = 0; i < 3; i++)
        {
            plc.Claims("10.0.0.7", PlcMac);
            laptop.Claims("10.0.0.7", LaptopMac);
            builder.Wait(1);
        }

        Finding row = Assert.Single(Of(builder.Analyze()));
        Assert.Equal(("QW-INV-02 10.0.0.7 two-macs", Severity.Medium, 0.9, 5L), (row.KeyText, row.Severity, row.Confidence, row.Count));
        Assert.Contains($"was claimed by 2 MAC addresses ({PlcMac}, {LaptopMac}), with 5 changes from one to the other.", row.Sentence, StringComparison.Ordinal);
        Assert.Equal(["T0830", "T0849"], row.Attack);
        Assert.NotEmpty(row.SeenIn);
    }

    [Theory]
    [InlineData(60, 0.7)]
    [InlineData(7_200, 0.4)]
    public void One_change_only_may_be_a_replaced_device(double pause, double confidence)
    {
        ObservationBuilder builder = new();
        builder.Ethernet(PlcMac, Broadcast, 0x0806).Speaks("arp").Claims("10.0.0.7", PlcMac);
        builder.Wait(pause).Ethernet(LaptopMac, Broadcast, 0x0806).Speaks("arp").Claims("10.0.0.7", LaptopMac);
        Finding row = Assert.Single(Of(builder.Analyze()));
        Assert.Equal((Severity.Low, confidence), (row.Severity, row.Confidence));
    }

    [Fact]
    public void A_storm_of_claims_names_a_few_and_counts_the_others()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Ethernet(PlcMac, Broadcast, 0x0806).Speaks("arp");
        for (int i = 0; i < 30; i++)
        {
            talk.Claims("10.0.0.7", $"00:0c:29:00:00:{i:x2}");
        }

        Finding row = Assert.Single(Of(builder.Analyze()));
        Assert.Contains("was claimed by 30 MAC addresses (00:0c:29:00:00:00, ", row.Sentence, StringComparison.Ordinal);
        Assert.Contains(" and 22 more), with 29 changes", row.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Routers_that_share_an_address_are_no_conflict()
    {
        ObservationBuilder builder = new();
        builder.Ethernet(PlcMac, Broadcast, 0x0806).Speaks("arp").Claims("10.0.0.1", "00:00:5e:00:01:0a").Claims("10.0.0.1", PlcMac).Claims("10.0.0.1", "00:00:0c:07:ac:01")
            .Claims("10.0.0.2", PlcMac).Claims("10.0.0.3", PlcMac).Claims("10.0.0.1", PlcMac);
        Assert.Empty(Of(builder.Analyze()));
    }

    [Fact]
    public void A_host_that_gives_two_serial_numbers_has_two_identities()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered().Says(IdentityField.Serial, "S C-A1").Says(IdentityField.Serial, "S C-A1").Says(IdentityField.Serial, "S C-B2");
        Finding row = Assert.Single(Of(builder.Analyze()));
        Assert.Equal("QW-INV-02 10.0.0.7 two-identities", row.KeyText);
        Assert.EndsWith("gave 2 identities of itself over s7comm: S C-A1, S C-B2.", row.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gateway_that_answers_for_several_Modbus_units_and_numbers_never_set_are_none()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 502).Speaks("modbus").Answered().Says(IdentityField.Serial, "A1", "modbus").Says(IdentityField.Serial, "B2", "modbus");
        builder.Tcp("10.0.0.5", "10.0.0.8", 102).Speaks("s7comm").Answered().Says(IdentityField.Serial, "0000").Says(IdentityField.Serial, "S1");
        builder.Tcp("10.0.0.5", "10.0.0.9", 102).Speaks("s7comm").Answered().Says(IdentityField.Serial, "0000");
        Assert.Empty(Of(builder.Analyze()));
    }

    [Fact]
    public void One_serial_number_at_two_hosts_is_a_clone_and_the_key_does_not_depend_on_who_came_first()
    {
        Finding First(string one, string two)
        {
            ObservationBuilder builder = new();
            builder.Tcp("10.0.0.5", one, 102).Speaks("s7comm").Answered().Says(IdentityField.Serial, "S C-A1");
            builder.Tcp("10.0.0.5", two, 102).Speaks("s7comm").Answered().Says(IdentityField.Serial, "S C-A1");
            return Assert.Single(Of(builder.Analyze()));
        }

        Finding row = First("10.0.0.7", "10.0.0.8");
        Assert.Equal("QW-INV-02 10.0.0.7>10.0.0.8 clone", row.KeyText);
        Assert.Equal(row.Key, First("10.0.0.8", "10.0.0.7").Key);
    }

    [Fact]
    public void One_device_with_two_addresses_is_no_clone_of_itself()
    {
        ObservationBuilder builder = new();
        builder.Ethernet(PlcMac, Broadcast, 0x0806).Speaks("arp").Claims("10.0.0.7", PlcMac).Claims("10.0.1.7", PlcMac);
        builder.Tcp("10.0.0.5", "10.0.0.7", 102, LaptopMac, PlcMac).Speaks("s7comm").Answered().Says(IdentityField.Serial, "S C-A1");
        builder.Tcp("10.0.0.5", "10.0.1.7", 102, LaptopMac, PlcMac).Speaks("s7comm").Answered().Says(IdentityField.Serial, "S C-A1");
        Assert.Empty(Of(builder.Analyze()));
    }
}
