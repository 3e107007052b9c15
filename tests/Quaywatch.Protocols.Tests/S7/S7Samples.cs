using Quaywatch.Observations;
using Quaywatch.Protocols.Iso;
using Quaywatch.Protocols.S7;
using Quaywatch.Protocols.Tests.Generic;
using static Quaywatch.Protocols.Tests.S7.S7Make;

namespace Quaywatch.Protocols.Tests.S7;

/// <summary>What happens between a crane's controller, its HMI and a laptop: every function and group of the room.</summary>
public sealed class S7Samples : RoomSamples
{
    public override Protocol Protocol { get; } = new S7Protocol();

    public override Transport Transport => Transport.Tcp;

    public override ushort Port => 102;

    public override IEnumerable<SampleConversation> Conversations() =>
    [
        new("variables", [.. Connect(kind: 2), .. Variables()]),
        new("other addresses", [.. Connect(), .. OtherAddresses()]),
        new("control", [.. Connect(), .. Control()]),
        new("download", [.. Connect(), .. Download()]),
        new("upload", [.. Connect(), .. Upload()]),
        new("identity", [.. Connect(slot: 3, pdu: 240), .. StateLists()]),
        new("variable tables", [.. Connect(), .. VariableTables()]),
        new("cyclic", [.. Connect(kind: 2), .. Cyclic()]),
        new("block functions", [.. Connect(), .. BlockFunctions()]),
        new("password and clock", [.. Connect(), .. PasswordAndClock()]),
        new("messages and alarms", [.. Connect(kind: 2), .. Messages()]),
        new("block send", [.. Connect(kind: 3), .. BlockSend()]),
        new("numerical control", [.. Connect(), .. NumericalControl()]),
        new("fragments and signs of life", [.. Connect(), .. Fragmented()]),
        new("refusals", [.. Connect(), .. Refusals()]),
        new("without its beginning", [.. Variables()]),
        new("disconnected", [.. Connect(), Client(w => IsoEncoder.WriteDisconnect(w, 0x4431, 1, 128)), Controller(w => IsoEncoder.WriteDisconnectConfirm(w, 1, 0x4431))]),
    ];

    public override byte[]? Encode(SampleMessage message) => S7Reencoding.Encode(message.Bytes);

    public override IEnumerable<(string Filter, string Raw)> View(SampleMessage message) => S7Reencoding.View(message.Bytes);

    static IEnumerable<SampleMessage> Variables() =>
    [
        .. Read(1, [Db(10, 4, 20), Db(10, 0, 1, 1) with { Address = 32 }, Db(10, 8, 1, 8), new(S7Area.Flags, 0, 80, 4, 1), new(S7Area.Counters, 0, 5, 28, 1), new(S7Area.Inputs, 0, 3, 1, 1)],
            [S7ItemValue.Of(new byte[20]), new(0xFF, 3, new byte[] { 1 }), new(0xFF, 7, Hex("40490fdb")), S7ItemValue.Of(Hex("1234")), new(0xFF, 9, Hex("0125")), S7ItemValue.Failed(0x0A)]),
        .. Write(2, [Db(10, 4, 1, 1), new(S7Area.Outputs, 0, 8, 2, 3), new(S7Area.Peripheral, 0, 2048, 4, 2), new(S7Area.Timers, 0, 7, 29, 1)],
            [new(0, 3, new byte[] { 1 }), S7ItemValue.Of(Hex("010203"), true), S7ItemValue.Of(Hex("00010002"), true), new(0, 9, Hex("2010"))], [0xFF, 0x05, 0xFF, 0x03]),
        .. Read(3, [new((S7Area)0x07, 0, 0, 3, 4)], [new(0xFF, 9, "ABCD"u8.ToArray())]),
    ];

    /// <summary>Address syntaxes that the encoder does not build: the item's bytes after type, length and syntax.</summary>
    static IEnumerable<SampleMessage> OtherAddresses() =>
    [
        .. Pair(w => S7Encoder.WritePdu(w, S7Rosctr.Job, 9, Hex("0404" + "120c b002 0a00010000 14000a0010" + "1212 b2ff 8a0e 000a 12345678 2000000b 40000002" + "1208 82410001000a7f01" + "120a a20000010000 0005 0001"), default),
            w => S7Encoder.WriteReadAnswer(w, 9, [S7ItemValue.Of(new byte[30]), new(0xFF, 9, Hex("01")), new(0xFF, 9, new byte[8]), S7ItemValue.Failed(0x06)])),
        .. Pair(w => S7Encoder.WritePdu(w, S7Rosctr.Job, 10, Hex("0402 1207b0010500010006 00 120e b2ff 0000 0052 00000000 20000001"), default),
            w => S7Encoder.WriteReadAnswer(w, 10, [S7ItemValue.Of(new byte[5]), S7ItemValue.Failed(0x0A)])),
        .. Pair(w => S7Encoder.WritePdu(w, S7Rosctr.Job, 11, Hex("0402 120a1002 0040 0004 01 000123 12049901020300"), default),
            w => S7Encoder.WriteReadAnswer(w, 11, [S7ItemValue.Failed(0x06), S7ItemValue.Failed(0x06)])),
        .. Pair(w => S7Encoder.WritePdu(w, S7Rosctr.Job, 12, Hex("420102"), Hex("0102")), w => S7Encoder.WritePdu(w, S7Rosctr.AckData, 12, Hex("42"), Hex("aabb"))),
    ];

    static IEnumerable<SampleMessage> Control() =>
    [
        .. Job(3, S7Function.PlcStop, w => S7Encoder.WriteStop(w, 3)),
        .. Job(4, S7Function.PiService, w => S7Encoder.WritePiService(w, 4, "P_PROGRAM"u8, default)),
        .. Job(5, S7Function.PiService, w => S7Encoder.WritePiService(w, 5, "P_PROGRAM"u8, "C "u8)),
        .. Job(6, S7Function.PiService, w => S7Encoder.WritePiService(w, 6, "_INSE"u8, [2, 0, .. "0A00010P0800001P"u8])),
        .. Job(7, S7Function.PiService, w => S7Encoder.WritePiService(w, 7, "_DELE"u8, [1, 0, .. "0C00123B"u8])),
        .. Job(8, S7Function.PiService, w => S7Encoder.WritePiService(w, 8, "_GARB"u8, default)),
        .. Job(9, S7Function.PiService, w => S7Encoder.WritePiService(w, 9, "_MODU"u8, "EP"u8)),
        .. Job(10, S7Function.PiService, w => S7Encoder.WritePiService(w, 10, "_N_SELECT"u8, [3, .. "P01"u8, 6, .. "/_N_MP"u8, 0])),
        .. Job(11, S7Function.PiService, w => S7Encoder.WritePiService(w, 11, "_N_LOGIN_"u8, [3, .. "P01"u8, 7, .. "SUNRISE"u8])),
        .. Job(12, S7Function.PiService, w => S7Encoder.WritePiService(w, 12, "_X_OTHER"u8, [1, 2, 3])),
        .. Pair(w => S7Encoder.WritePiService(w, 13, "_N_F_COPY"u8, [3, .. "P01"u8, 1, .. "0"u8, 1, .. "A"u8, 1, .. "B"u8]), w => S7Encoder.WritePdu(w, S7Rosctr.AckData, 13, Hex("2800"), default)),
    ];

    static IEnumerable<SampleMessage> Download()
    {
        byte[] name = "_0A00010P"u8.ToArray();
        return
        [
            .. Job(20, S7Function.RequestDownload, w => S7Encoder.WriteTransfer(w, 20, S7Function.RequestDownload, 0x0100, 0, name, "1000320000040"u8)),
            .. Pair(w => S7Encoder.WriteTransfer(w, 1, S7Function.DownloadBlock, 0, 0, name), w => S7Encoder.WritePart(w, 1, S7Function.DownloadBlock, true, Hex("7070010105")), fromClient: false),
            .. Pair(w => S7Encoder.WriteTransfer(w, 2, S7Function.DownloadBlock, 0, 0, name), w => S7Encoder.WritePart(w, 2, S7Function.DownloadBlock, false, Hex("0a00")), fromClient: false),
            .. Job(3, S7Function.DownloadEnded, w => S7Encoder.WriteTransfer(w, 3, S7Function.DownloadEnded, 0, 0, name), fromClient: false),
            .. Job(21, S7Function.PiService, w => S7Encoder.WritePiService(w, 21, "_INSE"u8, [1, 0, .. "0A00010P"u8])),
        ];
    }

    static IEnumerable<SampleMessage> Upload() =>
    [
        .. Pair(w => S7Encoder.WriteTransfer(w, 30, S7Function.StartUpload, 0, 0, "_0800001A"u8), w => S7Encoder.WriteStartUploadAnswer(w, 30, 7, "0000008"u8)),
        .. Pair(w => S7Encoder.WriteTransfer(w, 31, S7Function.Upload, 0, 7, default), w => S7Encoder.WritePart(w, 31, S7Function.Upload, true, Hex("70700103"))),
        .. Pair(w => S7Encoder.WriteTransfer(w, 32, S7Function.Upload, 0, 7, default), w => S7Encoder.WritePart(w, 32, S7Function.Upload, false, Hex("08000001"))),
        .. Job(33, S7Function.EndUpload, w => S7Encoder.WriteTransfer(w, 33, S7Function.EndUpload, 0, 7, default)),
        .. Pair(w => S7Encoder.WriteTransfer(w, 34, S7Function.StartUpload, 0, 0, "/_N_MPF_DIR"u8), w => S7Encoder.WriteStartUploadAnswer(w, 34, 8, default)),
    ];

    static IEnumerable<SampleMessage> StateLists()
    {
        string modules = "00110000 001c 0003 0001 36455337203331352d32454831342d304142302000c000040001 "
            + "0006 36455337203331352d32454831342d304142302000c000040001 0007 202020202020202020202020202020202020202000c056030206";
        string first = "001c0000 0022 0002 0001 534e4150372d534552564552";
        string second = "000000000000000000000000 0000000000000000 0005 5320432d433255523238393232303132000000000000000000000000 0000 000000000000";
        return
        [
            .. Pair(Ask(1, S7Group.Cpu, 1, "00110000"), Tell(1, S7Group.Cpu, 1, modules)),
            .. Pair(Ask(2, S7Group.Cpu, 1, "001c0000"), Tell(2, S7Group.Cpu, 1, first, sequence: 2, unit: 0xD5, hasMore: true)),
            .. Pair(Ask(3, S7Group.Cpu, 1, "", isExtended: true, sequence: 2), Tell(3, S7Group.Cpu, 1, second, sequence: 2, unit: 0xD5)),
            .. Pair(Ask(4, S7Group.Cpu, 1, "04240000"), Tell(4, S7Group.Cpu, 1, "04240000001400015144ff0800000000000000002410042124250005")),
            .. Pair(Ask(5, S7Group.Cpu, 1, "01310001"), Tell(5, S7Group.Cpu, 1, "013100010028000100010800040000b71b000002dc6c05f5e10000000000000000000000000000000000000000000000")),
            .. Pair(Ask(6, S7Group.Cpu, 1, "01320004"), Tell(6, S7Group.Cpu, 1, "0132000400280001 0004 0001 0000 0001 0002 0000 0000 5656 0000 0000 0184b2d6 02000000000000000000000000000000")),
            .. Pair(Ask(7, S7Group.Cpu, 1, "00a00000"), Tell(7, S7Group.Cpu, 1, "00a0000000140001 4302ff68c70000000b107710 1408201153592024")),
            .. Pair(Ask(8, S7Group.Cpu, 1, "0f990000"), Tell(8, S7Group.Cpu, 1, "", error: 0xD401)),
        ];
    }

    static IEnumerable<SampleMessage> VariableTables() =>
    [
        .. Pair(Ask(1, S7Group.Programmer, 2, "0014000e 0000000000000100120001000100010001000100 0002 010600000000 110100000008", true), Tell(1, S7Group.Programmer, 2, "", sequence: 2)),
        Controller(Tell(0, S7Group.Programmer, 2, "00040012 01000001 0002 ff0900064133851fdead ff0900010200", sequence: 2, isPush: true)),
        .. Pair(Ask(2, S7Group.Programmer, 8, "00140028 0000000100010006000100010001000100010200 0003 030100000000 020100000004 100100000008 000900044133851f 00090002dead 000900010100", true),
            Tell(2, S7Group.Programmer, 8, "", sequence: 3)),
        Controller(Tell(0, S7Group.Programmer, 8, "00040006 01000001 0003 ff ff05 00", sequence: 3, isPush: true)),
        .. Pair(Ask(3, S7Group.Programmer, 9, "0014000e 0000010000020100000000010001000100010000 0001 200300000005 000300010100", true), Tell(3, S7Group.Programmer, 9, "", sequence: 4)),
        .. Pair(Ask(4, S7Group.Programmer, 0x0E, "00140002 0000000000000100000000010001000100010000 0802", true), Tell(4, S7Group.Programmer, 0x0E, "", sequence: 5)),
        .. Pair(Ask(5, S7Group.Programmer, 0x0F, "00140004 0000000000000100000000010001000100010000 0000 0202", true), Tell(5, S7Group.Programmer, 0x0F, "", sequence: 6)),
        .. Pair(Ask(6, S7Group.Programmer, 0x10, "00140004 0000000000000100000000010001000100010000 00000000", true), Tell(6, S7Group.Programmer, 0x10, "00040008 00000000 0202000108030000", sequence: 7)),
        .. Pair(Ask(7, S7Group.Programmer, 0x13, "001c000c 0000000000000100000000010001000100010000 000c0001000a0000 00020004 00010002 00030004", true), Tell(7, S7Group.Programmer, 0x13, "", sequence: 8)),
        Controller(Tell(0, S7Group.Programmer, 0x13, "00040006 01000001 0002 deadbeef", sequence: 8, isPush: true)),
        .. Pair(Ask(8, S7Group.Programmer, 0x0C, "00140000 0000000000000100000000010001000100010000", true), Tell(8, S7Group.Programmer, 0x0C, "", error: 0xD0A1)),
        .. Pair(Ask(9, S7Group.Programmer, 0x16, "00040002 00000000 0001", true), Tell(9, S7Group.Programmer, 0x16, "")),
        .. Pair(Ask(10, S7Group.Programmer, 0x0B, "00040002 00000000 0100", true), Tell(10, S7Group.Programmer, 0x0B, "")),
        .. Pair(Ask(11, S7Group.Programmer, 0x03, "00040002 00000000 0000", true), Tell(11, S7Group.Programmer, 0x03, "00040004 00000000 00010002")),
    ];

    static IEnumerable<SampleMessage> Cyclic() =>
    [
        .. Pair(Ask(1, S7Group.Cyclic, 1, "0002 01 01 120a1002000200018400 0050 120a100400010000830000a0"), Tell(1, S7Group.Cyclic, 1, "0002 ff0400101234 ff0400100001", sequence: 2)),
        Controller(Tell(0, S7Group.Cyclic, 1, "0002 ff0400101235 0a000000", sequence: 2, isPush: true)),
        .. Pair(Ask(2, S7Group.Cyclic, 4, "0102"), Tell(2, S7Group.Cyclic, 4, "", sequence: 2)),
        .. Pair(Ask(3, S7Group.Cyclic, 5, "0001 00 05 120a10010001000a84000051"), Tell(3, S7Group.Cyclic, 5, "", error: 0xD805)),
        .. Pair(Ask(4, S7Group.Cyclic, 8, "0001 120a100200400004 01 000123"), Tell(4, S7Group.Cyclic, 8, "0001 ff09 00 00 0004 01020304")),
    ];

    static IEnumerable<SampleMessage> BlockFunctions() =>
    [
        .. Pair(Ask(1, S7Group.Block, 1, ""), Tell(1, S7Group.Block, 1, "30380001 30410003")),
        .. Pair(Ask(2, S7Group.Block, 2, "3041"), Tell(2, S7Group.Block, 2, "00012205 000a2205")),
        .. Pair(Ask(3, S7Group.Block, 3, "3041303030313041"),
            Tell(3, S7Group.Block, 3, "3041 004a 0022 7070 01 01 05 0a 0001 00000056 00000003 029147602bb5 029147602bb5 001c 0000 0000 0032 5349454d454e5300 435241 4e4500000000 484f495354000000 10 00 c0df 00000000 00000000")),
    ];

    static IEnumerable<SampleMessage> PasswordAndClock() =>
    [
        .. Pair(Ask(1, S7Group.Security, 1, "6465666768696a6b"), Tell(1, S7Group.Security, 1, "", error: 0xD602)),
        .. Pair(Ask(2, S7Group.Security, 1, "0102030405060708"), Tell(2, S7Group.Security, 1, "")),
        .. Pair(Ask(3, S7Group.Security, 2, ""), Tell(3, S7Group.Security, 2, "")),
        .. Pair(Ask(4, S7Group.Time, 1, ""), Tell(4, S7Group.Time, 1, "00191408201159449574")),
        .. Pair(Ask(5, S7Group.Time, 2, "00201408201159330400"), Tell(5, S7Group.Time, 2, "")),
    ];

    static IEnumerable<SampleMessage> Messages() =>
    [
        .. Pair(Ask(1, S7Group.Cpu, 2, "8100 486d6952746d2020 0900"), Tell(1, S7Group.Cpu, 2, "0200 090100", sequence: 2)),
        .. Pair(Ask(2, S7Group.Cpu, 2, "0100 486d6952746d2020"), Tell(2, S7Group.Cpu, 2, "0200", sequence: 2)),
        Controller(Tell(0, S7Group.ModeTransition, 2, "", isPush: true)),
        Controller(Tell(0, S7Group.Cpu, 3, "4302ff68c70000000b107710 1408201153592024", isPush: true)),
        Controller(Tell(0, S7Group.Cpu, 0x12, "1408201153592024 00 01 120e1601 60000001 01 01 00 00 ff040008 01 00", isPush: true)),
        .. Pair(Ask(3, S7Group.Cpu, 0x0B, "0901 1208190060000001 0101"), Tell(3, S7Group.Cpu, 0x0B, "0901ff")),
        .. Pair(Ask(4, S7Group.Cpu, 0x13, "0001 12081a0001340000 0004"), Tell(4, S7Group.Cpu, 0x13, "00010a000000", sequence: 2)),
        .. Pair(Ask(5, S7Group.Cpu, 7, "0801 1206150060000001"), Tell(5, S7Group.Cpu, 7, "0801ff")),
        Controller(Tell(0, S7Group.Cpu, 9, "0001 1408201153592024 0002 0001 1206150060000001", isPush: true)),
        Controller(Tell(0, S7Group.Cpu, 6, "1408201153592024 0001 12111c0060000001 0101000001010100", isPush: true)),
    ];

    static IEnumerable<SampleMessage> BlockSend()
    {
        byte[] first = Bytes(w => S7Encoder.WriteUserdata(w, 1, new S7UserdataHead(S7UserdataType.Request, S7Group.BlockSend, 0, 1, true, 9, true), 0xFF, 9, Hex("120613cc00000001 0008 01020304")));
        byte[] second = Bytes(w => S7Encoder.WriteUserdata(w, 2, new S7UserdataHead(S7UserdataType.Request, S7Group.BlockSend, 0, 1, true, 9, false), 0xFF, 9, Hex("120613cc00000001 05060708")));
        return
        [
            new(true, first), new(false, Bytes(Tell(1, S7Group.BlockSend, 0, "120613cc00000001", unit: 9)), first),
            new(true, second), new(false, Bytes(Tell(2, S7Group.BlockSend, 0, "120613cc00000001", unit: 9)), second),
        ];
    }

    static IEnumerable<SampleMessage> NumericalControl() =>
    [
        .. Pair(Ask(1, S7Group.NcProgramming, 1, "2f5f4e5f4d50465f444952"), Tell(1, S7Group.NcProgramming, 1, "1000")),
        .. Pair(Ask(2, S7Group.NcProgramming, 6, "10002f5f4e5f4d50465f444952"), Tell(2, S7Group.NcProgramming, 6, "0000 3030303030303130")),
        .. Pair(Ask(3, (S7Group)9, 1, "0102"), Tell(3, (S7Group)9, 1, "0304")),
    ];

    static IEnumerable<SampleMessage> Fragmented()
    {
        byte[] asked = Bytes(w => S7Encoder.WriteWrite(w, 40, [Db(3, 0, 8)], [S7ItemValue.Of(Hex("0102030405060708"), true)]));
        byte[] inThree = Fragments(asked, 12, 30);
        return
        [
            Client(w => IsoEncoder.WriteData(w, default, isLast: false)),
            new(true, inThree),
            Controller(w => IsoEncoder.WriteData(w, default)),
            new(false, Bytes(w => S7Encoder.WriteWriteAnswer(w, 40, [0xFF])), inThree),
            Client(w => IsoEncoder.WriteError(w, 0x4431, 2)),
        ];
    }

    static IEnumerable<SampleMessage> Refusals() =>
    [
        .. Pair(w => S7Encoder.WriteRead(w, 1, [Db(1, 0, 1)]), w => S7Encoder.WriteRefusal(w, 1, 0x8104)),
        .. Pair(w => S7Encoder.WriteStop(w, 2), w => S7Encoder.WritePdu(w, S7Rosctr.AckData, 2, [0x29], default, 0xD241)),
        .. Pair(w => S7Encoder.WriteTransfer(w, 3, S7Function.RequestDownload, 0x0100, 0, "_0800001P"u8, "1000320000040"u8), w => S7Encoder.WriteRefusal(w, 3, 0x8500)),
        .. Pair(w => S7Encoder.WriteTransfer(w, 4, S7Function.StartUpload, 0, 0, "_0800099A"u8), w => S7Encoder.WriteRefusal(w, 4, 0xD209)),
        .. Pair(w => S7Encoder.WriteTransfer(w, 5, S7Function.DownloadEnded, 0xD235, 0, "_0A00010P"u8), w => S7Encoder.WriteDone(w, 5, S7Function.DownloadEnded), fromClient: false),
    ];
}
