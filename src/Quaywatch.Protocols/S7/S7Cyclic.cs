using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Cyclic services: values that the controller sends again and again, or when they change.</summary>
internal static class S7Cyclic
{
    /// <summary>Reserved (1), count (1), timebase (1), factor (1) before the items of a request.</summary>
    const int RequestHead = 4;

    /// <summary>Reserved (1), count (1) before the values of an answer.</summary>
    const int AnswerHead = 2;

    /// <summary>Says what a request amounted to: one act an item.</summary>
    public static void SayActs(in S7Exchange exchange, S7Userdata shown, ReadOnlySpan<byte> asked, S7UserdataResult result)
    {
        string function = S7Extended.FunctionName(shown);
        Operation operation = shown.Subfunction switch
        {
            1 or 4 or 5 or 7 => Operation.Subscribe,
            8 => Operation.Read,
            _ => Operation.Other,
        };
        int said = 0;
        if (shown.Subfunction is 1 or 5 or 7 or 8 && exchange.HasRequest)
        {
            S7Items items = ItemsOf(asked, shown.Subfunction);
            while (items.TryNext(out S7Item item))
            {
                exchange.Say(function, operation, said++, S7Target.Of(exchange.Batch, item, isWrite: false), default, result.Result, result.Error);
            }
        }

        if (said == 0)
        {
            exchange.Say(function, operation, 0, default, default, result.Result, result.Error);
        }
    }

    /// <summary>Says the values of an answer or announcement, by the items of the job; nothing where the job was not seen.</summary>
    public static void SaySamples(ReadOnlySpan<byte> payload, S7Job? job, int evidence, FlowId flow, Direction holder, Batch batch)
    {
        if (job is null || payload.Length < AnswerHead || job.Subfunction == 8)
        {
            return;
        }

        S7Items items = ItemsOf(job.Data, job.Subfunction);
        S7DataItems values = new(payload[AnswerHead..], payload[1]);
        while (items.TryNext(out S7Item item) && values.TryNext(out S7DataItem value))
        {
            if (value.ReturnCode == S7Names.Success)
            {
                batch.Add(new Sample
                {
                    Evidence = evidence,
                    Flow = flow,
                    Holder = holder,
                    Protocol = S7Parser.ProtocolName,
                    Target = S7Target.Of(batch, item, isWrite: false),
                    Value = S7Value.Of(batch, item, value),
                });
            }
        }
    }

    /// <summary>The items of a job; RDREC has no timebase.</summary>
    static S7Items ItemsOf(ReadOnlySpan<byte> asked, byte subfunction)
    {
        int head = subfunction == 8 ? AnswerHead : RequestHead;
        return asked.Length < head ? default : new S7Items(asked[head..], asked[1]);
    }
}
