using System.Globalization;
using Quaywatch.Analysis.Frame;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Operation = Quaywatch.Observations.Operation;

namespace Quaywatch.Analysis.Commands;

/// <summary>The commands of the case: acts that change or could change something, folded into runs. A run that has ended goes to
/// the scratch stream; ids are given at the end, by the time of the first act.</summary>
internal sealed class CommandLog(AnalysisOptions options, Limits limits) : Analyzer, IDisposable
{
    /// <summary>A pause of packet time that ends a run, nanoseconds.</summary>
    public const long Pause = 60_000_000_000;

    /// <summary>Runs open at a time; the one whose last act is oldest is ended early, so that it may be two lines.</summary>
    public const int MostOpenRuns = 16_384;

    /// <summary>Distinct values kept for all open runs together; beyond them a run's count of distinct values is too low.</summary>
    public const int MostDistinctValues = 1_000_000;

    /// <summary>Runs in all; 24 bytes each are kept in memory, the rest outside.</summary>
    public const int MostRuns = 4_000_000;

    readonly Scratch _closed = new(options.Scratch("commands"));
    readonly MemoryImage _image = new(limits);
    readonly Dictionary<CommandKey, LinkedListNode<(CommandKey Key, CommandRun Run)>> _open = [];
    readonly LinkedList<(CommandKey Key, CommandRun Run)> _byLastAct = new();
    readonly List<(long First, long Number, long Place)> _index = [];
    readonly CommandTotals _totals = new();
    readonly Allowance _values = new(MostDistinctValues, limits, "distinct-values");
    long _runs;

    /// <summary>The number of the run to which the act heard last belongs, for analyzers that hear it after this one; -1 where it
    /// is in none.</summary>
    public long Current { get; private set; } = -1;

    /// <inheritdoc/>
    public override IReadOnlyList<ObservationKind> Listens { get; } = [ObservationKind.Act, ObservationKind.Sample];

    /// <summary>Whether acts of that kind are commands whatever the options say.</summary>
    public static bool IsCommand(Operation operation) => operation is not (Operation.Read or Operation.Browse or Operation.Negotiate);

    /// <summary>When an act was asked for (else answered), nanoseconds since 1970.</summary>
    public static long TimeOf(in Act act, Batch batch)
    {
        int evidence = act.Request >= 0 ? act.Request : act.Answer;
        return evidence < 0 ? 0 : batch.EvidenceAt(evidence).Last.Time;
    }

    /// <inheritdoc/>
    public override void On(in Sample sample, in Moment at) => _image.Take(in sample, in at);

    /// <inheritdoc/>
    public override void On(in Act act, in Moment at)
    {
        Current = -1;
        bool isListed = IsCommand(act.Operation) || (options.AllActs && act.Operation != Operation.Negotiate);
        if (!isListed)
        {
            return;
        }

        if (IsCommand(act.Operation))
        {
            _totals.Add(in act, in at);
        }

        CommandKey key = CommandKey.Of(in act, in at);
        long time = TimeOf(in act, at.Batch);
        if (_open.TryGetValue(key, out LinkedListNode<(CommandKey Key, CommandRun Run)>? node))
        {
            CommandRun known = node.Value.Run;
            if (time <= known.Last + Pause && time >= known.First - Pause)
            {
                _byLastAct.Remove(node);
                _byLastAct.AddLast(node);
                known.Add(in act, time, at.Batch);
                Current = known.Number;
                return;
            }

            Close(node);
        }

        if (_runs >= MostRuns)
        {
            limits.Reached("commands");
            return;
        }

        if (_open.Count >= MostOpenRuns)
        {
            limits.Reached("open-commands");
            Close(_byLastAct.First!);
        }

        CommandRun run = new(_runs++, _values) { Head = HeadOf(in act, in at) };
        run.Add(in act, time, at.Batch);
        _open.Add(key, _byLastAct.AddLast((key, run)));
        Current = run.Number;
    }

    /// <inheritdoc/>
    public override void Finish(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        while (_byLastAct.First is { } node)
        {
            Close(node);
        }

        _index.Sort(static (left, right) => left.First != right.First ? left.First.CompareTo(right.First) : left.Number.CompareTo(right.Number));
        int[] places = new int[_index.Count];
        for (int i = 0; i < _index.Count; i++)
        {
            places[_index[i].Number] = i;
        }

        draft.CommandTotals = _totals;
        draft.CommandCount = _index.Count;
        draft.CommandId = number => IdAt(places[number]);
        draft.Commands = _closed.ReadAt(_index.Select(entry => entry.Place), ClosedCommand.Read)
            .Select((command, i) => command.Row(IdAt(i), draft.Devices));
    }

    /// <inheritdoc/>
    public void Dispose() => _closed.Dispose();

    static string IdAt(int place) => string.Create(CultureInfo.InvariantCulture, $"C{place + 1}");

    CommandHead HeadOf(in Act act, in Moment at)
    {
        ReadOnlySpan<byte> bytes = at.Batch.Bytes(act.Value.Bytes);
        bool hasValue = act.Value.Kind != ValueKind.None;
        string? address = act.Target.Formatter?.Format(at.Batch.Bytes(act.Target.Space), act.Target.First, act.Target.Bits, act.Target.Form);
        Seen? request = PacketOf(at.Batch, act.Request);
        Seen? answer = PacketOf(at.Batch, act.Answer);
        return new CommandHead
        {
            Commander = at.Conversation.Sender(act.Commander),
            Controller = at.Conversation.Receiver(act.Commander),
            UserName = at.Conversation.UserName,
            Session = at.Conversation.Session,
            Protocol = act.Protocol,
            Function = act.Function,
            Operation = act.Operation,
            Address = string.IsNullOrEmpty(address) ? null : address,
            Value = hasValue ? CommandRun.Text(act.Value.Kind, bytes, act.Value.Count) : null,
            ValueHex = hasValue && !bytes.IsEmpty ? Convert.ToHexStringLower(bytes[..Math.Min(bytes.Length, CommandRun.MostHexBytes)]) : null,
            ValueNumber = hasValue && Value.TryNumber(act.Value.Kind, bytes, out double number) ? number : null,
            OldValue = act.Operation is Operation.Write or Operation.Force or Operation.Configure ? _image.Before(in act, in at) : null,
            Result = act.Result,
            Error = act.Error,
            Uid = at.Conversation.Uid,
            Packet = request ?? answer ?? default,
            Answer = answer,
        };
    }

    void Close(LinkedListNode<(CommandKey Key, CommandRun Run)> node)
    {
        (CommandKey key, CommandRun run) = node.Value;
        _open.Remove(key);
        _byLastAct.Remove(node);
        _index.Add((run.First, run.Number, _closed.Append(ClosedCommand.Of(run).Write)));
        run.End();
    }

    static Seen? PacketOf(Batch batch, int evidence)
    {
        if (evidence < 0)
        {
            return null;
        }

        PacketPart last = batch.EvidenceAt(evidence).Last;
        return new Seen(last.Input, last.Packet);
    }
}
