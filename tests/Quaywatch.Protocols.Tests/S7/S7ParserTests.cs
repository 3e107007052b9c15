using Quaywatch.Observations;
using Quaywatch.Protocols.Iso;
using Quaywatch.Protocols.S7;
using Quaywatch.Protocols.Tests.Generic;
using static Quaywatch.Protocols.Tests.S7.S7Make;

namespace Quaywatch.Protocols.Tests.S7;

/// <summary>Which answer belongs to which request, and what is said of one without the other.</summary>
public sealed class S7ParserTests
{
    const long Second = 1_000_000_000;

    readonly Pump _pump = new(new S7Samples());

    string[] Acts => [.. Transcript.Words(_pump.Batch).Where(line => line.StartsWith("Act ", StringComparison.Ordinal))];

    string[] Anomalies => [.. Transcript.Words(_pump.Batch).Where(line => line.StartsWith("Anomaly ", StringComparison.Ordinal))];

    void Say(params IEnumerable<SampleMessage> messages)
    {
        foreach (SampleMessage message in messages)
        {
            _pump.Say(message);
        }
    }

    static SampleMessage ReadJob(ushort reference, int firstByte) => Client(w => S7Encoder.WriteRead(w, reference, [Db(1, firstByte, 1)]));

    static SampleMessage ReadDone(ushort reference, byte value) => Controller(w => S7Encoder.WriteReadAnswer(w, reference, [S7ItemValue.Of(new[] { value })]));

    [Fact]
    public void Jobs_in_flight_find_their_answers_in_any_order()
    {
        Say(ReadJob(1, 10), ReadJob(2, 20), ReadJob(3, 30), ReadDone(3, 33), ReadDone(1, 11), ReadDone(2, 22));
        _pump.End();
        Assert.Equal(
            [
                "Act Read Var: Read #0 DB1.DBB30 = 33 (Unsigned) Ok by FromA",
                "Act Read Var: Read #0 DB1.DBB10 = 11 (Unsigned) Ok by FromA",
                "Act Read Var: Read #0 DB1.DBB20 = 22 (Unsigned) Ok by FromA",
            ],
            Acts);
    }

    /// <summary>Panels use reference 1 for everything: the oldest job waits first.</summary>
    [Fact]
    public void One_reference_for_all_jobs_pairs_in_order()
    {
        Say(ReadJob(1, 10), ReadJob(1, 20), ReadDone(1, 11), ReadDone(1, 22));
        _pump.End();
        Assert.Equal(["Act Read Var: Read #0 DB1.DBB10 = 11 (Unsigned) Ok by FromA", "Act Read Var: Read #0 DB1.DBB20 = 22 (Unsigned) Ok by FromA"], Acts);
    }

    [Fact]
    public void An_answer_of_another_function_gives_up_the_older_job()
    {
        Say(ReadJob(1, 10), Client(w => S7Encoder.WriteStop(w, 1)), Controller(w => S7Encoder.WriteDone(w, 1, S7Function.PlcStop)));
        _pump.End();
        Assert.Equal(["Act Read Var: Read #0 DB1.DBB10 NotSeen by FromA", "Act PLC Stop: Stop #0 P_PROGRAM Ok by FromA"], Acts);
    }

    /// <summary>Both sides may send jobs under the same reference: partners of two controllers do.</summary>
    [Fact]
    public void The_same_reference_from_both_sides_is_two_jobs()
    {
        Say(ReadJob(1, 10), Controller(w => S7Encoder.WriteRead(w, 1, [Db(2, 0, 1)])), Client(w => S7Encoder.WriteReadAnswer(w, 1, [S7ItemValue.Of(new byte[] { 2 })])), ReadDone(1, 1));
        _pump.End();
        Assert.Equal(["Act Read Var: Read #0 DB2.DBB0 = 2 (Unsigned) Ok by FromB", "Act Read Var: Read #0 DB1.DBB10 = 1 (Unsigned) Ok by FromA"], Acts);
    }

    [Fact]
    public void Without_an_answer_in_time_there_is_none()
    {
        Say(ReadJob(1, 0), ReadDone(1, 1));
        _pump.Batch.Clock = 10 * Second;
        Say(Client(w => S7Encoder.WriteStop(w, 2)));
        _pump.Consumer.OnClock(14 * Second, _pump.Batch);
        Assert.Single(Acts);
        _pump.Consumer.OnClock(16 * Second, _pump.Batch);
        Assert.Equal("Act PLC Stop: Stop #0 P_PROGRAM NoAnswer by FromA", Acts[^1]);
    }

    [Fact]
    public void Where_only_the_client_is_seen_no_answer_is_expected()
    {
        Say(Client(w => S7Encoder.WriteStop(w, 2)));
        _pump.Consumer.OnClock(60 * Second, _pump.Batch);
        Assert.Equal(["Act PLC Stop: Stop #0 P_PROGRAM NotSeen by FromA"], Acts);
    }

    [Fact]
    public void A_gap_may_have_hidden_the_answer()
    {
        Say(ReadJob(1, 0), ReadDone(1, 1), Client(w => S7Encoder.WriteStop(w, 2)));
        _pump.Gap(fromClient: false, 20);
        Say(Client(w => S7Encoder.WritePiService(w, 3, "_GARB"u8, default)));
        _pump.Consumer.OnClock(60 * Second, _pump.Batch);
        Assert.Equal(["Act PLC Stop: Stop #0 P_PROGRAM NotSeen by FromA", "Act PI-Service _GARB: Compress #0 _GARB NoAnswer by FromA"], Acts[1..]);
    }

    [Fact]
    public void Where_only_the_controller_is_seen_its_answers_still_tell()
    {
        Say(ReadDone(1, 1), Controller(w => S7Encoder.WriteDone(w, 2, S7Function.PlcStop)), Controller(w => S7Encoder.WriteWriteAnswer(w, 3, [0xFF, 0x05])));
        _pump.End();
        Assert.Equal(
            [
                "Act Read Var: Read #0 - = 01 (Bytes) Ok by FromA",
                "Act PLC Stop: Stop #0 - Ok by FromA",
                "Act Write Var: Write #0 - Ok by FromA",
                "Act Write Var: Write #1 - Refused (Invalid address) by FromA",
            ],
            Acts);
        Assert.Empty(Anomalies);
    }

    [Fact]
    public void An_answer_to_nothing_is_an_anomaly_once_the_conversation_is_paired()
    {
        Say(ReadJob(1, 0), ReadDone(1, 1), ReadDone(9, 9));
        Assert.Equal(["Anomaly AnswerWithoutRequest  from FromB"], Anomalies);
    }

    [Fact]
    public void More_jobs_than_are_kept_let_the_oldest_go()
    {
        for (ushort i = 0; i < 40; i++)
        {
            Say(ReadJob(i, i));
        }

        Assert.Equal(8, Anomalies.Length);
        Assert.All(Anomalies, line => Assert.Equal("Anomaly TooManyRequests more jobs wait than are kept from FromA", line));
        Assert.Equal("Act Read Var: Read #0 DB1.DBB0 NotSeen by FromA", Acts[0]);
    }

    [Fact]
    public void What_is_in_flight_at_the_end_is_said()
    {
        Say(Client(w => S7Encoder.WriteWrite(w, 1, [Db(5, 0, 2)], [S7ItemValue.Of(Hex("beef"), true)])));
        _pump.End();
        Assert.Equal(["Act Write Var: Write #0 DB5.DBB0 BYTE 2 = beef (Bytes) NotSeen by FromA"], Acts);
    }

    [Fact]
    public void A_refused_connection_is_no_session()
    {
        Say(Connect());
        _pump.End();
        _pump.Open();
        _pump.Batch.Clear();
        Say(Client(w => S7Encoder.WriteConnectRequest(w, 1, 0, 9)), Controller(w => IsoEncoder.WriteDisconnect(w, 1, 0, 1)));

        // the envelope alone proves no protocol, so nothing is said until S7comm itself shows
        Assert.Empty(Transcript.Of(_pump.Batch));
        Say(Connect());
        Assert.Contains("Act CR Connect Request: Negotiate #0 PG, rack 0, slot 9 Refused (Congestion at TSAP) by FromA", Acts);
    }

    [Fact]
    public void A_download_without_its_beginning_is_a_download_by_the_client()
    {
        byte[] name = "_0E00007P"u8.ToArray();
        Say(Pair(w => S7Encoder.WriteTransfer(w, 1, S7Function.DownloadBlock, 0, 0, name), w => S7Encoder.WritePart(w, 1, S7Function.DownloadBlock, true, Hex("7070")), fromClient: false));
        Assert.Equal(
            [
                "Session Began ControllerConnection began before the capture by FromA",
                "Act Download block: Download #0 FB 7 Ok by FromA",
                "Content 0 Begin _0E00007P application/x-siemens-s7-block  from FromA",
                "Content 0 Part   7070 from FromA",
            ],
            Transcript.Words(_pump.Batch));
    }

    [Fact]
    public void A_hole_in_a_download_cuts_it()
    {
        byte[] name = "_0A00010P"u8.ToArray();
        Say(Job(1, S7Function.RequestDownload, w => S7Encoder.WriteTransfer(w, 1, S7Function.RequestDownload, 0x0100, 0, name, "1000320000040"u8)));
        _pump.Gap(fromClient: true, 100);
        Assert.Equal(ContentPhase.Cut, _pump.Batch.Contents.Span[^1].Phase);
    }

    [Fact]
    public void A_hole_in_a_list_of_several_parts_says_nothing_of_the_rest()
    {
        Say(Connect());
        Say(Pair(Ask(2, S7Group.Cpu, 1, "001c0000"), Tell(2, S7Group.Cpu, 1, "001c000000220001 0001", sequence: 2, unit: 7, hasMore: true)));
        _pump.Gap(fromClient: false, 50);
        Say(Pair(Ask(3, S7Group.Cpu, 1, "", isExtended: true, sequence: 2), Tell(3, S7Group.Cpu, 1, "534e4150372d534552564552", sequence: 2, unit: 7)));
        Assert.Empty(_pump.Batch.Identities.Span.ToArray());
    }

    [Fact]
    public void A_list_longer_than_is_joined_is_left()
    {
        Say(Connect());
        string part = new('4', 4000);
        Say(Pair(Ask(2, S7Group.Cpu, 1, "001c0000"), Tell(2, S7Group.Cpu, 1, "001c000000220001" + part, sequence: 2, unit: 7, hasMore: true)));
        for (ushort i = 3; i < 30; i++)
        {
            Say(Pair(Ask(i, S7Group.Cpu, 1, "", isExtended: true, sequence: 2), Tell(i, S7Group.Cpu, 1, part, sequence: 2, unit: 7, hasMore: i < 29)));
        }

        Assert.Empty(_pump.Batch.Identities.Span.ToArray());
    }

    [Theory]
    [InlineData("0300001902f080 32010000 0001 ffff 0000 f0000001000101e0", "Anomaly Malformed lengths reach beyond the PDU from FromA")]
    [InlineData("0300001a02f080 32010000 0001 0008 0000 f0000001000101e0 00", "Anomaly Malformed bytes behind the PDU from FromA")]
    [InlineData("0300001902f080 32010005 0001 0008 0000 f0000001000101e0", "Anomaly UnexpectedConstant redundancy identification is not 0 from FromA")]
    [InlineData("0300000902f080 3205", "Anomaly UnexpectedConstant no S7comm PDU from FromA")]
    [InlineData("0300001302f080 32070000 0001 0002 0000 0001", "Anomaly Malformed userdata parameters cut short from FromA")]
    public void Broken_rules_are_named(string hex, string anomaly)
    {
        Say(ReadJob(1, 0), ReadDone(1, 1));
        _pump.Say(true, Hex(hex));
        Assert.Equal([anomaly], Anomalies);
    }

    /// <summary>A count of 255 items and one item: the rest is not made up.</summary>
    [Fact]
    public void A_count_that_lies_is_an_anomaly()
    {
        Say(Client(w => S7Encoder.WritePdu(w, S7Rosctr.Job, 1, [4, 255, .. Item()], default)), Controller(w => S7Encoder.WriteRefusal(w, 1, 0x8500)));
        Assert.Single(Acts);
        Assert.Equal(["Anomaly Malformed fewer items than their count from FromA"], Anomalies);

        static byte[] Item()
        {
            byte[] bytes = new byte[S7ItemAddress.Size];
            Db(1, 0, 1).Write(bytes);
            return bytes;
        }
    }

    [Fact]
    public void The_client_is_who_connects()
    {
        Say(Connect());
        Assert.Equal(Direction.FromA, _pump.Consumer.Originator);
        _pump.Open();
        _pump.Say(true, Bytes(w => S7Encoder.WriteTransfer(w, 1, S7Function.DownloadBlock, 0, 0, "_0A00010P"u8)));
        Assert.Equal(Direction.FromB, _pump.Consumer.Originator);
    }

    [Fact]
    public void Passwords_are_said_nowhere()
    {
        Say(Connect());
        Say(Pair(Ask(1, S7Group.Security, 1, "6465666768696a6b"), Tell(1, S7Group.Security, 1, "")));
        Assert.DoesNotContain(Transcript.Of(_pump.Batch), line => line.Contains("6465666768696a6b", StringComparison.Ordinal));
    }
}
