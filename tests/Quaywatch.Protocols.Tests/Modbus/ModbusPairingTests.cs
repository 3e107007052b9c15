using Quaywatch.Observations;
using Quaywatch.Protocols.Modbus;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>Which answer belongs to which request. Zeek's memory map keeps one requested address a connection, so that with two
/// requests on the way values land on wrong registers, and two units behind one gateway share a memory.</summary>
public sealed class ModbusPairingTests
{
    const string Read1 = "03 0000 0001";
    const string Read2 = "03 0063 0001";

    [Fact]
    public void Answers_in_another_order_find_their_requests()
    {
        ModbusTalk talk = new ModbusTalk().A(1, 1, Read1).A(2, 1, Read2).B(2, 1, "03 02 0022").B(1, 1, "03 02 0011");
        Assert.Equal(
            [
                "Read Holding Registers: Read #0 unit 1 40100 = 34 (Unsigned) Ok by FromA",
                "Read Holding Registers: Read #0 unit 1 40001 = 17 (Unsigned) Ok by FromA",
            ],
            talk.Acts);
        Assert.Equal(["unit 1 40100 = 34 (Unsigned) of FromB", "unit 1 40001 = 17 (Unsigned) of FromB"], talk.Lines(ObservationKind.Sample));
        Assert.Empty(talk.Lines(ObservationKind.Anomaly));
    }

    [Fact]
    public void Units_under_one_transaction_are_kept_apart() => Assert.Equal(
        [
            "Read Holding Registers: Read #0 unit 8 40100 = 34 (Unsigned) Ok by FromA",
            "Read Holding Registers: Read #0 unit 7 40001 = 17 (Unsigned) Ok by FromA",
        ],
        new ModbusTalk().A(0, 7, Read1).A(0, 8, Read2).B(0, 8, "03 02 0022").B(0, 7, "03 02 0011").Acts);

    [Fact]
    public void A_constant_transaction_on_the_way_twice_is_answered_in_order() => Assert.Equal(
        [
            "Read Holding Registers: Read #0 unit 1 40001 = 17 (Unsigned) Ok by FromA",
            "Read Holding Registers: Read #0 unit 1 40100 = 34 (Unsigned) Ok by FromA",
        ],
        new ModbusTalk().A(0, 1, Read1).A(0, 1, Read2).B(0, 1, "03 02 0011").B(0, 1, "03 02 0022").Acts);

    /// <summary>Otherwise one lost answer would shift all that follow by one request, for good.</summary>
    [Fact]
    public void A_constant_transaction_after_a_lost_answer_belongs_to_the_later_request() => Assert.Equal(
        [
            "Read Holding Registers: Read #0 unit 1 40001 NoAnswer by FromA",
            "Read Holding Registers: Read #0 unit 1 40100 = 34 (Unsigned) Ok by FromA",
        ],
        new ModbusTalk().A(9, 1, "04 0000 0001").B(9, 1, "04 02 0000").A(0, 1, Read1).Wait(1_000).A(0, 1, Read2).B(0, 1, "03 02 0022").Acts[1..]);

    [Fact]
    public void The_quantity_tells_which_request_was_answered()
    {
        ModbusTalk talk = new ModbusTalk().A(0, 1, "03 0000 0002").A(0, 1, Read2).B(0, 1, "03 02 0022");
        Assert.Equal(["Read Holding Registers: Read #0 unit 1 40100 = 34 (Unsigned) Ok by FromA"], talk.Acts);
    }

    [Fact]
    public void Another_function_under_the_same_transaction_is_another_request() => Assert.Equal(
        ["Write Single Register: Write #0 unit 1 40001 = 5 (Unsigned) Ok by FromA", "Read Holding Registers: Read #0 unit 1 40001 NotSeen by FromA"],
        new ModbusTalk().A(0, 1, Read1).A(0, 1, "06 0000 0005").B(0, 1, "06 0000 0005").End().Acts);

    [Fact]
    public void An_answer_that_may_have_been_lost_in_a_gap_is_not_held_against_the_next()
    {
        ModbusTalk talk = new ModbusTalk().A(5, 1, Read1).B(5, 1, "03 02 0001").A(0, 1, Read1).Gap(Direction.FromB).Wait(10).A(0, 1, Read2).B(0, 1, "03 02 0022").Wait(9_000).Clock();
        Assert.Equal(
            [
                "Read Holding Registers: Read #0 unit 1 40100 = 34 (Unsigned) Ok by FromA",
                "Read Holding Registers: Read #0 unit 1 40001 NotSeen by FromA",
            ],
            talk.Acts[1..]);
    }

    [Fact]
    public void An_answer_that_does_not_fit_is_shown_and_reported()
    {
        ModbusTalk talk = new ModbusTalk().A(1, 1, "03 0000 0002").B(1, 1, "03 02 0011");
        Assert.Equal(["Read Holding Registers: Read #0 unit 1 40001-40002 = 17 (Unsigned) Ok by FromA"], talk.Acts);
        Assert.Equal(["Malformed the answer does not fit its request from FromB"], talk.Lines(ObservationKind.Anomaly));
        Assert.Empty(talk.Lines(ObservationKind.Sample));
    }

    [Fact]
    public void Silence_is_no_answer_only_where_the_other_side_was_seen()
    {
        Assert.Equal(["Read Holding Registers: Read #0 unit 1 40001 NotSeen by FromA"], new ModbusTalk().A(1, 1, Read1).Wait(6_000).Clock().Acts);
        Assert.Equal(
            "Read Holding Registers: Read #0 unit 1 40001 NoAnswer by FromA",
            new ModbusTalk().A(1, 1, Read1).B(1, 1, "03 02 0001").A(2, 1, Read1).Wait(6_000).Clock().Acts[1]);
    }

    [Fact]
    public void A_request_within_the_limit_still_waits()
    {
        ModbusTalk talk = new ModbusTalk().A(1, 1, Read1).Wait(4_900).Clock();
        Assert.Empty(talk.Acts);
        Assert.True(talk.Consumer.WantsClock);
        Assert.Single(talk.End().Acts);
    }

    /// <summary>A serial line's units never answer what is written to all of them, and who listens only says nothing at all.</summary>
    [Theory]
    [InlineData(0, "06 0000 0005", "Write Single Register: Write #0 unit 0 40001 = 5 (Unsigned) NotSeen by FromA")]
    [InlineData(0, "03 0000 0001", "Read Holding Registers: Read #0 unit 0 40001 NoAnswer by FromA")]
    [InlineData(7, "08 0004 0000", "Force Listen Only Mode: Stop #0 unit 7 = 0 (Unsigned) NotSeen by FromA")]
    [InlineData(7, "08 0001 0000", "Restart Communications Option: Reset #0 unit 7 = 0 (Unsigned) NoAnswer by FromA")]
    public void What_has_no_answer_is_not_blamed(byte unit, string pdu, string act) =>
        Assert.Equal(act, new ModbusTalk().A(1, 1, Read1).B(1, 1, "03 02 0001").A(2, unit, pdu).Wait(6_000).Clock().Acts[1]);

    [Fact]
    public void Answers_alone_say_what_they_repeat()
    {
        ModbusTalk talk = new ModbusTalk(ModbusLimits.Port, 50_000).A(1, 1, "03 02 0011").A(2, 1, "06 0000 0005").A(3, 1, "10 0001 0002").A(4, 1, "86 02");
        Assert.Equal(
            [
                "Read Holding Registers: Read #0 unit 1 holding registers = 17 (Unsigned) Ok by FromB",
                "Write Single Register: Write #0 unit 1 40001 = 5 (Unsigned) Ok by FromB",
                "Write Multiple Registers: Write #0 unit 1 40002-40003 Ok by FromB",
                "Write Single Register: Write #0 unit 1 Refused (Illegal data address) by FromB",
            ],
            talk.Acts);
        Assert.Equal(["unit 1 40001 = 5 (Unsigned) of FromA"], talk.Lines(ObservationKind.Sample));
        Assert.Empty(talk.Lines(ObservationKind.Anomaly));
        Assert.Empty(talk.Lines(ObservationKind.Session));
    }

    [Fact]
    public void An_answer_to_nothing_is_reported_once_the_client_was_heard() => Assert.Equal(
        ["AnswerWithoutRequest  from FromB"],
        new ModbusTalk().B(8, 1, "03 02 0011").A(1, 1, Read1).B(9, 1, "03 02 0011").Lines(ObservationKind.Anomaly));

    [Fact]
    public void The_oldest_of_too_many_requests_is_let_go()
    {
        ModbusTalk talk = new();
        for (ushort i = 0; i <= ModbusLimits.MostWaiting; i++)
        {
            talk.A(i, 1, Read1);
        }

        Assert.Equal(["TooManyRequests more requests wait than are kept from FromA"], talk.Lines(ObservationKind.Anomaly));
        Assert.Equal(["Read Holding Registers: Read #0 unit 1 40001 NotSeen by FromA"], talk.Acts);
        Assert.Equal(ModbusLimits.MostWaiting + 1, talk.End().Acts.Length);
    }

    [Fact]
    public void Datagrams_pair_like_streams() => Assert.Equal(
        ["Read Holding Registers: Read #0 unit 1 40001 = 17 (Unsigned) Ok by FromA"],
        new ModbusTalk(transport: Transport.Udp).A(1, 1, Read1).B(1, 1, "03 02 0011").Acts);
}
