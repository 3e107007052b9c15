using Quaywatch.Protocols.Modbus;

namespace Quaywatch.Protocols.Tests.Modbus;

public sealed class ModbusMatchTests
{
    [Theory]
    [InlineData("03 0000 0002", "03 04 00010002", true)]
    [InlineData("03 0000 0002", "03 02 0001", false)]
    [InlineData("01 0000 0009", "01 02 FF01", true)]
    [InlineData("01 0000 0009", "01 01 FF", false)]
    [InlineData("06 0000 0005", "06 0000 0005", true)]
    [InlineData("06 0000 0005", "06 0000 0006", false)]
    [InlineData("10 0001 0002 04 000A0102", "10 0001 0002", true)]
    [InlineData("10 0001 0002 04 000A0102", "10 0002 0002", false)]
    [InlineData("16 0004 0001 0001", "16 0004 007D 007D", false)]
    [InlineData("17 0003 0001 000E 0001 02 00FF", "17 02 0001", true)]
    [InlineData("08 0000 A537", "08 0000 A537", true)]
    [InlineData("08 0000 A537", "08 0000 A538", false)]
    [InlineData("08 000B 0000", "08 000B 0102", true)]
    [InlineData("08 000B 0000", "08 000C 0102", false)]
    [InlineData("2B 0E 01 00", "2B 0E 01 01 00 00 00", true)]
    [InlineData("2B 0E 01 00", "2B 0D 01", false)]
    [InlineData("03 0000 0002", "83 02", true)]
    [InlineData("03 0000 0002", "84 02", false)]
    [InlineData("83 02", "83 02", false)]
    [InlineData("5A 0002", "5A 00FE", true)]
    [InlineData("03 0000", "03 02 0001", false)]
    public void What_an_answer_repeats_must_be_equal(string request, string answer, bool fits)
    {
        Assert.True(ModbusFrame.TryRead(ModbusSamples.Pdu(1, 1, request), out ModbusFrame asked));
        Assert.True(ModbusFrame.TryRead(ModbusSamples.Pdu(1, 1, answer), out ModbusFrame answered));
        Assert.Equal(fits, ModbusMatch.Fits(asked, answered));
        Assert.True(ModbusFrame.TryRead(ModbusSamples.Pdu(2, 1, answer), out ModbusFrame other));
        Assert.False(ModbusMatch.Fits(asked, other));
    }
}
