using Quaywatch.Analysis.Inventory;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;
using SessionKind = Quaywatch.Observations.SessionKind;

namespace Quaywatch.Analysis.Tests.Inventory;

public sealed class DeviceInventoryTests
{
    const string PlcMac = "00:1b:1b:00:00:07";
    const string LaptopMac = "00:0c:29:00:00:05";
    const string RouterMac = "00:00:0c:11:22:33";
    const string Broadcast = "ff:ff:ff:ff:ff:ff";

    [Fact]
    public void MAC_and_IP_are_one_device_by_ARP()
    {
        ObservationBuilder builder = new();
        builder.Ethernet(PlcMac, Broadcast, 0x0806).Speaks("arp").Claims("10.0.0.7", PlcMac);
        builder.Tcp("10.0.0.5", "10.0.0.7", 102, LaptopMac, PlcMac).Speaks("s7comm").Answered();
        IReadOnlyList<Device> devices = builder.Analyze().Devices;
        Assert.Equal([LaptopMac, PlcMac], devices.Select(device => device.Id));
        Assert.Equal(["10.0.0.7"], devices[1].Ips);
        IdentityRow join = Assert.Single(devices[1].Identity, row => row.Field == "ip");
        Assert.Equal(("10.0.0.7", "arp", 1, 2L, true), (join.Value, join.Protocol, join.Input ?? 0, join.Packet ?? 0, join.Chosen));
    }

    [Fact]
    public void By_data_packets_they_are_one_while_the_MAC_carries_a_single_IP()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102, LaptopMac, PlcMac).Answered();
        Assert.Equal([("10.0.0.5", LaptopMac), ("10.0.0.7", PlcMac)], builder.Analyze().Devices.Select(device => (device.Ips[0], device.Macs[0])));
    }

    [Fact]
    public void A_MAC_that_carries_two_IPs_is_a_router_and_they_are_devices_by_IP()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "203.0.113.9", 443, LaptopMac, RouterMac).Answered();
        builder.Tcp("10.0.0.5", "203.0.113.10", 443, LaptopMac, RouterMac).Answered();
        builder.Ethernet(RouterMac, Broadcast, 0x0806).Speaks("arp").Claims("10.0.0.1", RouterMac);
        IReadOnlyList<Device> devices = builder.Analyze().Devices;
        Assert.Equal([RouterMac, LaptopMac, "203.0.113.9", "203.0.113.10"], devices.Select(device => device.Id));
        Assert.Equal(["10.0.0.1"], devices[0].Ips);
        Assert.Equal(Role.Router, devices[0].Role);
        Assert.Empty(devices[2].Macs);
    }

    [Fact]
    public void The_same_IP_at_a_new_MAC_is_two_devices()
    {
        ObservationBuilder builder = new();
        builder.Ethernet(PlcMac, Broadcast, 0x0806).Speaks("arp").Claims("10.0.0.7", PlcMac);
        builder.Ethernet(LaptopMac, Broadcast, 0x0806).Speaks("arp").Claims("10.0.0.7", LaptopMac);
        builder.Tcp("10.0.0.9", "10.0.0.7", 102, "00:1b:1b:00:00:09", LaptopMac).Speaks("s7comm").Answered();
        AnalysisResult result = builder.Analyze();
        Device[] both = [.. result.Devices.Where(device => device.Ips.Contains("10.0.0.7"))];
        Assert.Equal([LaptopMac, PlcMac], both.Select(device => device.Id));
        Assert.All(both, device => Assert.Contains(device.Notes, note => note.Contains("also claimed by", StringComparison.Ordinal)));
        Assert.Equal(LaptopMac, result.Conversations.Single(row => row.Transport == "tcp").Responder.Device);
    }

    [Fact]
    public void A_redundancy_address_is_a_note_and_no_device()
    {
        ObservationBuilder builder = new();
        builder.Ethernet(RouterMac, Broadcast, 0x0806).Speaks("arp").Claims("10.0.0.1", "00:00:5e:00:01:0a");
        builder.Udp("10.0.0.1", "10.0.0.9", 123, "00:00:5e:00:01:0a", PlcMac).Answered();
        IReadOnlyList<Device> devices = builder.Analyze().Devices;
        Device router = devices.Single(device => device.Ips.Contains("10.0.0.1"));
        Assert.Equal("10.0.0.1", router.Id);
        Assert.Contains(router.Notes, note => note.Contains("VRRP group 10", StringComparison.Ordinal));
        Assert.DoesNotContain(devices, device => device.Macs.Contains("00:00:5e:00:01:0a"));
    }

    [Fact]
    public void A_link_local_address_belongs_to_the_MAC_that_sends_it()
    {
        ObservationBuilder builder = new();
        builder.Udp("fe80::21b:1bff:fe00:7", "ff02::1", 5353, PlcMac, "33:33:00:00:00:01");
        builder.Tcp("10.0.0.5", "10.0.0.7", 102, LaptopMac, PlcMac).Answered();
        Device plc = builder.Analyze().Devices.Single(device => device.Id == PlcMac);
        Assert.Equal(["10.0.0.7", "fe80::21b:1bff:fe00:7"], plc.Ips);
    }

    [Fact]
    public void Without_Ethernet_an_EUI_64_address_names_its_MAC()
    {
        ObservationBuilder builder = new();
        builder.Udp("fe80::21b:1bff:fe00:7", "ff02::1", 5353);
        Assert.Equal(PlcMac, Assert.Single(builder.Analyze().Devices).Id);
    }

    [Fact]
    public void Groups_and_addresses_that_never_sent_are_no_devices()
    {
        ObservationBuilder builder = new();
        builder.Udp("10.0.0.5", "255.255.255.255", 67, LaptopMac, Broadcast);
        builder.Udp("10.0.0.5", "239.1.1.1", 5000, LaptopMac, "01:00:5e:01:01:01");
        builder.Tcp("10.0.0.5", "10.0.0.99", 80, LaptopMac, "00:11:22:33:44:55").Failed();
        builder.Udp("0.0.0.0", "255.255.255.255", 67, LaptopMac, Broadcast);
        Assert.Equal([LaptopMac], builder.Analyze().Devices.Select(device => device.Id));
    }

    [Fact]
    public void A_controller_of_which_only_the_commands_were_captured_is_there_with_a_note()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm", RecognisedBy.Probe).Act(Operation.Stop, "PLC Stop", result: ActResult.NotSeen);
        talk.Flow.A.Payload = 100;
        Device plc = builder.Analyze().Devices.Single(device => device.Id == "10.0.0.7");
        Assert.Contains("never seen sending: known from what others sent to it", plc.Notes);
        Assert.True(plc.InControl);
    }

    [Fact]
    public void The_order_number_read_from_the_module_beats_the_prefix_of_the_MAC()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102, LaptopMac, PlcMac).Speaks("s7comm").Answered()
            .Says(IdentityField.OrderNumber, "6ES7 315-2EH14-0AB0 ").Says(IdentityField.Firmware, "V3.2.6").Says(IdentityField.Station, "QC7");
        AnalysisResult result = builder.Analyze(new AnalysisOptions { Makers = new OneMaker("Hirschmann Automation") });
        Device plc = result.Devices.Single(device => device.Id == PlcMac);
        Assert.Equal(("Siemens", "6ES7 315-2EH14-0AB0", "V3.2.6", "QC7"), (plc.Vendor, plc.OrderNumber, plc.Firmware, plc.Station));
        Assert.Equal((Role.Controller, 0.95), (plc.Role, plc.RoleConfidence));
        Assert.Equal(["QC7"], plc.Names);
        Assert.Equal([("Siemens", true), ("Hirschmann Automation", false)], plc.Identity.Where(row => row.Field == "vendor").Select(row => (row.Value, row.Chosen)));
        Assert.Equal("QC7", result.Conversations.Single().Responder.Name);
    }

    [Fact]
    public void Of_two_words_of_one_rank_the_later_counts_and_the_other_is_noted()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered().Says(IdentityField.Firmware, "V3.2.6").Says(IdentityField.Firmware, "V3.3.0");
        Device plc = builder.Analyze().Devices.Single(device => device.Id == "10.0.0.7");
        Assert.Equal("V3.3.0", plc.Firmware);
        Assert.Contains(plc.Notes, note => note.StartsWith("firmware: s7comm says 'V3.3.0', s7comm says 'V3.2.6'", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_look_ups_come_after_those_that_the_device_gave_itself()
    {
        ObservationBuilder builder = new();
        builder.Udp("10.0.0.5", "10.0.0.1", 53).Speaks("dns").Answered().Names("10.0.0.7", "plc7.port.example").Names("10.0.0.77", "nobody.port.example");
        builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered().Says(IdentityField.Name, "S7300/ET200M");
        AnalysisResult result = builder.Analyze();
        Assert.Equal(["S7300/ET200M", "plc7.port.example"], result.Devices.Single(device => device.Id == "10.0.0.7").Names);
        Assert.DoesNotContain(result.Devices, device => device.Ips.Contains("10.0.0.77"));
    }

    [Fact]
    public void Who_answers_in_a_decoded_control_protocol_is_in_control_and_who_is_guessed_by_port_is_not()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered();
        builder.Tcp("10.0.0.5", "10.0.0.8", 44818).Speaks("ethernet-ip", RecognisedBy.Port).Answered();
        AnalysisResult result = builder.Analyze();
        Assert.True(result.Devices.Single(device => device.Id == "10.0.0.7").InControl);
        Device guessed = result.Devices.Single(device => device.Id == "10.0.0.8");
        Assert.False(guessed.InControl);
        Assert.Equal((Role.Controller, 0.3), (guessed.Role, guessed.RoleConfidence));
        Assert.Equal(KnownBy.Port, Assert.Single(guessed.Services).By);
    }

    [Fact]
    public void Roles_come_from_what_a_host_does()
    {
        ObservationBuilder builder = new();
        for (int i = 1; i <= 5; i++)
        {
            builder.Tcp("10.0.0.50", $"10.0.1.{i}", 102).Speaks("s7comm").Answered().Act(Operation.Read, "Read Var", "DB1");
        }

        builder.Tcp("10.0.0.51", "10.0.1.1", 102).Speaks("s7comm").Answered().Act(Operation.Write, "Write Var", "DB1", [0, 1]);
        builder.Tcp("10.0.0.52", "10.0.1.1", 102).Speaks("s7comm").Answered().Act(Operation.Download, "Download block", "OB 1");
        builder.Tcp("10.0.0.53", "10.0.1.1", 102).Speaks("s7comm").Answered().Session(SessionPhase.Began, SessionKind.Engineering);
        builder.Udp("10.0.0.51", "10.0.0.1", 53).Speaks("dns").Answered();
        Dictionary<string, Role> roles = builder.Analyze().Devices.ToDictionary(device => device.Id, device => device.Role);
        Assert.Equal(Role.Supervision, roles["10.0.0.50"]);
        Assert.Equal(Role.Hmi, roles["10.0.0.51"]);
        Assert.Equal(Role.EngineeringStation, roles["10.0.0.52"]);
        Assert.Equal(Role.EngineeringStation, roles["10.0.0.53"]);
        Assert.Equal(Role.Server, roles["10.0.0.1"]);
        Assert.Equal(Role.Controller, roles["10.0.1.1"]);
    }

    [Theory]
    [InlineData("6ES7 315-2EH14-0AB0", Role.Controller)]
    [InlineData("6ES7 315-2FJ14-0AB0", Role.SafetyController)]
    [InlineData("6ES7516-3FN01-0AB0", Role.SafetyController)]
    [InlineData("6ES7 151-8AB01-0AB0", Role.Controller)]
    [InlineData("6ES7 151-3BA23-0AB0", Role.IoDevice)]
    [InlineData("6AV2 124-0MC01-0AX0", Role.Hmi)]
    [InlineData("6GK5 208-0BA10-2AA3", Role.Switch)]
    [InlineData("1756-L61/B LOGIX5561", Role.Controller)]
    [InlineData("BMX P34 2020", Role.Controller)]
    public void An_order_number_tells_the_kind_of_module(string orderNumber, Role role) => Assert.Equal(role, OrderNumbers.Find(orderNumber)?.Role);

    [Theory]
    [InlineData("")]
    [InlineData("6")]
    [InlineData("unknown")]
    [InlineData("0000 000-00000-0000")]
    public void An_order_number_of_no_known_form_tells_nothing(string orderNumber) => Assert.Null(OrderNumbers.Find(orderNumber));

    [Fact]
    public void A_host_that_gives_itself_a_thousand_names_keeps_some_and_the_rest_is_counted()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered();
        for (int i = 0; i < 1_000; i++)
        {
            talk.Says(IdentityField.Name, $"name {i}");
        }

        talk.Says(IdentityField.Model, new string('x', 5_000));
        AnalysisResult result = builder.Analyze();
        Assert.Equal(Sighting.MostOfAKind, result.Devices.Single(device => device.Id == "10.0.0.7").Names.Count);
        Assert.Equal(1_000 - Sighting.MostOfAKind + 1, result.Capture.LimitsReached.Single(limit => limit.Name == "identity-of-a-device").Count);
    }

    [Fact]
    public void A_hostile_name_is_kept_as_text_and_cut()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered()
            .Says(IdentityField.Name, "<script>alert(1)</script>\u001b[2J\u202e").Says(IdentityField.Model, new string('x', 5_000)).Says(IdentityField.Serial, " \0 ");
        Device plc = builder.Analyze().Devices.Single(device => device.Id == "10.0.0.7");
        Assert.Equal("<script>alert(1)</script>\u001b[2J\u202e", plc.Names[0]);
        Assert.Equal(DeviceInventory.MostTextBytes, plc.Model!.Length);
        Assert.Null(plc.Serial);
    }

    [Fact]
    public void More_addresses_than_the_limit_are_counted_and_not_kept()
    {
        ObservationBuilder builder = new(spread: false);
        int extra = 7;
        for (int i = 0; i < DeviceInventory.MostAddresses + extra - 1; i++)
        {
            builder.Udp("10.0.0.5", $"20.{i >> 16}.{(i >> 8) & 255}.{i & 255}", 53).Close();
        }

        AnalysisResult result = builder.Analyze();
        Assert.Equal(2 * extra, result.Capture.LimitsReached.Single(limit => limit.Name == "device-addresses").Count);   // asked at opening and closing
        Assert.Equal(DeviceInventory.MostAddresses + extra - 1, result.Counts.Conversations);
    }

    [Fact]
    public void Counters_VLANs_and_times_are_those_of_all_conversations()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102, LaptopMac, PlcMac).Answered().Vlan(7);
        builder.Wait(10);
        builder.Udp("10.0.0.7", "10.0.0.1", 123, PlcMac, RouterMac).Answered().Vlan(3);
        builder.Wait(5);
        Device plc = builder.Analyze().Devices.Single(device => device.Id == PlcMac);
        Assert.Equal((5, 5, 300, 300), (plc.PacketsSent, plc.PacketsReceived, plc.BytesSent, plc.BytesReceived));
        Assert.Equal([3, 7], plc.Vlans);
        Assert.Equal((ObservationBuilder.Start, ObservationBuilder.Start + (15 * ObservationBuilder.Second)), (plc.FirstSeen!.Value.Nanoseconds, plc.LastSeen!.Value.Nanoseconds));
    }

    sealed class OneMaker(string name) : IMakers
    {
        public string? Find(MacAddress address) => name;
    }
}
