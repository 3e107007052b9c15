using System.Globalization;
using Quaywatch.Protocols.Modbus;
using Quaywatch.Testing;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Protocols.Tests.Modbus;

/// <summary>Apache PLC4X's protocol vectors, and the examples printed in the specification (Modbus Application Protocol V1.1b3,
/// section 6), which the samples are made of.</summary>
public sealed class ModbusKnownAnswersTests
{
    [Fact]
    public void Plc4x_reads_the_same()
    {
        int compared = 0;
        foreach (Plc4xMessage message in Plc4xMessage.Read(Shared.Need("expected/plc4x/modbus")))
        {
            Assert.Equal(message.Raw ?? message.Bytes, message.Bytes);
            FieldTree tree = new();
            new ModbusProtocol().Describe(new Message { Bytes = message.Bytes, FromClient = !message.IsAnswer }, tree);
            Assert.Equal(Theirs(message), Ours(tree.Roots));
            compared++;
        }

        Assert.True(compared > 100);
    }

    /// <summary>Their fields under our names; values are compared as the bytes that they are.</summary>
    static List<string> Theirs(Plc4xMessage message)
    {
        List<string> fields = [];
        foreach ((string name, string value) in message.Fields)
        {
            string text = value.StartsWith("0x", StringComparison.Ordinal) ? value[2..].ToLowerInvariant() : value;
            string? ours = name switch
            {
                "transactionIdentifier" => "mbtcp.trans_id",
                "protocolIdentifier" => "mbtcp.prot_id",
                "length" => "mbtcp.len",
                "unitIdentifier" => "mbtcp.unit_id",
                "functionFlag" => "modbus.func_code",
                "startingAddress" => "modbus.reference_num",
                "quantity" or "recordLength" => "count",
                "byteCount" or "dataLength" => "modbus.byte_cnt",
                "referenceType" => "modbus.reference_type",
                "fileNumber" => "File Number",
                "recordNumber" => "Record Number",
                "value" or "data" or "recordData" => "bytes",
                "errorFlag" => null,
                _ => "unknown " + name,
            };
            if (ours is not null)
            {
                Add(fields, ours, text);
            }
        }

        return fields;
    }

    static List<string> Ours(IReadOnlyList<FieldNode> nodes)
    {
        List<string> fields = [];
        Collect(nodes, fields);
        return fields;
    }

    static void Collect(IReadOnlyList<FieldNode> nodes, List<string> fields)
    {
        foreach (FieldNode node in nodes)
        {
            switch (node.Filter)
            {
                case null when node.Name is "File Number" or "Record Number":
                    Add(fields, node.Name, node.Raw!);
                    break;
                case "modbus.word_cnt" or "modbus.bit_cnt":
                    Add(fields, "count", node.Raw!);
                    break;
                case "modbus.data":
                    Add(fields, "bytes", node.Raw!);
                    break;
                case "modbus.regval_uint16":
                    Add(fields, "bytes", int.Parse(node.Raw!, CultureInfo.InvariantCulture).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                case null or "modbus.regnum16" or "modbus.reference_num_32":
                    break;
                default:
                    Add(fields, node.Filter, node.Raw!);
                    break;
            }

            Collect(node.Children, fields);
        }
    }

    /// <summary>Registers one after another are one value.</summary>
    static void Add(List<string> fields, string name, string value)
    {
        if (name == "bytes" && fields[^1].StartsWith("bytes ", StringComparison.Ordinal))
        {
            fields[^1] += value;
        }
        else
        {
            fields.Add($"{name} {value}");
        }
    }
}
