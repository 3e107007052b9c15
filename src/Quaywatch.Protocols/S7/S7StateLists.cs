using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>What the system state lists say of the controller: order number, versions, names, serial number, operating mode.
/// Siemens, System Software for S7-300/400, System and Standard Functions, chapter "System Status Lists"; field names as in
/// Wireshark, packet-s7comm_szl_ids.c.</summary>
internal static class S7StateLists
{
    /// <summary>Siemens' number as a maker, in list xy1C index 9 (PROFIBUS and PROFINET manufacturer identifier).</summary>
    const int Siemens = 0x002A;

    /// <summary>Says what a whole answer holds.</summary>
    /// <param name="payload">List identifier, index, record length, record count, records.</param>
    /// <param name="evidence">The answer's evidence.</param>
    /// <param name="flow">The conversation.</param>
    /// <param name="subject">The controller's side.</param>
    /// <param name="batch">Where it goes.</param>
    public static void Say(ReadOnlySpan<byte> payload, int evidence, FlowId flow, Direction subject, Batch batch)
    {
        S7StateListReader reader = new(payload);
        while (reader.TryNext(out ReadOnlySpan<byte> record))
        {
            switch (reader.Number)
            {
                case 0x11:
                    SayModule(record, evidence, flow, subject, batch);
                    break;
                case 0x1C:
                    SayComponent(record, evidence, flow, subject, batch);
                    break;
                case 0x24 when record.Length >= 4:
                    SayMode(S7SzlNames.Mode(record[3] & 0x0F), evidence, flow, subject, batch);
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>Says the operating mode, as a sample of its own; nothing where the code has no word.</summary>
    public static void SayMode(string? mode, int evidence, FlowId flow, Direction subject, Batch batch)
    {
        if (mode is null)
        {
            return;
        }

        Span<byte> text = stackalloc byte[64];
        int length = System.Text.Encoding.ASCII.GetBytes(mode.AsSpan(0, Math.Min(mode.Length, text.Length)), text);
        batch.Add(new Sample
        {
            Evidence = evidence,
            Flow = flow,
            Holder = subject,
            Protocol = S7Parser.ProtocolName,
            Target = S7Target.Pack(batch, S7Space.Mode, default),
            Value = new Value(ValueKind.Text, batch.Store(text[..length])),
        });
    }

    /// <summary>List xy11: index (2), order number (20), module type (2), version (2), version (2).</summary>
    static void SayModule(ReadOnlySpan<byte> record, int evidence, FlowId flow, Direction subject, Batch batch)
    {
        if (record.Length < 28)
        {
            return;
        }

        int index = BinaryPrimitives.ReadUInt16BigEndian(record);
        ReadOnlySpan<byte> version = record.Slice(24, 4);
        Span<byte> buffer = stackalloc byte[16];
        ByteText text = new(buffer);
        switch (index)
        {
            case 0x0001:
                Text(record.Slice(2, 20), IdentityField.OrderNumber, evidence, flow, subject, batch);
                break;
            case 0x0006:
                text.Decimal(BinaryPrimitives.ReadUInt16BigEndian(version));
                Text(text.Text, IdentityField.Hardware, evidence, flow, subject, batch);
                break;
            case 0x0007:
                // "V" and three numbers: 56 03 02 06 is V3.2.6
                text.Add(version[0] is > 0x20 and < 0x7F ? version[0] : (byte)'V');
                text.Decimal(version[1]);
                text.Add((byte)'.');
                text.Decimal(version[2]);
                text.Add((byte)'.');
                text.Decimal(version[3]);
                Text(text.Text, IdentityField.Firmware, evidence, flow, subject, batch);
                break;
            default:
                break;
        }
    }

    /// <summary>List xy1C: index (2), text or numbers (32).</summary>
    static void SayComponent(ReadOnlySpan<byte> record, int evidence, FlowId flow, Direction subject, Batch batch)
    {
        if (record.Length < 4)
        {
            return;
        }

        ReadOnlySpan<byte> value = record[2..];
        switch (BinaryPrimitives.ReadUInt16BigEndian(record))
        {
            case 0x0001:
                Text(value[..Math.Min(24, value.Length)], IdentityField.Name, evidence, flow, subject, batch);
                break;
            case 0x0002:
                Text(value[..Math.Min(24, value.Length)], IdentityField.Station, evidence, flow, subject, batch);
                break;
            case 0x0005:
                Text(value[..Math.Min(24, value.Length)], IdentityField.Serial, evidence, flow, subject, batch);
                break;
            case 0x0007:
                Text(value, IdentityField.Model, evidence, flow, subject, batch);
                break;
            case 0x0009 when BinaryPrimitives.ReadUInt16BigEndian(value) == Siemens:
                Text("Siemens"u8, IdentityField.Vendor, evidence, flow, subject, batch);
                break;
            default:
                break;
        }
    }

    static void Text(ReadOnlySpan<byte> value, IdentityField field, int evidence, FlowId flow, Direction subject, Batch batch)
    {
        int end = value.IndexOf((byte)0);
        ReadOnlySpan<byte> text = (end < 0 ? value : value[..end]).Trim((byte)' ');
        if (text.IsEmpty)
        {
            return;
        }

        batch.Add(new Identity
        {
            Evidence = evidence,
            Flow = flow,
            Subject = subject,
            Field = field,
            Value = batch.Store(text),
            Protocol = S7Parser.ProtocolName,
        });
    }
}
