using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>What requests amount to: operation, target, value, and what the device says of itself.</summary>
public sealed class ModbusActTests
{
    static readonly string s_vendor = ModbusTexts.Object(0, "Example Drives") + ModbusTexts.Object(1, "XD-7000") + ModbusTexts.Object(2, "V2.11");

    [Theory]
    [InlineData("05 0000 FF00", "05 0000 FF00", "Write Single Coil: Write #0 unit 1 00001 = true (Boolean) Ok by FromA")]
    [InlineData("05 0000 1234", "05 0000 1234", "Write Single Coil: Write #0 unit 1 00001 = 1234 (Bytes) Ok by FromA")]
    [InlineData("0F 0013 000A 02 CD01", "0F 0013 000A", "Write Multiple Coils: Write #0 unit 1 00020-00029 = 1011001110 (Bits) Ok by FromA")]
    [InlineData("0F 0013 0001 01 01", "0F 0013 0001", "Write Multiple Coils: Write #0 unit 1 00020 = true (Boolean) Ok by FromA")]
    [InlineData("10 0001 0002 04 000A0102", "10 0001 0002", "Write Multiple Registers: Write #0 unit 1 40002-40003 = 10 258 (Words) Ok by FromA")]
    [InlineData("10 0001 0002 04 000A0102", "90 04", "Write Multiple Registers: Write #0 unit 1 40002-40003 = 10 258 (Words) Refused (Slave device failure) by FromA")]
    [InlineData("06 0000 0001", "86 05", "Write Single Register: Write #0 unit 1 40001 = 1 (Unsigned) Ok by FromA")]
    [InlineData("16 0004 00F2 0025", "16 0004 00F2 0025", "Mask Write Register: Write #0 unit 1 40005 = AND 0x00f2 OR 0x0025 (Text) Ok by FromA")]
    [InlineData("16 0004 0000 0025", "16 0004 0000 0025", "Mask Write Register: Write #0 unit 1 40005 = 37 (Unsigned) Ok by FromA")]
    [InlineData("02 00C4 0003", "02 01 05", "Read Discrete Inputs: Read #0 unit 1 10197-10199 = 101 (Bits) Ok by FromA")]
    [InlineData("04 0008 0001", "04 02 000A", "Read Input Registers: Read #0 unit 1 30009 = 10 (Unsigned) Ok by FromA")]
    [InlineData("18 04DE", "18 0006 0002 01B81284", "Read FIFO Queue: Read #0 unit 1 FIFO 41247 = 440 4740 (Words) Ok by FromA")]
    [InlineData("07", "07 6D", "Read Exception Status: Browse #0 unit 1 = 10110110 (Bits) Ok by FromA")]
    [InlineData("08 000B 0000", "08 000B 0102", "Return Bus Message Count: Browse #0 unit 1 = 258 (Unsigned) Ok by FromA")]
    [InlineData("08 0001 FF00", "08 0001 FF00", "Restart Communications Option: Reset #0 unit 1 = 65280 (Unsigned) Ok by FromA")]
    [InlineData("08 0003 0A00", "08 0003 0A00", "Change ASCII Input Delimiter: Configure #0 unit 1 = 2560 (Unsigned) Ok by FromA")]
    [InlineData("08 000A 0000", "08 000A 0000", "Clear Counters and Diagnostic Register: Other #0 unit 1 = 0 (Unsigned) Ok by FromA")]
    [InlineData("08 0099 0000", "88 01", "Diagnostics: Other #0 unit 1 = 0 (Unsigned) Refused (Illegal function) by FromA")]
    [InlineData("0B", "0B FFFF 0108", "Get Comm. Event Counters: Browse #0 unit 1 = 65535 264 (Words) Ok by FromA")]
    [InlineData("0C", "0C 08 0000 0108 0121 20 00", "Get Comm. Event Log: Browse #0 unit 1 = 0 264 289 (Words) Ok by FromA")]
    [InlineData("2B 0D 0102", "2B 0D 0102", "CANopen Request/Response: Other #0 unit 1 Ok by FromA")]
    [InlineData("5A 0041 FF00", "5A 00FE", "Unity (Schneider): Other #0 unit 1 Ok by FromA")]
    [InlineData("7D", "7D", "Firmware Replacement: Firmware #0 unit 1 Ok by FromA")]
    [InlineData("64 01", "E4 01", "Function 100: Other #0 unit 1 Refused (Illegal function) by FromA")]
    [InlineData("03 0000 0001", "83 0B", "Read Holding Registers: Read #0 unit 1 40001 Refused (Gateway target device failed to respond) by FromA")]
    [InlineData("03 0000 0001", "83 63", "Read Holding Registers: Read #0 unit 1 40001 Refused (Exception 99) by FromA")]
    [InlineData("03 0000", "83 03", "Read Holding Registers: Read #0 unit 1 Refused (Illegal data value) by FromA")]
    public void An_exchange_is_one_act(string request, string answer, string act) =>
        Assert.Equal([act], new ModbusTalk().A(1, 1, request).B(1, 1, answer).Acts);

    [Fact]
    public void A_write_and_read_in_one_are_two_acts_the_write_first()
    {
        ModbusTalk talk = new ModbusTalk().A(1, 1, "17 0003 0002 000E 0001 02 00FF").B(1, 1, "17 04 00FE0ACD");
        Assert.Equal(
            [
                "Read Write Register: Write #0 unit 1 40015 = 255 (Unsigned) Ok by FromA",
                "Read Write Register: Read #1 unit 1 40004-40005 = 254 2765 (Words) Ok by FromA",
            ],
            talk.Acts);
        Assert.Equal(2, talk.Lines(ObservationKind.Sample).Length);
    }

    [Fact]
    public void Each_record_is_an_act()
    {
        ModbusTalk talk = new ModbusTalk()
            .A(1, 1, "14 0E 06 0004 0001 0002 06 0003 0009 0001").B(1, 1, "14 0A 05 06 0DFE0020 03 06 33CD")
            .A(2, 1, "15 09 06 0004 0007 0001 06AF").B(2, 1, "15 09 06 0004 0007 0001 06AF");
        Assert.Equal(
            [
                "Read File Record: Read #0 unit 1 file 4 record 1-2 = 3582 32 (Words) Ok by FromA",
                "Read File Record: Read #1 unit 1 file 3 record 9 = 13261 (Unsigned) Ok by FromA",
                "Write File Record: Write #0 unit 1 file 4 record 7 = 1711 (Unsigned) Ok by FromA",
            ],
            talk.Acts);
        Assert.Equal(3, talk.Lines(ObservationKind.Sample).Length);
    }

    [Fact]
    public void A_refused_write_shows_no_sample_and_an_accepted_one_does()
    {
        ModbusTalk talk = new ModbusTalk()
            .A(1, 1, "06 0000 0001").B(1, 1, "86 05")
            .A(2, 1, "06 0000 0002").B(2, 1, "86 06")
            .A(3, 1, "06 0000 0003").B(3, 1, "06 0000 0003");
        Assert.Equal(["unit 1 40001 = 3 (Unsigned) of FromB"], talk.Lines(ObservationKind.Sample));
    }

    [Fact]
    public void Identification_names_the_device()
    {
        ModbusTalk talk = new ModbusTalk()
            .A(1, 255, "2B 0E 01 00").B(1, 255, "2B 0E 01 03 00 00 03" + s_vendor)
            .A(2, 255, "2B 0E 02 04").B(2, 255, "2B 0E 02 03 00 00 02" + ModbusTexts.Object(4, "Hoist drive") + ModbusTexts.Object(6, "QC7"));
        Assert.Equal(
            ["Vendor Example Drives of FromB", "OrderNumber XD-7000 of FromB", "Firmware V2.11 of FromB", "Model Hoist drive of FromB", "Name QC7 of FromB"],
            talk.Lines(ObservationKind.Identity));
        Assert.Equal("Read Device Identification: Browse #0 unit 255 = Example Drives, XD-7000, V2.11 (Text) Ok by FromA", talk.Acts[0]);
    }

    [Fact]
    public void A_device_behind_a_gateway_does_not_name_the_gateway()
    {
        ModbusTalk talk = new ModbusTalk()
            .A(1, 3, "03 0000 0001").B(1, 3, "03 02 0001")
            .A(2, 4, "2B 0E 01 00").B(2, 4, "2B 0E 01 03 00 00 03" + s_vendor);
        Assert.Empty(talk.Lines(ObservationKind.Identity));
        Assert.Equal("Read Device Identification: Browse #0 unit 4 = Example Drives, XD-7000, V2.11 (Text) Ok by FromA", talk.Acts[1]);
    }

    [Theory]
    [InlineData("11 0A 486F69737420504C43 FF", "Hoist PLC")]
    [InlineData("11 06 01 FF 51433720", "QC7 ")]
    [InlineData("11 02 07 FF", null)]
    public void Report_server_id_names_the_device_where_it_has_a_name(string answer, string? model)
    {
        ModbusTalk talk = new ModbusTalk().A(1, 255, "11").B(1, 255, answer);
        Assert.Equal(model is null ? [] : [$"Model {model} of FromB"], talk.Lines(ObservationKind.Identity));
    }

    [Theory]
    [InlineData("03 0000 007E", "a field is outside what the function allows")]
    [InlineData("03 0000 0001 00", "the length does not fit the function")]
    [InlineData("05 0000 1234", "a field is outside what the function allows")]
    [InlineData("10 0000 0002 02 0001", "a field is outside what the function allows")]
    public void What_a_function_does_not_allow_is_reported(string pdu, string detail) =>
        Assert.Equal([$"Malformed {detail} from FromA"], new ModbusTalk().A(1, 1, pdu).Lines(ObservationKind.Anomaly));
}
