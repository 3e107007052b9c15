using CsCheck;
using Quaywatch.Observations;
using Quaywatch.Protocols.Dns;
using Quaywatch.Protocols.Tests.Arp;
using Quaywatch.Wire.Evidence;
using Quaywatch.Wire.Flows;

namespace Quaywatch.Protocols.Tests.Dns;

public sealed class DnsParserTests
{
    static readonly IpAddress s_laptop = IpAddress.V4(0x0A140737);

    static Hearing Hear(DnsKind kind, IpAddress a, Transport transport = Transport.Udp) =>
        new(new DnsProtocol(kind), new FlowEnds { Transport = transport, IpA = a, IpB = IpAddress.V4(0x0A140001), PortA = 50123, PortB = 53 });

    static Hearing Unicast(params (byte[] Bytes, bool FromClient)[] messages)
    {
        Hearing hearing = Hear(DnsKind.Unicast, s_laptop);
        foreach ((byte[] bytes, bool fromClient) in messages)
        {
            Assert.Equal(Parse.Done(bytes.Length), hearing.Say(bytes, fromClient));
        }

        return hearing;
    }

    [Fact]
    public void A_query_asks()
    {
        Hearing heard = Unicast((DnsMade.Query(1, DnsTypes.A), true));
        Assert.Equal(["Question plc.crane7.example type 1"], heard.LookupTexts);
        Assert.Equal(Direction.FromA, heard.Parser.Client);
        Assert.Empty(heard.Anomalies);
    }

    [Fact]
    public void An_answer_says_what_names_stand_for()
    {
        Hearing heard = Unicast((DnsMade.Query(1, DnsTypes.A), true), (DnsMade.Answer(1), false));
        Assert.Equal(
            ["NameToName plc.crane7.example s7.crane7.example type 5", "NameToAddress s7.crane7.example 10.20.7.1 type 1"],
            heard.LookupTexts[1..]);
        Assert.Empty(heard.Anomalies);
        Assert.Empty(heard.IdentityTexts);
    }

    [Fact]
    public void A_name_that_does_not_exist_is_told() => Assert.Equal(
        ["NoSuchName plc.crane7.example type 1"],
        Unicast((DnsMade.NoSuchName(1), false)).LookupTexts);

    [Fact]
    public void Reverse_names_carry_their_address() => Assert.Contains(
        "NameToName 1.7.20.10.in-addr.arpa plc.crane7.example 10.20.7.1 type 12",
        Unicast((DnsMade.EveryType(1), false)).LookupTexts);

    [Fact]
    public void Services_name_their_host() => Assert.Contains(
        "NameToName _opcua-tcp._tcp.example plc.crane7.example type 33",
        Unicast((DnsMade.EveryType(1), false)).LookupTexts);

    [Fact]
    public void An_answer_to_nobody_is_reported_once_the_client_was_heard()
    {
        Hearing heard = Unicast((DnsMade.Answer(7), false), (DnsMade.Query(1, DnsTypes.A), true), (DnsMade.Answer(1), false), (DnsMade.Answer(9), false));
        Assert.Equal(["AnswerWithoutRequest: "], heard.Anomalies);
        Assert.Equal(4, heard.Batch.EvidenceAt(heard.Batch.Anomalies[0].Evidence).First.Packet);
    }

    [Fact]
    public void An_answer_to_another_question_is_reported() => Assert.Equal(
        ["AnswerWithoutRequest: answers another question than was asked"],
        Unicast((DnsMade.Query(1, DnsTypes.Aaaa), true), (DnsMade.Answer(1), false)).Anomalies);

    /// <summary>Resolvers mix upper and lower case to make forged answers harder; a server may answer in its own.</summary>
    [Fact]
    public void Case_does_not_make_another_question()
    {
        byte[] query = DnsMade.Query(1, DnsTypes.A);
        query[13] = (byte)'P';
        Assert.Empty(Unicast((query, true), (DnsMade.Answer(1), false)).Anomalies);
    }

    [Fact]
    public void Answers_twice_and_out_of_order_are_fine() => Assert.Empty(Unicast(
        (DnsMade.Query(1, DnsTypes.A), true),
        (DnsMade.Query(2, DnsTypes.A), true),
        (DnsMade.Answer(2), false),
        (DnsMade.Answer(1), false),
        (DnsMade.Answer(1), false)).Anomalies);

    [Fact]
    public void More_queries_than_are_kept_make_no_false_alarm()
    {
        Hearing hearing = Unicast();
        for (ushort id = 0; id < 100; id++)
        {
            hearing.Say(DnsMade.Query(id, DnsTypes.A));
        }

        hearing.Say(DnsMade.Answer(3), fromA: false);
        Assert.Empty(hearing.Anomalies);
        hearing.Batch.Clock = 60_000_000_000;
        hearing.Say(DnsMade.Answer(3), fromA: false);
        Assert.Equal(["AnswerWithoutRequest: "], hearing.Anomalies);
    }

    [Fact]
    public void After_a_gap_answers_need_no_question()
    {
        Hearing hearing = Unicast((DnsMade.Query(1, DnsTypes.A), true));
        hearing.Parser.OnGap(Direction.FromA, 100, hearing.Batch);
        hearing.Say(DnsMade.Answer(9), fromA: false);
        Assert.Empty(hearing.Anomalies);
    }

    [Fact]
    public void A_host_names_itself_by_multicast()
    {
        Hearing hearing = Hear(DnsKind.Multicast, DnsMade.Camera);
        hearing.Say(DnsMade.Announcement());
        Assert.Equal(["Model=P3245-LV", "Hardware=ARMV7L", "Os=LINUX", "Name=camera-7.local"], hearing.IdentityTexts);
        Assert.Equal(
            [
                @"NameToName _rtsp._tcp.local Spreader 2\\.0._rtsp._tcp.local type 12",
                @"NameToName Spreader 2\\.0._rtsp._tcp.local camera-7.local type 33",
                "NameToAddress camera-7.local 10.20.7.33 type 1",
                "NameToAddress sleeper.local 10.20.7.1 type 1",
            ],
            hearing.LookupTexts);
        Assert.Empty(hearing.Anomalies);
        Assert.Null(hearing.Parser.Client);
    }

    [Fact]
    public void Who_speaks_for_others_says_nothing_of_itself()
    {
        Hearing hearing = Hear(DnsKind.Multicast, s_laptop);
        hearing.Say(DnsMade.Announcement());
        Assert.Empty(hearing.IdentityTexts);
    }

    [Fact]
    public void Known_answers_in_a_question_say_nothing()
    {
        Hearing hearing = Hear(DnsKind.Multicast, s_laptop);
        hearing.Say(DnsMade.ServiceQuestion());
        Assert.Equal(["Question _rtsp._tcp.local type 12"], hearing.LookupTexts);
    }

    [Fact]
    public void A_goodbye_takes_back_and_claims_nothing()
    {
        Hearing hearing = Hear(DnsKind.Multicast, DnsMade.Camera);
        hearing.Say(DnsMade.Goodbye());
        Assert.Empty(hearing.LookupTexts);
        Assert.Empty(hearing.IdentityTexts);
    }

    [Fact]
    public void A_windows_host_names_itself()
    {
        Hearing hearing = Hear(DnsKind.LinkLocal, DnsMade.Camera);
        hearing.Say(DnsMade.LinkLocal(1, isAnswer: true));
        Assert.Equal(["Name=OT-ENG-01"], hearing.IdentityTexts);
        Assert.Equal(["NameToAddress OT-ENG-01 10.20.7.33 type 1"], hearing.LookupTexts);
    }

    [Fact]
    public void On_tcp_messages_follow_each_other()
    {
        byte[] stream = new byte[1024];
        int first = DnsEncoder.Frame(stream, DnsMade.Query(1, DnsTypes.A));
        int both = first + DnsEncoder.Frame(stream.AsSpan(first), DnsMade.Query(2, DnsTypes.Aaaa));
        Hearing hearing = Hear(DnsKind.Unicast, s_laptop, Transport.Tcp);
        Assert.Equal(Parse.NeedMore(2), hearing.Say(stream.AsSpan(0, 1)));
        Assert.Equal(Parse.NeedMore(first), hearing.Say(stream.AsSpan(0, first - 1)));
        Assert.Equal(Parse.Done(first), hearing.Say(stream.AsSpan(0, both)));
        Assert.Equal(Parse.Done(both - first), hearing.Say(stream.AsSpan(first, both - first)));
        Assert.Equal(2, hearing.LookupTexts.Length);
        Assert.Equal(Parse.Broken, hearing.Say([0, 11]));
    }

    [Fact]
    public void On_tcp_a_short_message_does_not_lose_the_stream()
    {
        byte[] stream = new byte[64];
        int length = DnsEncoder.Frame(stream, DnsMade.Query(1, DnsTypes.A).AsSpan(0, 20));
        Hearing hearing = Hear(DnsKind.Unicast, s_laptop, Transport.Tcp);
        Assert.Equal(Parse.Done(length), hearing.Say(stream.AsSpan(0, length)));
        Assert.Equal(["Malformed: a message shorter than its entries"], hearing.Anomalies);
    }

    [Fact]
    public void Of_a_cut_datagram_what_is_whole_is_said()
    {
        byte[] answer = DnsMade.Answer(1);
        Hearing hearing = Hear(DnsKind.Unicast, s_laptop);
        Assert.Equal(Parse.Broken, hearing.Say(answer.AsSpan(0, answer.Length - 3), fromA: false));
        Assert.Equal(2, hearing.LookupTexts.Length);
        Assert.Empty(hearing.Anomalies);
    }

    [Theory]
    [InlineData("00018180000100010000000003777777000001000103777777000001000100000001000501020304FF", "data that does not fit its record's type")]
    [InlineData("000181800001000000000000037777770000010001AA", "bytes behind the last record")]
    [InlineData("000181800001000100000000037777770000010001C01F000100010000000100040A140701", "a name with a pointer that does not lead back")]
    [InlineData("000101000001000000000000C00C00010001", "a name whose pointers lead in a circle")]
    [InlineData("000101000001000000000000800000010001", "a label of a kind without a meaning")]
    [InlineData("0001810000010001000000000377777700000100010377777700000500010000000100020377", "data that does not fit its record's type")]
    public void Broken_rules_are_reported(string hex, string detail)
    {
        Hearing hearing = Hear(DnsKind.Unicast, s_laptop);
        byte[] bytes = Convert.FromHexString(hex);
        Assert.Equal(Parse.Done(bytes.Length), hearing.Say(bytes));
        Assert.Equal(["Malformed: " + detail], hearing.Anomalies);
    }

    [Theory]
    [InlineData(DnsKind.Unicast, "0140", "reserved bit of the flags is set")]
    [InlineData(DnsKind.Unicast, "7900", "opcode without a meaning")]
    [InlineData(DnsKind.Multicast, "0140", null)]
    public void The_header_is_checked(DnsKind kind, string flags, string? detail)
    {
        Hearing hearing = Hear(kind, s_laptop);
        hearing.Say(Convert.FromHexString($"0001{flags}0001000000000000037777770000010001"));
        Assert.Equal(detail is null ? [] : ["UnexpectedConstant: " + detail], hearing.Anomalies);
    }

    [Fact]
    public void Any_bytes_are_read_without_harm() => Gen.Select(Gen.Byte.Array[0, 400], Gen.Int[0, 5]).Sample((noise, count) =>
    {
        // Noise behind a likely header goes deeper than noise alone.
        byte[] bytes = [0, 1, 0x81, 0x80, 0, (byte)count, 0, (byte)count, 0, 1, 0, 1, .. noise];
        foreach (DnsKind kind in Enum.GetValues<DnsKind>())
        {
            Hearing hearing = Hear(kind, s_laptop);
            hearing.Say(bytes);
            hearing.Parser.OnEnd(0, hearing.Batch);
            new DnsProtocol(kind).Describe(new Message { Bytes = bytes }, new FieldTree());
        }
    });

    /// <summary>Every byte of a good answer replaced by every value: nothing throws, and evidence stays valid.</summary>
    [Fact]
    public void Every_single_byte_may_be_wrong()
    {
        byte[] answer = DnsMade.EveryType(1);
        for (int at = 0; at < answer.Length; at++)
        {
            foreach (byte value in (byte[])[0, 1, 12, 63, 64, 0x80, 0xC0, 0xFF])
            {
                byte kept = answer[at];
                answer[at] = value;
                Hearing hearing = Hear(DnsKind.Multicast, s_laptop);
                hearing.Say(answer);
                new DnsProtocol(DnsKind.Multicast).Describe(new Message { Bytes = answer }, new FieldTree());
                answer[at] = kept;
            }
        }
    }

    [Fact]
    public void After_warm_up_nothing_is_allocated()
    {
        byte[][] messages = [DnsMade.Query(1, DnsTypes.Any), DnsMade.EveryType(1), DnsMade.Update(2), DnsMade.UpdateAnswer(2, 5), DnsMade.Announcement()];
        Parser parser = new DnsProtocol(DnsKind.Unicast).NewParser();
        Batch batch = new();
        FlowEnds ends = new() { Transport = Transport.Udp, IpA = DnsMade.Camera };
        PacketPart[] parts = [new PacketPart(0, 0, 1, 1, 0, 2048)];
        for (int round = 0; round < 3; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 200; i++)
            {
                for (int m = 0; m < messages.Length; m++)
                {
                    Where where = new(in ends, m % 2 == 0 ? Direction.FromA : Direction.FromB, 0, parts, 0);
                    parser.OnBytes(where, messages[m], batch);
                }

                batch.Clear();
            }

            Assert.True(round == 0 || GC.GetAllocatedBytesForCurrentThread() == before, "allocates");
        }
    }
}
