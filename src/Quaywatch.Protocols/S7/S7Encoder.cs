using System.Buffers;
using System.Buffers.Binary;
using Quaywatch.Protocols.Iso;

namespace Quaywatch.Protocols.S7;

/// <summary>Builds valid S7comm messages in their envelope. For tests, the demonstration and the lab; the views say what the
/// fields mean.</summary>
public static class S7Encoder
{
    /// <summary>The longest PDU that is built.</summary>
    public const int LongestPdu = 4096;

    /// <summary>Writes a connection request of a client to rack and slot.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="kind">1 PG, 2 OP, 3 basic.</param>
    /// <param name="rack">The rack.</param>
    /// <param name="slot">The slot.</param>
    public static void WriteConnectRequest(IBufferWriter<byte> to, byte kind, int rack, int slot) =>
        IsoEncoder.WriteConnect(to, CotpType.ConnectionRequest, 0, 1, 10, [kind, 0], [kind, (byte)((rack << 5) | slot)]);

    /// <summary>Writes the controller's confirm.</summary>
    public static void WriteConnectConfirm(IBufferWriter<byte> to, byte kind, int rack, int slot) =>
        IsoEncoder.WriteConnect(to, CotpType.ConnectionConfirm, 1, 0x4431, 10, [kind, 0], [kind, (byte)((rack << 5) | slot)]);

    /// <summary>Writes a PDU of any kind.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="rosctr">Its kind.</param>
    /// <param name="reference">Its reference.</param>
    /// <param name="parameter">The parameter part.</param>
    /// <param name="data">The data part.</param>
    /// <param name="error">Class and code of an answer's error.</param>
    public static void WritePdu(IBufferWriter<byte> to, S7Rosctr rosctr, ushort reference, ReadOnlySpan<byte> parameter, ReadOnlySpan<byte> data, ushort error = 0)
    {
        int head = rosctr is S7Rosctr.Ack or S7Rosctr.AckData ? S7Frame.AnswerHeaderSize : S7Frame.HeaderSize;
        Span<byte> pdu = stackalloc byte[LongestPdu];
        pdu = pdu[..(head + parameter.Length + data.Length)];
        pdu[0] = S7Frame.ProtocolId;
        pdu[1] = (byte)rosctr;
        pdu[2] = 0;
        pdu[3] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(pdu[4..], reference);
        BinaryPrimitives.WriteUInt16BigEndian(pdu[6..], (ushort)parameter.Length);
        BinaryPrimitives.WriteUInt16BigEndian(pdu[8..], (ushort)data.Length);
        if (head == S7Frame.AnswerHeaderSize)
        {
            BinaryPrimitives.WriteUInt16BigEndian(pdu[10..], error);
        }

        parameter.CopyTo(pdu[head..]);
        data.CopyTo(pdu[(head + parameter.Length)..]);
        IsoEncoder.WriteData(to, pdu);
    }

    /// <summary>Writes Setup communication, asked or granted.</summary>
    public static void WriteSetup(IBufferWriter<byte> to, ushort reference, bool isAnswer, ushort calling, ushort called, ushort pduSize)
    {
        Span<byte> parameter = [(byte)S7Function.SetupCommunication, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(parameter[2..], calling);
        BinaryPrimitives.WriteUInt16BigEndian(parameter[4..], called);
        BinaryPrimitives.WriteUInt16BigEndian(parameter[6..], pduSize);
        WritePdu(to, isAnswer ? S7Rosctr.AckData : S7Rosctr.Job, reference, parameter, default);
    }

    /// <summary>Writes a Read Var job.</summary>
    public static void WriteRead(IBufferWriter<byte> to, ushort reference, ReadOnlySpan<S7ItemAddress> items)
    {
        Span<byte> parameter = stackalloc byte[2 + (items.Length * S7ItemAddress.Size)];
        Items(parameter, S7Function.ReadVar, items);
        WritePdu(to, S7Rosctr.Job, reference, parameter, default);
    }

    /// <summary>Writes the answer to a Read Var job.</summary>
    public static void WriteReadAnswer(IBufferWriter<byte> to, ushort reference, ReadOnlySpan<S7ItemValue> values)
    {
        Span<byte> data = stackalloc byte[LongestPdu];
        WritePdu(to, S7Rosctr.AckData, reference, [(byte)S7Function.ReadVar, (byte)values.Length], data[..Values(data, values)]);
    }

    /// <summary>Writes a Write Var job.</summary>
    public static void WriteWrite(IBufferWriter<byte> to, ushort reference, ReadOnlySpan<S7ItemAddress> items, ReadOnlySpan<S7ItemValue> values)
    {
        Span<byte> parameter = stackalloc byte[2 + (items.Length * S7ItemAddress.Size)];
        Items(parameter, S7Function.WriteVar, items);
        Span<byte> data = stackalloc byte[LongestPdu];
        WritePdu(to, S7Rosctr.Job, reference, parameter, data[..Values(data, values)]);
    }

    /// <summary>Writes the answer to a Write Var job: one return code an item.</summary>
    public static void WriteWriteAnswer(IBufferWriter<byte> to, ushort reference, ReadOnlySpan<byte> returnCodes) =>
        WritePdu(to, S7Rosctr.AckData, reference, [(byte)S7Function.WriteVar, (byte)returnCodes.Length], returnCodes);

    /// <summary>Writes a PLC Stop job.</summary>
    public static void WriteStop(IBufferWriter<byte> to, ushort reference)
    {
        Span<byte> parameter = stackalloc byte[16];
        parameter.Clear();
        parameter[0] = (byte)S7Function.PlcStop;
        parameter[S7PiJob.StopNameOffset] = 9;
        "P_PROGRAM"u8.CopyTo(parameter[(S7PiJob.StopNameOffset + 1)..]);
        WritePdu(to, S7Rosctr.Job, reference, parameter, default);
    }

    /// <summary>Writes a PI-Service job.</summary>
    public static void WritePiService(IBufferWriter<byte> to, ushort reference, ReadOnlySpan<byte> name, ReadOnlySpan<byte> arguments)
    {
        Span<byte> parameter = stackalloc byte[11 + arguments.Length + name.Length];
        parameter.Clear();
        parameter[0] = (byte)S7Function.PiService;
        parameter[7] = 0xFD;
        BinaryPrimitives.WriteUInt16BigEndian(parameter[S7PiJob.ArgumentsLengthOffset..], (ushort)arguments.Length);
        arguments.CopyTo(parameter[10..]);
        parameter[10 + arguments.Length] = (byte)name.Length;
        name.CopyTo(parameter[(11 + arguments.Length)..]);
        WritePdu(to, S7Rosctr.Job, reference, parameter, default);
    }

    /// <summary>Writes one of the transfer jobs: 0x1A to 0x1F.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="reference">Its reference.</param>
    /// <param name="function">Which one.</param>
    /// <param name="errorOrUnknown">The error of Download ended and End upload; 0x0100 in Request download, else 0.</param>
    /// <param name="uploadId">The number of an upload, else 0.</param>
    /// <param name="fileName">The file's name; empty for Upload and End upload.</param>
    /// <param name="lengths">The text of lengths of Request download; empty for the others.</param>
    public static void WriteTransfer(IBufferWriter<byte> to, ushort reference, S7Function function, ushort errorOrUnknown, uint uploadId,
        ReadOnlySpan<byte> fileName, ReadOnlySpan<byte> lengths = default)
    {
        Span<byte> parameter = stackalloc byte[LongestPdu];
        parameter.Clear();
        parameter[0] = (byte)function;
        BinaryPrimitives.WriteUInt16BigEndian(parameter[2..], errorOrUnknown);
        BinaryPrimitives.WriteUInt32BigEndian(parameter[4..], uploadId);
        int length = S7TransferJob.FixedSize;
        length += Text(parameter[length..], fileName);
        length += Text(parameter[length..], lengths);
        WritePdu(to, S7Rosctr.Job, reference, parameter[..length], default);
    }

    /// <summary>Writes the answer to Start upload: the upload's number and the block's length in decimal.</summary>
    public static void WriteStartUploadAnswer(IBufferWriter<byte> to, ushort reference, uint uploadId, ReadOnlySpan<byte> length)
    {
        Span<byte> parameter = stackalloc byte[9 + length.Length];
        parameter.Clear();
        parameter[0] = (byte)S7Function.StartUpload;
        parameter[2] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(parameter[4..], uploadId);
        Text(parameter[8..], length);
        WritePdu(to, S7Rosctr.AckData, reference, parameter, default);
    }

    /// <summary>Writes the answer to Upload or Download block: one part of the block.</summary>
    public static void WritePart(IBufferWriter<byte> to, ushort reference, S7Function function, bool hasMore, ReadOnlySpan<byte> part)
    {
        Span<byte> data = stackalloc byte[4 + part.Length];
        BinaryPrimitives.WriteUInt16BigEndian(data, (ushort)part.Length);
        data[2] = 0;
        data[3] = 0xFB;
        part.CopyTo(data[4..]);
        WritePdu(to, S7Rosctr.AckData, reference, [(byte)function, (byte)(hasMore ? 1 : 0)], data);
    }

    /// <summary>Writes the answer to a job that brings nothing but its function.</summary>
    public static void WriteDone(IBufferWriter<byte> to, ushort reference, S7Function function) =>
        WritePdu(to, S7Rosctr.AckData, reference, [(byte)function], default);

    /// <summary>Writes an answer without content: a refusal.</summary>
    public static void WriteRefusal(IBufferWriter<byte> to, ushort reference, ushort error) =>
        WritePdu(to, S7Rosctr.Ack, reference, default, default, error);

    /// <summary>Writes a userdata PDU.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="reference">Its reference.</param>
    /// <param name="head">Its parameters.</param>
    /// <param name="returnCode">The data's return code: 0xFF with data, 0x0A without.</param>
    /// <param name="transportSize">The data's transport size: 9 with data, 0 without.</param>
    /// <param name="payload">The data.</param>
    public static void WriteUserdata(IBufferWriter<byte> to, ushort reference, S7UserdataHead head, byte returnCode, byte transportSize, ReadOnlySpan<byte> payload)
    {
        Span<byte> parameter = [0, 1, 0x12, (byte)(head.IsExtended ? 8 : 4), (byte)(head.IsExtended ? 0x12 : 0x11), (byte)(((int)head.Type << 4) | (int)head.Group),
            head.Subfunction, head.Sequence, head.DataUnitReference, (byte)(head.HasMore ? 1 : 0), (byte)(head.Error >> 8), (byte)head.Error];
        Span<byte> data = stackalloc byte[4 + payload.Length];
        data[0] = returnCode;
        data[1] = transportSize;
        BinaryPrimitives.WriteUInt16BigEndian(data[2..], (ushort)payload.Length);
        payload.CopyTo(data[4..]);
        WritePdu(to, S7Rosctr.Userdata, reference, parameter[..(head.IsExtended ? S7Userdata.ExtendedSize : S7Userdata.ShortSize)], data);
    }

    static void Items(Span<byte> parameter, S7Function function, ReadOnlySpan<S7ItemAddress> items)
    {
        parameter[0] = (byte)function;
        parameter[1] = (byte)items.Length;
        for (int i = 0; i < items.Length; i++)
        {
            items[i].Write(parameter[(2 + (i * S7ItemAddress.Size))..]);
        }
    }

    static int Values(Span<byte> data, ReadOnlySpan<S7ItemValue> values)
    {
        int length = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i].Write(data[length..]);
            length += values[i].Size;
            if ((length & 1) != 0 && i < values.Length - 1)
            {
                data[length++] = 0;
            }
        }

        return length;
    }

    static int Text(Span<byte> to, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        to[0] = (byte)text.Length;
        text.CopyTo(to[1..]);
        return 1 + text.Length;
    }
}
