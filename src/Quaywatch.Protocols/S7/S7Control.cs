using System.Buffers.Binary;
using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Set-up, stop and the program invocation services.</summary>
internal static class S7Control
{
    /// <summary>Bytes of Setup communication's parameter part.</summary>
    const int SetupSize = 8;

    static readonly ByteCodeTexts UnknownFunctions = new("Unknown function");

    /// <summary>The words for a function of jobs.</summary>
    public static string FunctionName(S7Function function) => S7Names.Function((byte)function) ?? UnknownFunctions.Of((byte)function);

    /// <summary>The PDU size that a Setup communication asks for or grants; 0 where it is cut short.</summary>
    public static int PduSize(S7Frame frame) =>
        !frame.IsEmpty && frame.ParameterLength >= SetupSize ? BinaryPrimitives.ReadUInt16BigEndian(frame.Parameter[6..]) : 0;

    /// <summary>Says what Setup communication amounted to.</summary>
    public static void SaySetup(in S7Exchange exchange)
    {
        S7Frame says = exchange.HasAnswer && exchange.Error == 0 ? exchange.AnswerFrame : exchange.HasRequest ? exchange.RequestFrame : default;
        Value size = PduSize(says) == 0 ? default : new Value(ValueKind.Unsigned, exchange.Batch.Store(says.Parameter[6..8]));
        exchange.Say("Setup communication", Operation.Negotiate, default, size);
    }

    /// <summary>Says what PLC Stop amounted to.</summary>
    public static void SayStop(in S7Exchange exchange)
    {
        Target target = exchange.HasRequest && S7PiJob.TryRead(exchange.RequestFrame.Parameter, out S7PiJob job)
            ? S7Target.Pack(exchange.Batch, S7Space.Name, job.Name)
            : default;
        exchange.Say("PLC Stop", Operation.Stop, target, default);
    }

    /// <summary>Says what a program invocation amounted to.</summary>
    public static void SayPiService(in S7Exchange exchange)
    {
        if (!exchange.HasRequest)
        {
            exchange.Say("PI-Service", Operation.Other, default, default);
            return;
        }

        if (!S7PiJob.TryRead(exchange.RequestFrame.Parameter, out S7PiJob job))
        {
            exchange.Say("PI-Service", Operation.Other, default, default);
            exchange.Report(exchange.Request, exchange.Commander, AnomalyKind.Malformed, "PI-Service cut short");
            return;
        }

        S7PiService service = S7PiServices.Find(job.Name);
        switch (service.Arguments)
        {
            case S7PiArguments.Blocks:
                SayBlocks(exchange, service, job.Arguments);
                break;
            case S7PiArguments.Text:
                Value argument = job.Arguments.IsEmpty ? default : new Value(ValueKind.Text, exchange.Batch.Store(job.Arguments));
                exchange.Say(StartName(service, job.Arguments), service.Operation, S7Target.Pack(exchange.Batch, S7Space.Name, job.Name), argument);
                break;
            case S7PiArguments.Strings:
                // the second argument is what the service is about: a file, a tool; unless it is a password
                ReadOnlySpan<byte> subject = service.Fields.Count > 1 && service.Fields[1] != "password" ? job.Text(1) : default;
                exchange.Say(service.Function, service.Operation, S7Target.Pack(exchange.Batch, S7Space.Name, subject.IsEmpty ? job.Name : subject), default);
                break;
            default:
                exchange.Say(service.Function, service.Operation, S7Target.Pack(exchange.Batch, S7Space.Name, job.Name), default);
                break;
        }
    }

    /// <summary>P_PROGRAM starts warm without an argument, cold with "C ".</summary>
    static string StartName(S7PiService service, ReadOnlySpan<byte> arguments) =>
        service.Operation != Operation.Start ? service.Function
        : arguments.Length > 0 && arguments[0] == (byte)'C' ? "PI-Service P_PROGRAM (cold start)"
        : "PI-Service P_PROGRAM (warm start)";

    static void SayBlocks(in S7Exchange exchange, S7PiService service, ReadOnlySpan<byte> arguments)
    {
        int count = arguments.Length > 0 ? arguments[0] : 0;
        int said = 0;
        for (int at = 2; said < count && arguments.Length >= at + S7BlockName.Size; at += S7BlockName.Size, said++)
        {
            ReadOnlySpan<byte> bytes = arguments.Slice(at, S7BlockName.Size);
            Target target = S7BlockName.TryRead(bytes, out S7BlockName name)
                ? S7Target.Block(exchange.Batch, name)
                : S7Target.Pack(exchange.Batch, S7Space.Name, bytes);
            exchange.Say(service.Function, service.Operation, target, default, said);
        }

        if (said == 0)
        {
            exchange.Say(service.Function, service.Operation, default, default);
        }

        if (said < count)
        {
            exchange.Report(exchange.Request, exchange.Commander, AnomalyKind.Malformed, "fewer blocks than their count");
        }
    }
}
