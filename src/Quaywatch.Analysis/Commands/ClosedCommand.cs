using Quaywatch.Analysis.Conversations;
using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Commands;

/// <summary>A run of commands that has ended and waits, outside memory, for its id and the devices.</summary>
internal sealed record ClosedCommand
{
    /// <summary>What the verdict stands on without a site file.</summary>
    const string NobodyKnows = "no site file: nothing says who may command what";

    /// <summary>Its place in the order in which runs began.</summary>
    public required long Number { get; init; }

    /// <summary>What it is.</summary>
    public required CommandHead Head { get; init; }

    /// <summary>Time of the earliest act, nanoseconds since 1970.</summary>
    public long First { get; init; }

    /// <summary>Time of the latest act.</summary>
    public long Last { get; init; }

    /// <summary>Number of acts.</summary>
    public long Count { get; init; }

    /// <summary>Text of the last value; null where it is the first one's.</summary>
    public string? LastValue { get; init; }

    /// <summary>Number of distinct values.</summary>
    public int DistinctValues { get; init; }

    /// <summary>Least value.</summary>
    public double? Least { get; init; }

    /// <summary>Greatest value.</summary>
    public double? Greatest { get; init; }

    /// <summary>Its packets.</summary>
    public IReadOnlyList<Seen> Seen { get; init; } = [];

    /// <summary>The end of an open run.</summary>
    public static ClosedCommand Of(CommandRun run) => new()
    {
        Number = run.Number,
        Head = run.Head,
        First = run.First,
        Last = run.Last,
        Count = run.Count,
        LastValue = run.LastValue,
        DistinctValues = run.DistinctValues,
        Least = run.Least,
        Greatest = run.Greatest,
        Seen = run.Seen,
    };

    /// <summary>Writes it to the scratch stream.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Number);
        writer.WriteEnd(Head.Commander);
        writer.WriteEnd(Head.Controller);
        writer.WriteText(Head.UserName);
        writer.WriteText(Head.Session);
        writer.Write(Head.Protocol);
        writer.WriteText(Head.Function);
        writer.Write((byte)Head.Operation);
        writer.WriteText(Head.Address);
        writer.WriteText(Head.Value);
        writer.WriteText(Head.ValueHex);
        writer.WriteNumber(Head.ValueNumber);
        writer.WriteText(Head.OldValue);
        writer.Write((byte)Head.Result);
        writer.WriteText(Head.Error);
        writer.Write(Head.Uid);
        WriteSeen(writer, Head.Packet);
        writer.Write(Head.Answer.HasValue);
        WriteSeen(writer, Head.Answer.GetValueOrDefault());
        writer.Write(First);
        writer.Write(Last);
        writer.Write(Count);
        writer.WriteText(LastValue);
        writer.Write7BitEncodedInt(DistinctValues);
        writer.WriteNumber(Least);
        writer.WriteNumber(Greatest);
        writer.WriteList(Seen, WriteSeen);
    }

    /// <summary>Reads one back.</summary>
    public static ClosedCommand Read(BinaryReader reader) => new()
    {
        Number = reader.ReadInt64(),
        Head = new CommandHead
        {
            Commander = reader.ReadEnd(),
            Controller = reader.ReadEnd(),
            UserName = reader.ReadText(),
            Session = reader.ReadText(),
            Protocol = reader.ReadString(),
            Function = reader.ReadText(),
            Operation = (Operation)reader.ReadByte(),
            Address = reader.ReadText(),
            Value = reader.ReadText(),
            ValueHex = reader.ReadText(),
            ValueNumber = reader.ReadNumber(),
            OldValue = reader.ReadText(),
            Result = (ActResult)reader.ReadByte(),
            Error = reader.ReadText(),
            Uid = reader.ReadString(),
            Packet = ReadSeen(reader),
            Answer = reader.ReadBoolean() ? ReadSeen(reader) : Skip(ReadSeen(reader)),
        },
        First = reader.ReadInt64(),
        Last = reader.ReadInt64(),
        Count = reader.ReadInt64(),
        LastValue = reader.ReadText(),
        DistinctValues = reader.Read7BitEncodedInt(),
        Least = reader.ReadNumber(),
        Greatest = reader.ReadNumber(),
        Seen = reader.ReadList(ReadSeen),
    };

    /// <summary>The row, once ids and devices are known.</summary>
    public Command Row(string id, DeviceTable devices) => new()
    {
        Id = id,
        FirstSeen = Timestamp.FromNanoseconds(First),
        LastSeen = Timestamp.FromNanoseconds(Last),
        Count = Count,
        Commander = devices.Endpoint(Head.Commander) with { UserName = Head.UserName, Session = Head.Session },
        Controller = devices.Endpoint(Head.Controller),
        Protocol = Head.Protocol,
        Function = Head.Function,
        Operation = ConversationNames.Rows(Head.Operation),
        Address = Head.Address,
        Value = Head.Value,
        LastValue = LastValue,
        OldValue = Head.OldValue,
        ValueNumber = Head.ValueNumber,
        ValueHex = Head.ValueHex,
        DistinctValues = DistinctValues == 0 ? null : DistinctValues,
        Least = Least,
        Greatest = Greatest,
        Result = Head.Result switch
        {
            ActResult.Ok => Result.Ok,
            ActResult.Refused => Result.Refused,
            ActResult.NoAnswer => Result.NoAnswer,
            _ => Result.NotSeen,
        },
        Error = Head.Error,
        Verdict = Verdict.Unknown,
        VerdictBy = NobodyKnows,
        Uid = Head.Uid,
        Input = Head.Packet.Input,
        Packet = Head.Packet.Packet,
        AnswerInput = Head.Answer?.Input,
        AnswerPacket = Head.Answer?.Packet,
        SeenIn = Seen,
    };

    static void WriteSeen(BinaryWriter writer, Seen seen)
    {
        writer.Write7BitEncodedInt(seen.Input);
        writer.Write7BitEncodedInt64(seen.Packet);
    }

    static Seen ReadSeen(BinaryReader reader) => new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64());

    static Seen? Skip(Seen _) => null;
}
