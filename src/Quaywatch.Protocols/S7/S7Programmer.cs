using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Programmer commands (test and installation functions): watch, modify and force variables, breakpoints, memory reset,
/// lamps.</summary>
internal static class S7Programmer
{
    const byte VariableStatus = 0x02;
    const byte ForceSelection = 0x07;
    const byte ModifyVariable = 0x08;
    const byte Force = 0x09;
    const byte DisableJob = 0x0D;
    const byte DeleteJob = 0x0F;
    const byte ReplaceJob = 0x12;

    /// <summary>What a command amounts to.</summary>
    public static Operation OperationOf(byte subfunction) => subfunction switch
    {
        VariableStatus or 0x01 or 0x13 => Operation.Subscribe,
        0x03 or 0x04 or 0x05 or 0x06 or 0x10 or 0x11 => Operation.Browse,
        ForceSelection or Force => Operation.Force,
        ModifyVariable => Operation.Write,
        0x0B => Operation.Mode,
        0x0C => Operation.Reset,
        0x16 => Operation.Signal,
        _ => Operation.Other,
    };

    /// <summary>Says what a request amounted to.</summary>
    public static void SayActs(in S7Exchange exchange, S7Userdata shown, ReadOnlySpan<byte> asked, S7UserdataResult result)
    {
        string function = S7Extended.FunctionName(shown);
        Operation operation = OperationOf(shown.Subfunction);
        if (!S7Test.TryRead(asked, out S7Test test))
        {
            exchange.Say(function, operation, 0, default, default, result.Result, result.Error);
            return;
        }

        if (shown.Subfunction is >= DisableJob and <= DeleteJob or ReplaceJob)
        {
            SayJob(exchange, function, shown.Subfunction, test, result);
            return;
        }

        int said = 0;
        if (shown.Subfunction is VariableStatus or ModifyVariable or Force)
        {
            bool writes = shown.Subfunction != VariableStatus;
            S7TestValues values = writes ? test.Values : default;
            while (test.TryVariable(said, out S7TestVariable variable))
            {
                Value value = values.TryNext(out S7DataItem data) ? ValueOf(exchange.Batch, variable, data) : default;
                exchange.Say(function, operation, said++, TargetOf(exchange.Batch, variable, writes), value, result.Result, result.Error);
            }
        }

        if (said == 0)
        {
            exchange.Say(function, operation, 0, default, default, result.Result, result.Error);
        }
    }

    /// <summary>Says the values that a watched table shows, and those of a modify job that the controller took.</summary>
    public static void SaySamples(ReadOnlySpan<byte> payload, byte subfunction, S7Job? job, int evidence, FlowId flow, Direction holder, Batch batch)
    {
        if (job is null || subfunction is not (VariableStatus or ModifyVariable or Force)
            || !S7Test.TryRead(payload, out S7Test shown) || !S7Test.TryRead(job.Data, out S7Test asked))
        {
            return;
        }

        bool isWatch = subfunction == VariableStatus;
        S7TestValues values = isWatch ? shown.AnsweredValues : asked.Values;
        for (int i = 0; asked.TryVariable(i, out S7TestVariable variable) && values.TryNext(out S7DataItem value); i++)
        {
            // a modify job's answer is one return code a variable, behind the count
            byte code = isWatch ? value.ReturnCode : shown.Data.Length > 2 + i ? shown.Data[2 + i] : (byte)0;
            if (code == S7Names.Success)
            {
                batch.Add(new Sample
                {
                    Evidence = evidence,
                    Flow = flow,
                    Holder = holder,
                    Protocol = S7Parser.ProtocolName,
                    Target = TargetOf(batch, variable, !isWatch),
                    Value = ValueOf(batch, variable, value),
                });
            }
        }
    }

    /// <summary>Switching a job is what the job is: to watch changes nothing, to modify, force or break may.</summary>
    static void SayJob(in S7Exchange exchange, string function, byte subfunction, S7Test test, S7UserdataResult result)
    {
        int at = subfunction is DeleteJob or ReplaceJob ? 2 : 0;
        if (test.Data.Length < at + 2)
        {
            exchange.Say(function, Operation.Other, 0, default, default, result.Result, result.Error);
            return;
        }

        ReadOnlySpan<byte> job = test.Data.Slice(at, 2);
        Operation operation = OperationOf(job[0]) is Operation.Subscribe or Operation.Browse ? Operation.Subscribe : Operation.Other;
        exchange.Say(function, operation, 0, S7Target.Pack(exchange.Batch, S7Space.TestJob, job), default, result.Result, result.Error);
    }

    static Target TargetOf(Batch batch, S7TestVariable variable, bool isWrite) =>
        S7Target.Memory(batch, variable.Area, variable.Db, variable.Address, variable.TransportSize, variable.Count, isWrite);

    static Value ValueOf(Batch batch, S7TestVariable variable, S7DataItem value) =>
        new(S7Value.Kind(variable.TransportSize, variable.Count, value.Value.Length), batch.Store(value.Value));
}
