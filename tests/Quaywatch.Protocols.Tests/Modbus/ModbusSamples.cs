using System.Buffers;
using System.Globalization;
using Quaywatch.Observations;
using Quaywatch.Protocols.Modbus;
using Quaywatch.Protocols.Tests.Generic;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>A drive, a meter and a gateway as a terminal's supervision, an engineer and an attacker ask them.</summary>
public sealed class ModbusSamples : RoomSamples
{
    readonly List<SampleConversation> _conversations = [];

    ushort _transaction;

    public ModbusSamples()
    {
        Polls();
        Writes();
        Diagnostics();
        Files();
        Identification();
        Refusals();
        Others();
    }

    public override Protocol Protocol { get; } = new ModbusProtocol();

    public override Transport Transport => Transport.Tcp;

    public override ushort Port => ModbusLimits.Port;

    public static byte[] Make(Action<IBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> to = new();
        write(to);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>A whole message from its function code on, in hexadecimal.</summary>
    public static byte[] Pdu(ushort transaction, byte unit, string hex)
    {
        byte[] pdu = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        return Make(to => ModbusEncoder.Write(to, new ModbusHead(transaction, unit), pdu[0], pdu.AsSpan(1)));
    }

    public override IEnumerable<SampleConversation> Conversations() => _conversations;

    public override byte[]? Encode(SampleMessage message)
    {
        Assert.True(ModbusFrame.TryRead(message.Bytes, out ModbusFrame frame));
        return message.FromClient ? ModbusAgain.Request(frame) : ModbusAgain.Response(frame);
    }

    public override IEnumerable<(string Filter, string Raw)> View(SampleMessage message)
    {
        Assert.True(ModbusFrame.TryRead(message.Bytes, out ModbusFrame frame));
        List<(string, string)> fields =
        [
            ("mbtcp.trans_id", Text(frame.Transaction)),
            ("mbtcp.prot_id", Text(frame.Protocol)),
            ("mbtcp.len", Text(frame.Length)),
            ("mbtcp.unit_id", Text(frame.Unit)),
            ("modbus.func_code", Text((int)frame.Function)),
        ];
        if (frame.IsException)
        {
            fields.Add(("modbus.exception_code", Text(frame.Exception)));
        }
        else if (message.FromClient && ModbusRequest.TryRead(frame, out ModbusRequest request))
        {
            ModbusFields.Add(fields, request);
        }
        else if (ModbusResponse.TryRead(frame, out ModbusResponse response))
        {
            ModbusFields.Add(fields, response);
        }

        return fields;
    }

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    void Polls()
    {
        Add(
            "polls",
            Exchange(1, "01 0013 0013", "01 03 CD6B05"),
            Exchange(1, "02 00C4 0016", "02 03 ACDB35"),
            Exchange(1, "03 006B 0003", "03 06 022B00000064"),
            Exchange(2, "04 0008 0001", "04 02 000A"),
            Exchange(255, "03 0000 007D", "03 FA" + new string('7', 500)),
            Exchange(2, "01 0000 0001", "01 01 01"),
            Exchange(2, "18 04DE", "18 0006 0002 01B81284"));
        SampleMessage[] first = Exchange(1, "03 0000 0001", "03 02 0001");
        SampleMessage[] second = Exchange(1, "03 0010 0002", "03 04 00020003");
        SampleMessage[] third = Exchange(7, "04 0000 0001", "04 02 FFFF");
        Add("three at once, answered in another order", [first[0], second[0], third[0], third[1], first[1], second[1]]);
    }

    void Writes() => Add(
        "writes",
        Exchange(1, "05 00AC FF00", "05 00AC FF00"),
        Exchange(1, "05 00AC 0000", "05 00AC 0000"),
        Exchange(1, "06 0001 0003", "06 0001 0003"),
        Exchange(1, "0F 0013 000A 02 CD01", "0F 0013 000A"),
        Exchange(1, "10 0001 0002 04 000A0102", "10 0001 0002"),
        Exchange(1, "16 0004 00F2 0025", "16 0004 00F2 0025"),
        Exchange(1, "16 0005 0000 1234", "16 0005 0000 1234"),
        Exchange(1, "17 0003 0006 000E 0003 06 00FF00FF00FF", "17 0C 00FE0ACD00010003000D00FF"));

    void Diagnostics()
    {
        List<SampleMessage[]> all =
        [
            Exchange(3, "07", "07 6D"),
            Exchange(3, "08 0000 A537", "08 0000 A537"),
            Exchange(3, "08 0000 A537 1234", "08 0000 A537 1234"),
            Exchange(3, "08 0001 FF00", "08 0001 FF00"),
            Exchange(3, "08 0003 0A00", "08 0003 0A00"),
            Exchange(3, "0B", "0B FFFF 0108"),
            Exchange(3, "0C", "0C 0B 0000 0108 0121 20 00 04 D2 41"),
        ];
        foreach (int code in (ReadOnlySpan<int>)[2, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21])
        {
            string sub = code.ToString("X4", CultureInfo.InvariantCulture);
            all.Add(Exchange(3, $"08 {sub} 0000", $"08 {sub} 0102"));
        }

        Add("diagnostics", [.. all]);
        Add("silenced", [.. Exchange(3, "03 0000 0001", "03 02 0001"), new(true, Pdu(++_transaction, 3, "08 0004 0000"))]);
    }

    void Files() => Add(
        "records",
        Exchange(1, "14 0E 06 0004 0001 0002 06 0003 0009 0002", "14 0C 05 06 0DFE0020 05 06 33CD0040"),
        Exchange(1, "15 0D 06 0004 0007 0003 06AF04BE100D", "15 0D 06 0004 0007 0003 06AF04BE100D"));

    void Identification()
    {
        Add(
            "identification in two parts",
            Exchange(255, "2B 0E 01 00", "2B 0E 01 01 FF 02 02" + ModbusTexts.Object(0, "Example Drives") + ModbusTexts.Object(1, "XD-7000")),
            Exchange(255, "2B 0E 01 02", "2B 0E 01 01 00 00 01" + ModbusTexts.Object(2, "V2.11")));
        Add(
            "other identification",
            Exchange(255, "2B 0E 04 80", "2B 0E 04 83 00 00 01 80 02 0102"),
            Exchange(255, "11", "11 05 01 FF 414243"),
            Exchange(255, "11", "11 0A" + Convert.ToHexString("Hoist PLC"u8) + "00"),
            Exchange(255, "11", "11 02 07 42"),
            Exchange(255, "2B 0D 0102030405", "2B 0D 01020304"));
    }

    void Refusals()
    {
        List<SampleMessage[]> all = [];
        foreach (int code in (ReadOnlySpan<int>)[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 255])
        {
            all.Add(Exchange(9, "06 0001 0003", "86 " + code.ToString("X2", CultureInfo.InvariantCulture)));
        }

        Add("refusals", [.. all]);
    }

    void Others() => Add(
        "codes without a public form",
        Exchange(0, "5A 0002", "5A 00FE"),
        Exchange(0, "5A 000A" + new string('5', 600), "5A 00FE" + new string('5', 600)),
        Exchange(0, "64 0102", "64 03"),
        Exchange(0, "7D", "FD 01"));

    SampleMessage[] Exchange(byte unit, string request, string answer)
    {
        byte[] asked = Pdu(++_transaction, unit, request);
        return [new(true, asked), new(false, Pdu(_transaction, unit, answer), asked)];
    }

    void Add(string name, params SampleMessage[][] exchanges) => Add(name, exchanges.SelectMany(e => e).ToArray());

    void Add(string name, SampleMessage[] messages) => _conversations.Add(new SampleConversation(name, messages));
}
