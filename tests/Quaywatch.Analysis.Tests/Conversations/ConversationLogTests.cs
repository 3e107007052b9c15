using Quaywatch.Analysis.Conversations;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using OriginatorBy = Quaywatch.Observations.OriginatorBy;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Tests.Conversations;

public sealed class ConversationLogTests
{
    [Fact]
    public void A_closed_conversation_becomes_a_row_with_everything_that_the_flow_said()
    {
        ObservationBuilder builder = new();
        builder.Tcp("10.0.0.5", "10.0.0.7", 102, "00:1b:1b:00:00:05", "00:1b:1b:00:00:07").Speaks("s7comm").Answered().Vlan(107).Vlan(200)
            .Act(Operation.Read, "Read Var", "DB10").Act(Operation.Read, "Read Var", "DB11", item: 1).Act(Operation.Stop, "PLC Stop");
        AnalysisResult result = builder.Wait(2).Analyze();
        Conversation row = Assert.Single(result.Conversations);
        Assert.Matches("^C[0-9A-Za-z]{17}$", row.Uid);
        Assert.Equal("tcp", row.Transport);
        Assert.Equal(["s7comm"], row.Protocols);
        Assert.Equal(KnownBy.Parsed, row.ProtocolBy);
        Assert.Equal(("10.0.0.5", "00:1b:1b:00:00:05", "00:1b:1b:00:00:05"), (row.Originator.Ip, row.Originator.Mac, row.Originator.Device));
        Assert.Equal(("10.0.0.7", 102), (row.Responder.Ip, row.Responder.Port));
        Assert.Equal([107, 200], row.Vlans);
        Assert.Equal((3, 2, 180, 120, 100, 100), (row.OriginatorPackets, row.ResponderPackets, row.OriginatorBytes, row.ResponderBytes, row.OriginatorPayload, row.ResponderPayload));
        Assert.Equal(("SF", "ShADadFf"), (row.State, row.History));
        Assert.Equal(Encryption.No, row.Encrypted);
        Assert.False(row.LeavesSite);
        Assert.Equal(new Dictionary<string, long> { ["read"] = 2, ["stop"] = 1 }, row.Acts);
        Assert.Equal(new Dictionary<string, long> { ["Read Var"] = 1, ["PLC Stop"] = 1 }, row.Functions);
        Assert.Equal(1, result.Counts.Conversations);
    }

    [Fact]
    public void When_the_originator_flips_late_everything_flips_with_it()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.7", "10.0.0.5", 40_000).Speaks("s7comm").Answered(10);
        talk.Flow.Originator = Direction.FromB;
        talk.Flow.OriginatorBy = OriginatorBy.Protocol;
        talk.Flow.A.Payload = 1_000;
        Conversation row = Assert.Single(builder.Analyze().Conversations);
        Assert.Equal("10.0.0.5", row.Originator.Ip);
        Assert.Equal(1_000, row.ResponderPayload);
        Assert.Equal(Case.Rows.OriginatorBy.Protocol, row.OriginatorBy);
    }

    [Fact]
    public void Rows_can_be_read_twice_and_while_others_are_read()
    {
        ObservationBuilder builder = new();
        for (int i = 0; i < 300; i++)
        {
            builder.Tcp("10.0.0.5", $"10.0.1.{i % 200}", 102).Answered();
        }

        builder.CloseAll();
        using AnalysisRun run = new(new AnalysisOptions());
        run.Take(builder.Shards);
        AnalysisResult result = run.Finish(builder.Facts());
        string[] once = [.. result.Conversations.Select(row => row.Uid)];
        string[] nested = [.. result.Conversations.SelectMany(_ => result.Conversations.Take(1)).Select(row => row.Uid)];
        Assert.Equal(300, once.Distinct().Count());
        Assert.Equal(once, result.Conversations.Select(row => row.Uid));
        Assert.All(nested, uid => Assert.Equal(once[0], uid));
    }

    [Theory]
    [InlineData("203.0.113.9", true)]
    [InlineData("8.8.8.8", true)]
    [InlineData("100.63.0.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2001:db8::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("100.128.0.1", true)]
    [InlineData("169.254.1.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("224.0.0.5", false)]
    [InlineData("239.255.255.250", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::1", false)]
    public void Outside_is_what_the_catalogue_of_rules_says(string ip, bool leaves)
    {
        ObservationBuilder builder = new();
        builder.Udp("10.0.0.5", ip, 53).Answered();
        Assert.Equal(leaves, Assert.Single(builder.Analyze().Conversations).LeavesSite);
    }

    [Fact]
    public void A_public_address_that_was_claimed_on_the_link_is_inside()
    {
        ObservationBuilder builder = new();
        builder.Udp("10.0.0.5", "198.51.100.7", 502).Answered();
        builder.Ethernet("00:80:f4:00:00:07", "ff:ff:ff:ff:ff:ff", 0x0806).Speaks("arp").Claims("198.51.100.7", "00:80:f4:00:00:07");
        Assert.All(builder.Analyze().Conversations, row => Assert.False(row.LeavesSite));
    }

    [Fact]
    public void Equal_ends_in_another_input_or_packet_are_another_uid()
    {
        Flow flow = new() { Transport = Transport.Tcp, A = new FlowSide { Ip = ObservationBuilder.Ip("10.0.0.5"), Port = 1 }, B = new FlowSide { Ip = ObservationBuilder.Ip("10.0.0.7"), Port = 102 } };
        string[] uids = [ConversationUid.Of(in flow, 1, 1), ConversationUid.Of(in flow, 2, 1), ConversationUid.Of(in flow, 1, 2)];
        Assert.Equal(3, uids.Distinct().Count());
        Assert.Equal(uids[0], ConversationUid.Of(in flow, 1, 1));
    }

    [Fact]
    public void Function_names_beyond_the_limit_are_counted_by_operation_only_and_said()
    {
        ObservationBuilder builder = new();
        Talk talk = builder.Tcp("10.0.0.5", "10.0.0.7", 102).Speaks("s7comm").Answered();
        for (int i = 0; i < ActTally.MostFunctions + 5; i++)
        {
            talk.Act(Operation.Read, $"Unknown 0x{i:x}");
        }

        AnalysisResult result = builder.Analyze();
        Conversation row = Assert.Single(result.Conversations);
        Assert.Equal(ActTally.MostFunctions, row.Functions!.Count);
        Assert.Equal(ActTally.MostFunctions + 5, row.Acts!["read"]);
        Assert.Equal(5, Assert.Single(result.Capture.LimitsReached, limit => limit.Name == "functions-of-a-conversation").Count);
    }
}
