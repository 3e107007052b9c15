using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Tests.Samples;

/// <summary>Decoded messages.</summary>
static class Messages
{
    const string Headers = "000e8c123456a4bb6d010203080045000049" + "1c4640008006c9d20a1407370a14070a" + "c01e00665b1e2f0100c0117a5018faf02d4c0000";
    const string Message = "0300002102f080" + "32010000000c00100000" + "29000000000009" + "505f50524f4752414d";

    /// <summary>A stop and its answer; the answer is put together from two packets.</summary>
    public static EvidenceFile Stop(string finding) => new()
    {
        Finding = finding,
        Messages =
        [
            new EvidenceMessageRow
            {
                Why = "the request: PLC stop", Protocol = "s7comm", FromClient = true, Hex = Message,
                Packets = [new EvidencePacketRow { Input = 1, Packet = 88_120, Time = Plant.At(2043.5), OffsetInFrame = Headers.Length / 2, Length = Message.Length / 2 }],
                Frame = new EvidenceFrameRow
                {
                    Input = 1, Packet = 88_120, Hex = Headers + Message,
                    Tree =
                    [
                        Field("Ethernet", "a4:bb:6d:01:02:03 → 00:0e:8c:12:34:56", "eth", 0, 14, [Field("Destination", "00:0e:8c:12:34:56", "eth.dst", 0, 6), Field("Source", "a4:bb:6d:01:02:03", "eth.src", 6, 6), Field("Type", "IPv4 (0x0800)", "eth.type", 12, 2)]),
                        Field("IPv4", "10.20.7.55 → 10.20.7.10", "ip", 14, 20, [Field("Source", "10.20.7.55", "ip.src", 26, 4), Field("Destination", "10.20.7.10", "ip.dst", 30, 4)]),
                        Field("TCP", "49182 → 102, 33 bytes", "tcp", 34, 20, [Field("Source port", "49182", "tcp.srcport", 34, 2), Field("Destination port", "102", "tcp.dstport", 36, 2)]),
                    ],
                },
                Tree =
                [
                    Field("TPKT", "version 3, length 33", "tpkt", 0, 4, [Field("Version", "3", "tpkt.version", 0, 1), Field("Length", "33", "tpkt.length", 2, 2)]),
                    Field("COTP", "DT data, last unit", "cotp", 4, 3, [Field("Length", "2", "cotp.li", 4, 1), Field("PDU type", "DT Data (0x0f)", "cotp.type", 5, 1)]),
                    Field("S7comm", "Job, PLC Stop", "s7comm", 7, 26,
                    [
                        Field("Header", "Job (1), reference 12", "s7comm.header", 7, 10, [Field("Protocol id", "0x32", "s7comm.header.protid", 7, 1), Field("ROSCTR", "Job (1)", "s7comm.header.rosctr", 8, 1), Field("Reference", "12", "s7comm.header.pduref", 11, 2)]),
                        Field("Function", "PLC Stop (0x29)", "s7comm.param.func", 17, 1),
                        Field("Service", "P_PROGRAM", "s7comm.param.pistart.servicename", 24, 9),
                    ]),
                ],
            },
            new EvidenceMessageRow
            {
                Why = "the controller's answer", Protocol = "s7comm", FromClient = false, Hex = "0300001402f080" + "32030000000c000100000000" + "29",
                Packets = [new EvidencePacketRow { Input = 1, Packet = 88_121, Time = Plant.At(2043.51), OffsetInFrame = 54, Length = 16 }, new EvidencePacketRow { Input = 1, Packet = 88_123, Time = Plant.At(2043.52), OffsetInFrame = 54, Length = 4 }],
                Tree = [Field("S7comm", "Ack_Data, PLC Stop", "s7comm", 7, 13, [Field("Error class", "No error (0x00)", "s7comm.header.errcls", 17, 1), Field("Function", "PLC Stop (0x29)", "s7comm.param.func", 19, 1)])],
            },
        ],
        More = 2,
    };

    static FieldRow Field(string name, string text, string? filter, int offset, int length, IReadOnlyList<FieldRow>? children = null) =>
        new() { Name = name, Text = text, Filter = filter, Offset = offset, Length = length, Children = children };
}
