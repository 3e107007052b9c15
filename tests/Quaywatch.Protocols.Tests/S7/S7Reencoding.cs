using System.Buffers;
using Quaywatch.Protocols.Iso;
using Quaywatch.Protocols.S7;
using static Quaywatch.Protocols.Tests.S7.S7Make;

namespace Quaywatch.Protocols.Tests.S7;

/// <summary>Reads a message by the views alone and builds it again, or lists its fields.</summary>
static class S7Reencoding
{
    public static byte[]? Encode(byte[] bytes)
    {
        if (IsoMessage.TryRead(bytes, out IsoMessage message).Status != ParseStatus.Done)
        {
            return null;
        }

        if (message.First.Type != CotpType.Data)
        {
            return Bytes(w => EncodeSetUp(w, bytes));
        }

        // a unit in several fragments is built in one: where it is cut is the sender's choice
        if (message.Parts > 1)
        {
            return null;
        }

        bool isLast = message.First.IsLast;
        byte[] data = message.First.UserData.ToArray();
        return data.Length == 0 ? Bytes(w => IsoEncoder.WriteData(w, default, isLast)) : EncodePdu(data);
    }

    static byte[]? EncodePdu(byte[] data)
    {
        if (!S7Frame.TryRead(data, out S7Frame frame))
        {
            return null;
        }

        ArrayBufferWriter<byte> to = new();
        ushort reference = frame.Reference;
        bool isJob = frame.Rosctr == S7Rosctr.Job;
        switch (frame.Function)
        {
            case var _ when frame.Rosctr == S7Rosctr.Userdata:
                EncodeUserdata(to, frame);
                break;
            case var _ when frame.Error != 0 && frame.ParameterLength == 0:
                S7Encoder.WriteRefusal(to, reference, frame.Error);
                break;
            case S7Function.SetupCommunication:
                ReadOnlySpan<byte> p = frame.Parameter;
                S7Encoder.WriteSetup(to, reference, !isJob, (ushort)((p[2] << 8) | p[3]), (ushort)((p[4] << 8) | p[5]), (ushort)S7Reading.PduSize(frame));
                break;
            case S7Function.ReadVar or S7Function.WriteVar when isJob:
                if (!TryItems(frame, out S7ItemAddress[] items))
                {
                    return null;
                }

                if (frame.Function == S7Function.ReadVar)
                {
                    S7Encoder.WriteRead(to, reference, items);
                }
                else
                {
                    S7Encoder.WriteWrite(to, reference, items, Values(frame));
                }

                break;
            case S7Function.ReadVar:
                S7Encoder.WriteReadAnswer(to, reference, Values(frame));
                break;
            case S7Function.WriteVar:
                S7Encoder.WriteWriteAnswer(to, reference, frame.Data);
                break;
            case S7Function.PlcStop when isJob:
                S7Encoder.WriteStop(to, reference);
                break;
            case S7Function.PiService when isJob && S7PiJob.TryRead(frame.Parameter, out S7PiJob job):
                S7Encoder.WritePiService(to, reference, job.Name, job.Arguments);
                break;
            case >= S7Function.RequestDownload and <= S7Function.EndUpload when isJob && S7TransferJob.TryRead(frame.Parameter, out S7TransferJob transfer):
                S7Encoder.WriteTransfer(to, reference, frame.Function, transfer.ErrorCode, transfer.UploadId, transfer.FileName, transfer.Lengths);
                break;
            case S7Function.StartUpload when S7TransferJob.TryRead(frame.Parameter, out S7TransferJob started):
                S7Encoder.WriteStartUploadAnswer(to, reference, started.UploadId, started.FileName);
                break;
            case S7Function.Upload or S7Function.DownloadBlock when frame.DataLength > 4:
                S7Encoder.WritePart(to, reference, frame.Function, (frame.Parameter[1] & 1) != 0, frame.Data[4..]);
                break;
            default:
                S7Encoder.WritePdu(to, frame.Rosctr, reference, frame.Parameter, frame.Data, frame.Error);
                break;
        }

        return to.WrittenSpan.ToArray();
    }

    public static IEnumerable<(string Filter, string Raw)> View(byte[] bytes)
    {
        List<(string, string)> fields = [];
        if (IsoMessage.TryRead(bytes, out IsoMessage message).Status != ParseStatus.Done || message.Parts != 1)
        {
            return fields;
        }

        Tpkt.TryRead(bytes, out Tpkt packet);
        CotpTpdu tpdu = message.First;
        fields.Add(("tpkt.version", "3"));
        fields.Add(("tpkt.reserved", $"{packet.Reserved}"));
        fields.Add(("tpkt.length", $"{packet.Length}"));
        fields.Add(("cotp.li", $"{tpdu.LengthIndicator}"));
        fields.Add(("cotp.type", $"{(int)tpdu.Type}"));
        if (tpdu.Type == CotpType.Data)
        {
            fields.Add(("cotp.eot", tpdu.IsLast ? "1" : "0"));
        }
        else
        {
            fields.Add(("cotp.destref", $"{tpdu.DestinationReference}"));
        }

        if (S7Frame.TryRead(tpdu.UserData, out S7Frame frame))
        {
            ViewPdu(frame, fields);
        }

        return fields;
    }

    static void ViewPdu(S7Frame frame, List<(string, string)> fields)
    {
        fields.Add(("s7comm.header.rosctr", $"{(int)frame.Rosctr}"));
        fields.Add(("s7comm.header.redid", $"{frame.RedundancyId}"));
        fields.Add(("s7comm.header.pduref", $"{frame.Reference}"));
        fields.Add(("s7comm.header.parlg", $"{frame.ParameterLength}"));
        fields.Add(("s7comm.header.datlg", $"{frame.DataLength}"));
        if (frame.IsAnswer)
        {
            fields.Add(("s7comm.header.errcls", $"{frame.ErrorClass}"));
            fields.Add(("s7comm.header.errcod", $"{frame.ErrorCode}"));
        }

        if (frame.Rosctr == S7Rosctr.Userdata)
        {
            Assert.True(S7Userdata.TryRead(frame.Parameter, out S7Userdata userdata));
            fields.Add(("s7comm.param.userdata.head", $"{userdata.Head}"));
            fields.Add(("s7comm.param.userdata.type", $"{(int)userdata.Type}"));
            fields.Add(("s7comm.param.userdata.funcgroup", $"{(int)userdata.Group}"));
            fields.Add(("s7comm.param.userdata.seq_num", $"{userdata.Sequence}"));
            return;
        }

        if (frame.ParameterLength > 0)
        {
            fields.Add(("s7comm.param.func", $"{(int)frame.Function}"));
        }

        if (frame.Function is not (S7Function.ReadVar or S7Function.WriteVar) || frame.ParameterLength == 0)
        {
            return;
        }

        fields.Add(("s7comm.param.itemcount", $"{frame.ItemCount}"));
        S7Items items = frame.Rosctr == S7Rosctr.Job ? S7Items.Of(frame) : default;
        while (items.TryNext(out S7Item item))
        {
            fields.Add(("s7comm.param.item.varspec_length", $"{item.SpecificationLength}"));
            fields.Add(("s7comm.param.item.syntaxid", $"{item.Syntax}"));
            if (item.Form == S7ItemForm.Any)
            {
                fields.Add(("s7comm.param.item.address", $"{item.Address}"));
            }

            for (int i = 0; item.Form == S7ItemForm.DbRead && item.TryArea(i, out int db, out int first, out int bytes); i++)
            {
                fields.Add(("s7comm.param.item.dbread.db", $"{db}"));
                fields.Add(("s7comm.param.item.dbread.startaddress", $"{first}"));
                fields.Add(("s7comm.param.item.dbread.length", $"{bytes}"));
            }
        }

        if (frame.Rosctr == S7Rosctr.AckData && frame.Function == S7Function.WriteVar)
        {
            fields.AddRange(frame.Data.ToArray().Select(code => ("s7comm.data.returncode", $"{code}")));
            return;
        }

        S7DataItems values = new(frame.Data, frame.ItemCount);
        while (values.TryNext(out S7DataItem value))
        {
            fields.Add(("s7comm.data.returncode", $"{value.ReturnCode}"));
            fields.Add(("s7comm.data.transportsize", $"{value.TransportSize}"));
            if (value.Value.Length > 0)
            {
                fields.Add(("s7comm.resp.data", Convert.ToHexStringLower(value.Value)));
            }
        }
    }

    static void EncodeSetUp(IBufferWriter<byte> to, byte[] bytes)
    {
        IsoMessage.TryRead(bytes, out IsoMessage message);
        CotpTpdu tpdu = message.First;
        switch (tpdu.Type)
        {
            case CotpType.DisconnectRequest:
                IsoEncoder.WriteDisconnect(to, tpdu.DestinationReference, tpdu.SourceReference, tpdu.Reason);
                break;
            case CotpType.DisconnectConfirm:
                IsoEncoder.WriteDisconnectConfirm(to, tpdu.DestinationReference, tpdu.SourceReference);
                break;
            case CotpType.Error:
                IsoEncoder.WriteError(to, tpdu.DestinationReference, tpdu.RejectCause);
                break;
            default:
                ReadOnlySpan<byte> size = tpdu.Parameter(CotpParameter.TpduSize);
                IsoEncoder.WriteConnect(to, tpdu.Type, tpdu.DestinationReference, tpdu.SourceReference, size.IsEmpty ? (byte)0 : size[0],
                    tpdu.Parameter(CotpParameter.CallingTsap), tpdu.Parameter(CotpParameter.CalledTsap));
                break;
        }
    }

    static void EncodeUserdata(IBufferWriter<byte> to, S7Frame frame)
    {
        Assert.True(S7Userdata.TryRead(frame.Parameter, out S7Userdata userdata));
        S7UserdataHead head = new(userdata.Type, userdata.Group, userdata.Subfunction, userdata.Sequence, userdata.IsExtended, userdata.DataUnitReference, userdata.HasMore, userdata.ErrorCode);
        S7Encoder.WriteUserdata(to, frame.Reference, head, frame.Data[0], frame.Data[1], frame.Data[4..]);
    }

    /// <summary>The encoder builds any-pointers only; the page says so.</summary>
    static bool TryItems(S7Frame job, out S7ItemAddress[] addresses)
    {
        List<S7ItemAddress> list = [];
        S7Items items = S7Items.Of(job);
        while (items.TryNext(out S7Item item))
        {
            if (item.Form != S7ItemForm.Any)
            {
                addresses = [];
                return false;
            }

            list.Add(new S7ItemAddress(item.Area, item.Db, item.Address, item.TransportSize, item.Count));
        }

        addresses = [.. list];
        return true;
    }

    static S7ItemValue[] Values(S7Frame frame)
    {
        List<S7ItemValue> list = [];
        S7DataItems values = new(frame.Data, frame.ItemCount);
        while (values.TryNext(out S7DataItem value))
        {
            list.Add(new S7ItemValue(value.ReturnCode, value.TransportSize, value.Value.ToArray()));
        }

        return [.. list];
    }
}

/// <summary>What the room reads inside and the tests need too.</summary>
static class S7Reading
{
    public static int PduSize(S7Frame frame) => (frame.Parameter[6] << 8) | frame.Parameter[7];
}
