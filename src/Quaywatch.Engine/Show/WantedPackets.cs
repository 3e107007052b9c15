using System.Globalization;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Text;

namespace Quaywatch.Engine.Show;

/// <summary>The packets that rows of a case name, each with what it shows; and the conversations of which all packets are wanted.</summary>
sealed class WantedPackets
{
    readonly SortedDictionary<Seen, SortedSet<string>> _packets = [];
    readonly SortedDictionary<string, string> _conversations = new(StringComparer.Ordinal);

    /// <summary>Packets, and why.</summary>
    public IReadOnlyDictionary<Seen, SortedSet<string>> Packets => _packets;

    /// <summary>Conversations by uid, and what they are.</summary>
    public IReadOnlyDictionary<string, string> Conversations => _conversations;

    /// <summary>Reads the rows.</summary>
    /// <param name="reader">The case.</param>
    /// <param name="ids">Ids of findings, commands, sessions and exposure lines, uids of conversations.</param>
    /// <exception cref="NotThereException">The case has no such row.</exception>
    public static WantedPackets Of(CaseReader reader, IReadOnlyList<string> ids)
    {
        WantedPackets wanted = new();
        HashSet<string> left = [.. ids];
        wanted.AddFindings(reader, left);
        wanted.AddCommands(reader, left);
        wanted.AddRows(left, 'S', reader.Sessions(), row => row.Id, row => row.SeenIn, row => $"session, {row.Detail ?? row.Kind.ToString()}");
        wanted.AddRows(left, 'X', reader.Exposure(), row => row.Id, row => row.SeenIn, row => $"cargo, {row.Protocol}");
        if (left.Count > 0)
        {
            foreach (Conversation row in reader.Conversations().Where(row => left.Contains(row.Uid)))
            {
                wanted._conversations[row.Uid] = $"{row.Uid}: {string.Join(", ", row.Protocols.DefaultIfEmpty(row.Transport))} between {Name(row.Originator)} and {Name(row.Responder)}";
            }

            left.ExceptWith(wanted._conversations.Keys);
        }

        return left.Count == 0 ? wanted : throw new NotThereException(
            $"the case has no row {Escape.ForTerminal(left.Order(StringComparer.Ordinal).First())}; rows are findings (F0001), commands (C12), sessions (S3) and uids of conversations");
    }

    void AddFindings(CaseReader reader, HashSet<string> left) =>
        AddRows(left, 'F', reader.Findings(), row => row.Id, row => row.SeenIn, row => $"{row.Rule}: {row.Sentence}");

    void AddCommands(CaseReader reader, HashSet<string> left)
    {
        if (!left.Any(id => IsId(id, 'C')))
        {
            return;
        }

        foreach (Command row in reader.Commands().Where(row => left.Remove(row.Id)))
        {
            string what = $"{row.Id}: {row.Function ?? row.Protocol} {row.Address}".TrimEnd();
            foreach (Seen seen in row.SeenIn)
            {
                Add(seen, $"{what} from {Name(row.Commander)} to {Name(row.Controller)}");
            }

            Add(new Seen(row.Input, row.Packet), $"{what} from {Name(row.Commander)} to {Name(row.Controller)}");
            if (row.AnswerInput is { } input && row.AnswerPacket is { } packet)
            {
                Add(new Seen(input, packet), $"{row.Id}: the answer, {Case.Json.Words.Of(row.Result)}");
            }
        }
    }

    void AddRows<T>(HashSet<string> left, char letter, IEnumerable<T> rows, Func<T, string> idOf, Func<T, IReadOnlyList<Seen>> seenIn, Func<T, string> why)
    {
        if (!left.Any(id => IsId(id, letter)))
        {
            return;
        }

        foreach (T row in rows.Where(row => left.Remove(idOf(row))))
        {
            foreach (Seen seen in seenIn(row))
            {
                Add(seen, $"{idOf(row)}: {why(row)}");
            }
        }
    }

    void Add(Seen seen, string why)
    {
        if (seen.Input < 1 || seen.Packet is < 1 or > int.MaxValue)
        {
            return;
        }

        if (!_packets.TryGetValue(seen, out SortedSet<string>? reasons))
        {
            _packets[seen] = reasons = new SortedSet<string>(StringComparer.Ordinal);
        }

        reasons.Add(why);
    }

    // A uid begins with C too, and has no digits alone behind it.
    static bool IsId(string id, char letter) =>
        id.Length > 1 && id[0] == letter && long.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    static string Name(Endpoint end) => end.Name ?? end.Ip ?? end.Mac ?? end.Device ?? "unknown";
}
