using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>Who asks, where no port says so: requests and answers have no mark of their own.</summary>
public sealed class ModbusClientTests
{
    const ushort Strange = 1_502;

    [Fact]
    public void The_port_alone_is_not_said_to_be_proof()
    {
        ModbusTalk talk = new ModbusTalk().A(1, 1, "06 0000 0005");
        Assert.Null(talk.Consumer.Originator);
        Assert.Equal(Direction.FromA, talk.B(1, 1, "06 0000 0005").Consumer.Originator);
    }

    [Theory]
    [InlineData("03 0000 0001")]
    [InlineData("0F 0013 000A 02 CD01")]
    [InlineData("17 0003 0006 000E 0003 06 00FF00FF00FF")]
    public void A_request_that_can_be_no_answer_shows_the_client(string pdu)
    {
        ModbusTalk talk = new ModbusTalk(50_000, Strange).B(1, 1, pdu);
        Assert.Equal(Direction.FromB, talk.Consumer.Originator);
    }

    [Fact]
    public void An_answer_that_can_be_no_request_shows_the_client()
    {
        ModbusTalk talk = new ModbusTalk(50_000, Strange).B(1, 1, "03 06 022B00000064");
        Assert.Equal(Direction.FromA, talk.Consumer.Originator);
        Assert.Equal(["Read Holding Registers: Read #0 unit 1 holding registers = 555 0 100 (Words) Ok by FromA"], talk.Acts);
    }

    /// <summary>The answer to a write of one coil repeats its request to the byte: the first one asks.</summary>
    [Fact]
    public void Where_both_look_alike_the_first_asks()
    {
        ModbusTalk talk = new ModbusTalk(Strange, 50_000).B(1, 1, "05 0000 FF00").A(1, 1, "05 0000 FF00");
        Assert.Equal(["Write Single Coil: Write #0 unit 1 00001 = true (Boolean) Ok by FromB"], talk.Acts);
        Assert.Equal(Direction.FromB, talk.Consumer.Originator);
    }

    /// <summary>A capture that begins with an answer: what follows shows that it was none of the requests.</summary>
    [Fact]
    public void What_was_taken_for_a_request_becomes_an_answer_when_the_client_is_known()
    {
        ModbusTalk talk = new ModbusTalk(Strange, 50_000).A(1, 1, "05 0000 FF00").B(2, 1, "03 0000 0001").A(2, 1, "03 02 0011");
        Assert.Equal(
            [
                "Write Single Coil: Write #0 unit 1 00001 = true (Boolean) Ok by FromB",
                "Read Holding Registers: Read #0 unit 1 40001 = 17 (Unsigned) Ok by FromB",
            ],
            talk.Acts);
        Assert.Equal(Direction.FromB, talk.Consumer.Originator);
    }

    [Fact]
    public void The_session_begins_with_the_first_answer() => Assert.Equal(
        ["Began ControllerConnection  authenticated No by FromA"],
        new ModbusTalk().A(1, 1, "03 0000 0001").B(1, 1, "03 02 0011").A(2, 1, "03 0000 0001").B(2, 1, "03 02 0011").Lines(ObservationKind.Session));
}
