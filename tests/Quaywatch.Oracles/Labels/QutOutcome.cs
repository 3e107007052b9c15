using System.Globalization;
using Quaywatch.Case.Rows;

namespace Quaywatch.Oracles.Labels;

/// <summary>What Quaywatch shows of one QUT capture, beside its labels.</summary>
sealed class QutOutcome
{
    /// <summary>Whoever sends from here attacks; the makers say that all it writes is an attack.</summary>
    public const string Attacker = "10.10.10.66";

    /// <summary>A row names its first 100 packets and its last 20.</summary>
    const int FirstNamed = 100;
    const int MostNamed = 120;

    QutOutcome(QutLabels labels, IReadOnlyList<Conversation> conversations, IReadOnlyList<Command> commands, IReadOnlyList<Finding> findings)
    {
        Labels = labels;
        SeesAttacker = conversations.Any(conversation => conversation.Originator.Ip == Attacker || conversation.Responder.Ip == Attacker);
        Commands = [.. commands.Where(command => command.Commander.Ip == Attacker)];
        OthersActs = commands.Where(command => command.Commander.Ip != Attacker).Sum(command => command.Count);
        Findings = findings;
    }

    /// <summary>What its makers say.</summary>
    public QutLabels Labels { get; }

    /// <summary>Whether any packet of the attacker, or to it, was captured here.</summary>
    public bool SeesAttacker { get; }

    /// <summary>The attacker's commands.</summary>
    public IReadOnlyList<Command> Commands { get; }

    /// <summary>How many acts the attacker's commands stand for.</summary>
    public long Acts => Commands.Sum(command => command.Count);

    /// <summary>How many acts the commands of all others stand for.</summary>
    public long OthersActs { get; }

    /// <summary>All findings.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Findings about the attacker; a finding about the capture names nobody.</summary>
    public IEnumerable<Finding> FindingsOfAttack => Findings.Where(finding => finding.Source?.Ip == Attacker || finding.Target?.Ip == Attacker);

    /// <summary>Labelled frames with payload that are packets of the attacker's commands.</summary>
    public int InCommands { get; private init; }

    /// <summary>Labelled frames with payload that are reads, which are commands only with `--all-acts`.</summary>
    public int Reads { get; private init; }

    /// <summary>Labelled frames with payload that are neither: the capture and the frame's number.</summary>
    public IReadOnlyList<string> Missed { get; private init; } = [];

    /// <summary>Runs the pipeline as `analyze` does without options; a second time with `--all-acts` where labelled frames are in
    /// no command.</summary>
    public static QutOutcome Of(QutLabels labels, string path)
    {
        (IReadOnlyList<Conversation> conversations, IReadOnlyList<Command> commands, Analysis.AnalysisResult result) = Runs.Analyze(path);
        List<int> payload = [.. labels.Frames.Where(frame => frame.HasPayload).Select(frame => frame.Number)];
        List<int> left = [.. payload.Where(frame => !commands.Any(command => Holds(command, frame)))];
        IReadOnlyList<Command> all = left.Count == 0 ? [] : Runs.Analyze(path, allActs: true).Commands;
        List<int> missed = [.. left.Where(frame => !all.Any(command => command.Operation == Operation.Read && Holds(command, frame)))];
        return new QutOutcome(labels, conversations, commands, [.. result.Findings.Select(finding => finding.Row)])
        {
            InCommands = payload.Count - left.Count,
            Reads = left.Count - missed.Count,
            Missed = [.. missed.Select(frame => string.Create(CultureInfo.InvariantCulture, $"{labels.Path} #{frame}"))],
        };
    }

    // Of a long run the packets in the middle are counted, not named; that the count is right is asserted for the whole capture.
    static bool Holds(Command command, int frame) => command.Commander.Ip == Attacker
        && (command.SeenIn.Any(seen => seen.Packet == frame)
            || (command.SeenIn.Count == MostNamed && frame > command.SeenIn[FirstNamed - 1].Packet && frame < command.SeenIn[FirstNamed].Packet));
}
