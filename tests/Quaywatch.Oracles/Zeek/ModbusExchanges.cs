using System.Buffers.Binary;
using Quaywatch.Observations;
using Quaywatch.Protocols;
using Quaywatch.Protocols.Framework;
using Quaywatch.Protocols.Modbus;

namespace Quaywatch.Oracles.Zeek;

/// <summary>Our acts of a capture as rows like those of ICSNPP's modbus_detailed log: one an answered request.</summary>
sealed class ModbusExchanges : MessageListener
{
    readonly List<ModbusRow> _rows = [];

    /// <summary>The rows of a capture.</summary>
    public static List<ModbusRow> Of(string path)
    {
        ModbusExchanges exchanges = new();
        Runs.Messages(path, exchanges);
        return exchanges._rows;
    }

    public override void OnMessage(Protocol protocol, in Where where, in Message message, Batch batch)
    {
        if (protocol.Name != "modbus" || !ModbusFrame.TryRead(message.Request, out ModbusFrame request))
        {
            return;
        }

        PacketPart answered = batch.EvidenceAt(where.Evidence(batch, message.Bytes.Length)).First;
        for (int i = batch.Acts.Count - 1; i >= 0; i--)
        {
            Act act = batch.Acts[i];
            if (act.Flow != where.Flow || act.Answer < 0 || batch.EvidenceAt(act.Answer).First != answered)
            {
                break;
            }

            if (act.Item == 0 && ModbusRequest.TryRead(request, out ModbusRequest asked))
            {
                Direction client = where.Direction.Other();
                bool isA = client == Direction.FromA;
                _rows.Add(new ModbusRow(
                    $"{(isA ? where.Ends.IpA : where.Ends.IpB)}:{where.Ends.SourcePort(client)}>{(isA ? where.Ends.IpB : where.Ends.IpA)}:{where.Ends.DestinationPort(client)}",
                    request.Transaction,
                    request.Unit,
                    (byte)request.Function,
                    batch.EvidenceAt(act.Request).Last.Time / 1e9,
                    ModbusRow.HasRange(request.Function) ? asked.Address : null,
                    ModbusRow.HasRange(request.Function) ? asked.Quantity : null,
                    act.Result == ActResult.Ok && ModbusRow.HasRange(request.Function) ? Values(batch, act.Value) : "",
                    act.Error is not null));
            }
        }
    }

    static string Values(Batch batch, Value value)
    {
        ReadOnlySpan<byte> bytes = batch.Bytes(value.Bytes);
        List<int> values = [];
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                values.Add(bytes[0]);
                break;
            case ValueKind.Bits:
                for (int i = 0; i < value.Count; i++)
                {
                    values.Add((bytes[i / 8] >> (i % 8)) & 1);
                }

                break;
            default:
                for (int i = 0; i + 1 < bytes.Length; i += 2)
                {
                    values.Add(BinaryPrimitives.ReadUInt16BigEndian(bytes[i..]));
                }

                break;
        }

        return string.Join(',', values);
    }
}
