using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>All conversations that one device opened to another.</summary>
/// <param name="originator">Who opened them.</param>
/// <param name="responder">Who was asked.</param>
sealed class Pair(Party originator, Party responder)
{
    const int MostProtocols = 6;
    const string ReadKey = "read";

    // Acts that only ask or agree on something; the other keys of a conversation's acts are commands.
    static readonly string[] Harmless = [ReadKey, "browse", "negotiate"];

    readonly SortedSet<string> _protocols = new(StringComparer.Ordinal);

    public Party Originator { get; } = originator;

    public Party Responder { get; } = responder;

    public long Conversations { get; private set; }

    public long Bytes { get; private set; }

    public long Packets { get; private set; }

    public long Reads { get; private set; }

    public long Commands { get; private set; }

    /// <summary>What they spoke, in ordinal order.</summary>
    public IReadOnlyCollection<string> Protocols => _protocols;

    /// <summary>Whether it is a controller on either side.</summary>
    public bool HasController => Originator.Group == DeviceGroup.Controllers || Responder.Group == DeviceGroup.Controllers;

    /// <summary>Counts a conversation.</summary>
    public void Add(Conversation row)
    {
        Conversations++;
        Bytes += row.OriginatorBytes + row.ResponderBytes;
        Packets += row.OriginatorPackets + row.ResponderPackets;
        foreach ((string act, long count) in row.Acts ?? new Dictionary<string, long>())
        {
            Reads += act == ReadKey ? count : 0;
            Commands += Harmless.Contains(act) ? 0 : count;
        }

        if (_protocols.Count < MostProtocols)
        {
            _protocols.Add(ConversationLines.Protocols(row));
        }
    }
}
