using System.Buffers;
using Quaywatch.Protocols.Iso;
using Quaywatch.Protocols.S7;
using Quaywatch.Protocols.Tests.Generic;

namespace Quaywatch.Protocols.Tests.S7;

/// <summary>Messages for tests, short to write.</summary>
static class S7Make
{
    public static byte[] Bytes(Action<IBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        write(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static SampleMessage Client(Action<IBufferWriter<byte>> write) => new(true, Bytes(write));

    public static SampleMessage Controller(Action<IBufferWriter<byte>> write, SampleMessage? request = null) => new(false, Bytes(write), request?.Bytes);

    /// <summary>A request with its answer.</summary>
    public static IEnumerable<SampleMessage> Pair(Action<IBufferWriter<byte>> request, Action<IBufferWriter<byte>> answer, bool fromClient = true)
    {
        byte[] asked = Bytes(request);
        yield return new SampleMessage(fromClient, asked);
        yield return new SampleMessage(!fromClient, Bytes(answer), asked);
    }

    public static IEnumerable<SampleMessage> Connect(byte kind = 1, int rack = 0, int slot = 2, ushort pdu = 480)
    {
        yield return Client(w => S7Encoder.WriteConnectRequest(w, kind, rack, slot));
        yield return Controller(w => S7Encoder.WriteConnectConfirm(w, kind, rack, slot));
        foreach (SampleMessage message in Pair(w => S7Encoder.WriteSetup(w, 0, false, 1, 1, 960), w => S7Encoder.WriteSetup(w, 0, true, 1, 1, pdu)))
        {
            yield return message;
        }
    }

    public static IEnumerable<SampleMessage> Read(ushort reference, S7ItemAddress[] items, S7ItemValue[] values) =>
        Pair(w => S7Encoder.WriteRead(w, reference, items), w => S7Encoder.WriteReadAnswer(w, reference, values));

    public static IEnumerable<SampleMessage> Write(ushort reference, S7ItemAddress[] items, S7ItemValue[] values, byte[] codes) =>
        Pair(w => S7Encoder.WriteWrite(w, reference, items, values), w => S7Encoder.WriteWriteAnswer(w, reference, codes));

    /// <summary>A job that brings nothing, with its answer.</summary>
    public static IEnumerable<SampleMessage> Job(ushort reference, S7Function function, Action<IBufferWriter<byte>> job, bool fromClient = true) =>
        Pair(job, w => S7Encoder.WriteDone(w, reference, function), fromClient);

    public static Action<IBufferWriter<byte>> Ask(ushort reference, S7Group group, byte subfunction, string payload, bool isExtended = false, byte sequence = 0) => w =>
    {
        byte[] data = Hex(payload);
        S7UserdataType type = group == S7Group.NcProgramming ? S7UserdataType.NcRequest : S7UserdataType.Request;
        S7Encoder.WriteUserdata(w, reference, new S7UserdataHead(type, group, subfunction, sequence, isExtended),
            data.Length == 0 ? (byte)0x0A : (byte)0xFF, data.Length == 0 ? (byte)0 : (byte)9, data);
    };

    public static Action<IBufferWriter<byte>> Tell(ushort reference, S7Group group, byte subfunction, string payload, byte sequence = 1, byte unit = 0, bool hasMore = false, ushort error = 0, bool isPush = false) => w =>
    {
        byte[] data = Hex(payload);
        bool isNc = group == S7Group.NcProgramming;
        S7UserdataType type = isPush ? isNc ? S7UserdataType.NcPush : S7UserdataType.Push : isNc ? S7UserdataType.NcResponse : S7UserdataType.Response;
        S7Encoder.WriteUserdata(w, reference, new S7UserdataHead(type, group, subfunction, sequence, true, unit, hasMore, error),
            data.Length == 0 ? (byte)0x0A : (byte)0xFF, data.Length == 0 ? (byte)0 : (byte)9, data);
    };

    public static S7ItemAddress Db(ushort db, int firstByte, ushort count, byte transportSize = 2) => new(S7Area.DataBlock, db, firstByte * 8, transportSize, count);

    /// <summary>User data in several DT, the last of them with EOT.</summary>
    public static byte[] Fragments(byte[] message, params int[] cuts)
    {
        byte[] userData = message[7..];
        return Bytes(w =>
        {
            int at = 0;
            foreach (int cut in cuts)
            {
                IsoEncoder.WriteData(w, userData.AsSpan(at..cut), isLast: false);
                at = cut;
            }

            IsoEncoder.WriteData(w, userData.AsSpan(at));
        });
    }
}
