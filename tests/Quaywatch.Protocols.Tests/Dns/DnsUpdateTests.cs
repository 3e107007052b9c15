using Quaywatch.Observations;
using Quaywatch.Protocols.Dns;
using Quaywatch.Protocols.Framework;
using Quaywatch.Protocols.Tests.Arp;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Tests.Dns;

/// <summary>Dynamic updates are the only acts of DNS.</summary>
public sealed class DnsUpdateTests
{
    static readonly FlowEnds s_ends = new() { Transport = Transport.Udp, PortA = 50123, PortB = 53 };

    static string Text(Batch batch, in Act act)
    {
        string address = act.Target.Formatter!.Format(batch.Bytes(act.Target.Space), act.Target.First, act.Target.Bits, act.Target.Form);
        string value = Value.Format(act.Value.Kind, batch.Bytes(act.Value.Bytes), act.Value.Count);
        return $"{act.Item} {act.Operation} {address} = {value} {act.Result} {act.Error}".TrimEnd();
    }

    static string[] Texts(Batch batch)
    {
        List<string> texts = [];
        foreach (ref readonly Act act in batch.Acts.Span)
        {
            texts.Add(Text(batch, act));
        }

        return [.. texts];
    }

    [Fact]
    public void Each_changed_record_is_an_act_with_the_servers_answer()
    {
        Hearing hearing = new(new DnsProtocol(DnsKind.Unicast), s_ends);
        hearing.Say(DnsMade.Update(5));
        Assert.Equal(0, hearing.Batch.Acts.Count);
        Assert.True(hearing.Parser.IsWaiting);
        hearing.Say(DnsMade.UpdateAnswer(5, rcode: 5), fromA: false);
        Assert.Equal(
            [
                "0 Configure plc.crane7.example A = 10.20.7.1 Refused Refused",
                "1 Configure plc.crane7.example AAAA (delete) = fe80:0:0:0:212:34ff:fe56:789a Refused Refused",
                "2 Configure old.crane7.example * (delete) =  Refused Refused",
            ],
            Texts(hearing.Batch));
        Assert.False(hearing.Parser.IsWaiting);
        Act act = hearing.Batch.Acts[0];
        Assert.Equal(Direction.FromA, act.Commander);
        Assert.Equal("Dynamic update", act.Function);
        Assert.Equal(1, hearing.Batch.EvidenceAt(act.Request).First.Packet);
        Assert.Equal(2, hearing.Batch.EvidenceAt(act.Answer).First.Packet);
        Assert.Empty(hearing.Anomalies);
    }

    [Fact]
    public void An_answer_that_repeats_an_unseen_update_is_enough()
    {
        byte[] answer = DnsMade.Update(5);
        answer[2] |= 0x80;
        Hearing hearing = new(new DnsProtocol(DnsKind.Unicast), s_ends);
        hearing.Say(answer, fromA: false);
        Assert.Equal(3, hearing.Batch.Acts.Count);
        Assert.Equal(-1, hearing.Batch.Acts[0].Request);
        Assert.Equal(ActResult.Ok, hearing.Batch.Acts[0].Result);
        Assert.Equal(Direction.FromA, hearing.Batch.Acts[0].Commander);
    }

    [Fact]
    public void Without_an_answer_the_result_was_not_seen()
    {
        Hearing hearing = new(new DnsProtocol(DnsKind.Unicast), s_ends);
        hearing.Say(DnsMade.Update(5));
        hearing.Parser.OnEnd(0, hearing.Batch);
        Assert.Equal(3, hearing.Batch.Acts.Count);
        Assert.Equal(ActResult.NotSeen, hearing.Batch.Acts[2].Result);
        Assert.Equal(-1, hearing.Batch.Acts[2].Answer);
    }

    [Fact]
    public void A_full_table_lets_the_oldest_go_and_says_so()
    {
        Hearing hearing = new(new DnsProtocol(DnsKind.Unicast), s_ends);
        for (ushort id = 0; id < 17; id++)
        {
            hearing.Say(DnsMade.Update(id));
        }

        Assert.Equal(["TooManyRequests: "], hearing.Anomalies);
        Assert.Equal(3, hearing.Batch.Acts.Count);
        Assert.Equal(1, hearing.Batch.EvidenceAt(hearing.Batch.Acts[0].Request).First.Packet);
    }

    /// <summary>Through the framework, which knows who was heard: a server that answers others but not this one gave no answer.</summary>
    [Theory]
    [InlineData(true, ActResult.NoAnswer)]
    [InlineData(false, ActResult.NotSeen)]
    public void No_answer_within_the_limit_means_something_only_if_the_server_was_heard(bool isHeard, ActResult result)
    {
        FlowConsumer conversation = Conversation.Factory()();
        Batch batch = new();
        conversation.Open(s_ends);
        Hand(conversation, DnsMade.Query(1, DnsTypes.A), Direction.FromA, batch);
        if (isHeard)
        {
            Hand(conversation, DnsMade.Answer(1), Direction.FromB, batch);
        }

        Hand(conversation, DnsMade.Update(2), Direction.FromA, batch);
        conversation.OnClock(RequestTable.TimeLimit, batch);
        Assert.Equal(0, batch.Acts.Count);
        conversation.OnClock(RequestTable.TimeLimit + 1, batch);
        Assert.Equal(3, batch.Acts.Count);
        Assert.Equal(result, batch.Acts[0].Result);
        Assert.Equal("dns", conversation.Protocols[0]);
        Assert.Equal(isHeard ? RecognisedBy.Parsed : RecognisedBy.Probe, conversation.RecognisedBy);
    }

    static void Hand(FlowConsumer conversation, byte[] bytes, Direction direction, Batch batch) => conversation.OnDatagram(
        new Chunk { Bytes = bytes, Direction = direction, Parts = (PacketPart[])[new PacketPart(0, 0, 1, 1, 42, bytes.Length)] },
        batch);
}
