using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.Modbus;

/// <summary>What is about a unit itself: diagnostics, counters, identification, and functions whose content is not decoded.</summary>
internal static class ModbusControl
{
    /// <summary>Bytes of the texts of all objects of an answer, with the separators between them.</summary>
    const int ObjectsText = ModbusLimits.MostLength * 2;

    /// <summary>Says what a function amounted to that is about no memory, or a message too broken to tell which.</summary>
    public static void Say(in ModbusExchange exchange, ModbusRequest request, ModbusResponse answer)
    {
        ModbusFunction function = exchange.Frame.Function;
        int subFunction = SubFunction(exchange.Frame);
        Operation operation = ModbusNames.Operation(function, subFunction);
        Target target = ModbusTarget.Unit(exchange.Batch, exchange.Frame.Unit);
        Value value = function switch
        {
            ModbusFunction.Diagnostics => Diagnosis(exchange.Batch, operation, request, answer),
            _ when answer.IsEmpty => default,
            ModbusFunction.ReadExceptionStatus => new Value(ValueKind.Bits, exchange.Batch.Store(answer.Values), 8),
            ModbusFunction.GetCommEventCounter or ModbusFunction.GetCommEventLog => Counters(exchange.Batch, answer),
            ModbusFunction.ReportServerId => Server(exchange, answer),
            ModbusFunction.EncapsulatedInterface => Objects(exchange, answer),
            _ => default,
        };
        exchange.Say(ModbusNames.Asked(function, subFunction), operation, target, value);
    }

    /// <summary>A diagnostic that asks shows its answer, one that changes something shows what was asked.</summary>
    static Value Diagnosis(Batch batch, Operation operation, ModbusRequest request, ModbusResponse answer)
    {
        ReadOnlySpan<byte> data = operation == Operation.Browse || request.IsEmpty ? answer.DiagnosticData : request.DiagnosticData;
        return data.IsEmpty ? default : new Value(data.Length == 2 ? ValueKind.Unsigned : ValueKind.Bytes, batch.Store(data));
    }

    /// <summary>Status and event count, with the log also the message count.</summary>
    static Value Counters(Batch batch, ModbusResponse answer)
    {
        Span<byte> words = stackalloc byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(words, answer.Status);
        BinaryPrimitives.WriteUInt16BigEndian(words[2..], answer.EventCount);
        BinaryPrimitives.WriteUInt16BigEndian(words[4..], answer.MessageCount);
        return new Value(ValueKind.Words, batch.Store(answer.Function == ModbusFunction.GetCommEventLog ? words : words[..4]));
    }

    static Value Server(in ModbusExchange exchange, ModbusResponse answer)
    {
        ModbusServerId id = new(answer.ServerId);
        if (id.Name.IsEmpty)
        {
            return id.Bytes.IsEmpty ? default : new Value(ValueKind.Bytes, exchange.Batch.Store(id.Bytes));
        }

        exchange.Identify(IdentityField.Model, id.Name);
        return new Value(ValueKind.Text, exchange.Batch.Store(id.Name));
    }

    /// <summary>The objects of a device identification, each as identity and all of them as the act's value. A URL and the device's
    /// own objects are no identity.</summary>
    static Value Objects(in ModbusExchange exchange, ModbusResponse answer)
    {
        ByteText text = new(stackalloc byte[ObjectsText]);
        ModbusObjects objects = answer.Objects;
        while (objects.MoveNext())
        {
            if (objects.Value.IsEmpty || ModbusNames.ObjectName(objects.Id) is null)
            {
                continue;
            }

            text.Add(text.Length > 0 ? ", "u8 : default);
            text.Add(objects.Value);
            if (Field(objects.Id) is { } field)
            {
                exchange.Identify(field, objects.Value);
            }
        }

        return text.Length == 0 ? default : new Value(ValueKind.Text, exchange.Batch.Store(text.Text));
    }

    /// <summary>The product code is what catalogues call the order number.</summary>
    static IdentityField? Field(byte id) => id switch
    {
        0 => IdentityField.Vendor,
        1 => IdentityField.OrderNumber,
        2 => IdentityField.Firmware,
        4 or 5 => IdentityField.Model,
        6 => IdentityField.Name,
        _ => null,
    };

    static int SubFunction(ModbusFrame frame) => frame.IsException ? -1 : frame.Function switch
    {
        ModbusFunction.Diagnostics when frame.Data.Length >= 2 => BinaryPrimitives.ReadUInt16BigEndian(frame.Data),
        ModbusFunction.EncapsulatedInterface when frame.Data.Length >= 1 => frame.Data[0],
        _ => -1,
    };
}
