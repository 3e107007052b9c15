using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Read Var and Write Var: one act an item, and a sample for every stretch that was read or accepted.</summary>
internal static class S7Variables
{
    static readonly ByteCodeTexts UnknownReturnCodes = new("Unknown return code");

    /// <summary>The words for an item's return code that is no success.</summary>
    public static string ReturnCode(byte code) => S7Names.ReturnCode(code) ?? UnknownReturnCodes.Of(code);

    /// <summary>Says what a Read Var amounted to.</summary>
    public static void SayRead(in S7Exchange exchange)
    {
        S7DataItems values = exchange.HasAnswer && exchange.Error == 0
            ? new S7DataItems(exchange.AnswerFrame.Data, exchange.AnswerFrame.ItemCount)
            : default;
        S7Items items = exchange.HasRequest ? S7Items.Of(exchange.RequestFrame) : default;
        int count = exchange.HasRequest ? exchange.RequestFrame.ItemCount : exchange.AnswerFrame.ItemCount;
        for (int i = 0; i < count; i++)
        {
            Target target = default;
            bool hasItem = items.TryNext(out S7Item item);
            bool hasValue = values.TryNext(out S7DataItem data);
            if (!hasItem && !hasValue)
            {
                break;
            }

            if (hasItem)
            {
                target = S7Target.Of(exchange.Batch, item, isWrite: false);
            }

            if (hasValue && data.ReturnCode != S7Names.Success)
            {
                exchange.Say("Read Var", Operation.Read, i, target, default, ActResult.Refused, ReturnCode(data.ReturnCode));
                continue;
            }

            Value value = hasValue ? ValueOf(exchange.Batch, hasItem, item, data) : default;
            exchange.Say("Read Var", Operation.Read, target, value, i);
            if (hasValue && hasItem && IsOneStretch(item))
            {
                exchange.Sample(exchange.Answer, target, value);
            }
        }

        ReportCutLists(exchange, items, values);
    }

    /// <summary>Says what a Write Var amounted to.</summary>
    public static void SayWrite(in S7Exchange exchange)
    {
        ReadOnlySpan<byte> codes = exchange.HasAnswer && exchange.Error == 0 ? exchange.AnswerFrame.Data : default;
        S7Items items = exchange.HasRequest ? S7Items.Of(exchange.RequestFrame) : default;
        S7DataItems values = exchange.HasRequest ? new S7DataItems(exchange.RequestFrame.Data, exchange.RequestFrame.ItemCount) : default;
        int count = exchange.HasRequest ? exchange.RequestFrame.ItemCount : exchange.AnswerFrame.ItemCount;
        for (int i = 0; i < count; i++)
        {
            bool hasItem = items.TryNext(out S7Item item);
            bool hasValue = values.TryNext(out S7DataItem data);
            if (!hasItem && i >= codes.Length)
            {
                break;
            }

            Target target = hasItem ? S7Target.Of(exchange.Batch, item, isWrite: true) : default;
            Value value = hasValue ? ValueOf(exchange.Batch, hasItem, item, data) : default;
            if (i < codes.Length && codes[i] != S7Names.Success)
            {
                exchange.Say("Write Var", Operation.Write, i, target, value, ActResult.Refused, ReturnCode(codes[i]));
                continue;
            }

            exchange.Say("Write Var", Operation.Write, target, value, i);
            if (i < codes.Length && hasItem && hasValue)
            {
                exchange.Sample(exchange.Request, target, value);
            }
        }

        ReportCutLists(exchange, items, values);
    }

    /// <summary>Several stretches in one item have one value, whose inner layout is not known.</summary>
    static bool IsOneStretch(S7Item item) => item.Form != S7ItemForm.DbRead || item.AreaCount == 1;

    static Value ValueOf(Batch batch, bool hasItem, S7Item item, S7DataItem data) => hasItem
        ? S7Value.Of(batch, item, data)
        : new Value(S7Value.Kind(data.TransportSize, data.Value.Length), batch.Store(data.Value));

    static void ReportCutLists(in S7Exchange exchange, S7Items items, S7DataItems values)
    {
        if (!items.IsComplete)
        {
            exchange.Report(exchange.Request, exchange.Commander, AnomalyKind.Malformed, "fewer items than their count");
        }

        if (!values.IsComplete)
        {
            bool inAnswer = !exchange.HasRequest || exchange.RequestFrame.Function == S7Function.ReadVar;
            exchange.Report(inAnswer ? exchange.Answer : exchange.Request, inAnswer ? exchange.Controller : exchange.Commander,
                AnomalyKind.Malformed, "fewer values than their count");
        }
    }
}
