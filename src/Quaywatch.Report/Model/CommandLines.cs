using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>Makes a row of `commands.jsonl` into what the page shows of it.</summary>
static class CommandLines
{
    const int RowOverhead = 620;
    const int ValueLength = 60;

    /// <summary>The line of a run.</summary>
    public static CommandLine Of(Command command, Party commander, Party controller, bool severalInputs)
    {
        string? value = Value(command);
        string packets = Packets(command, severalInputs);
        string?[] texts = [Shown.Of(command.Function), Address(command), Shown.Of(command.Error), Shown.Of(command.VerdictBy, 160), Shown.Of(command.Controller.Module), Shown.Of(command.Commander.UserName)];
        return new CommandLine
        {
            Id = Shown.Cut(command.Id),
            FirstSeen = command.FirstSeen,
            LastSeen = command.LastSeen,
            Count = command.Count,
            Commander = commander,
            Controller = controller,
            Module = texts[4],
            User = texts[5],
            Operation = command.Operation,
            OperationName = Name(command.Operation),
            Protocol = Shown.Cut(command.Protocol),
            Function = texts[0],
            Address = texts[1],
            Value = value,
            Result = command.Result,
            ResultName = Words.Of(command.Result).Replace('-', ' '),
            Error = texts[2],
            Verdict = command.Verdict,
            VerdictBy = texts[3],
            Packets = packets,
            Weight = RowOverhead + texts.Sum(Shown.Weight) + Shown.Weight(value) + Shown.Weight(packets)
                + Shown.Weight(controller.Label) + Shown.Weight(command.Protocol),
        };
    }

    /// <summary>An operation in a person's words.</summary>
    public static string Name(Operation operation) => operation == Operation.CopyToRom ? "copy to ROM" : Words.Of(operation).Replace('-', ' ');

    static string? Address(Command command)
    {
        string? address = Shown.Of(command.Address);
        return Shown.Of(command.Tag) is { } tag ? $"{tag} {address}" : address;
    }

    static string? Value(Command command)
    {
        string? first = Shown.Of(command.Value, ValueLength);
        if (first is null)
        {
            return null;
        }

        string unit = Shown.Of(command.Unit) is { } name ? " " + name : "";
        string old = Shown.Of(command.OldValue, ValueLength) is { } before && before != first ? $"{before} → " : "";
        string last = Shown.Of(command.LastValue, ValueLength) is { } after && after != first ? $" ... {after}" : "";
        string distinct = command.DistinctValues is > 2 ? $" ({Say.Count(command.DistinctValues.Value, "value")})" : "";
        return $"{old}{first}{last}{unit}{distinct}";
    }

    static string Packets(Command command, bool severalInputs)
    {
        string request = Say.Packet(command.Input, command.Packet, severalInputs);
        return command.AnswerPacket is { } answer && answer != command.Packet
            ? $"{request}, answer {Say.Packet(command.AnswerInput ?? command.Input, answer, severalInputs)}"
            : request;
    }
}
