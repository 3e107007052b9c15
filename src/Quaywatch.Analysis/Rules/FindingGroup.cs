using Quaywatch.Analysis.Frame;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Rules;

/// <summary>One subject doing one thing, and its proof so far: what becomes one finding.</summary>
/// <param name="key">Its key in readable form.</param>
/// <param name="source">Who did it; none where nobody did.</param>
/// <param name="target">To whom; none where to nobody.</param>
internal class FindingGroup(string key, End source, End target)
{
    PacketPart _latest;

    /// <summary>Its key in readable form.</summary>
    public string Key { get; } = key;

    /// <summary>Who did it.</summary>
    public End Source { get; } = source;

    /// <summary>To whom.</summary>
    public End Target { get; } = target;

    /// <summary>How often.</summary>
    public long Count { get; set; }

    /// <summary>Time of the first packet, nanoseconds since 1970; null while there is none.</summary>
    public long? First { get; private set; }

    /// <summary>Time of the last packet.</summary>
    public long? Last { get; private set; }

    /// <summary>Its packets.</summary>
    public SeenPackets Seen { get; } = new();

    /// <summary>The messages to be shown.</summary>
    public FirstAndLast<EvidenceMessage> Messages { get; } = new();

    /// <summary>Its conversations.</summary>
    public FirstAndLast<string> Uids { get; } = new();

    /// <summary>The runs of commands that it consists of, by their numbers.</summary>
    public FirstAndLast<long> Runs { get; } = new();

    /// <summary>Adds an act with its request and answer.</summary>
    /// <param name="act">The act.</param>
    /// <param name="at">Where it was seen.</param>
    /// <param name="run">The run of commands that it belongs to; -1 for none.</param>
    /// <param name="why">Why its packets are shown.</param>
    public void Add(in Act act, in Moment at, long run, string why)
    {
        Count++;
        AddOnce(Uids, at.Conversation.Uid);
        if (run >= 0)
        {
            AddOnce(Runs, run);
        }

        // Items of one message are several acts with one pair of packets.
        int first = act.Request >= 0 ? act.Request : act.Answer;
        if (first < 0 || at.Batch.EvidenceAt(first).First == _latest)
        {
            return;
        }

        _latest = at.Batch.EvidenceAt(first).First;
        Add(EvidenceMessage.Keep(at.Batch, act.Request, -1, at.Conversation, act.Protocol, true, why));
        Add(EvidenceMessage.Keep(at.Batch, act.Answer, act.Request, at.Conversation, act.Protocol, false, $"{why}: the answer"));
    }

    /// <summary>Adds a message that is no act; what it counts for is the rule's matter.</summary>
    public void Add(EvidenceMessage? message)
    {
        if (message is null)
        {
            return;
        }

        AddOnce(Uids, message.Uid);
        Messages.Add(message);
        foreach (PacketPart part in message.Parts)
        {
            Seen.Add(part);
            First = First is { } first ? Math.Min(first, part.Time) : part.Time;
            Last = Last is { } last ? Math.Max(last, part.Time) : part.Time;
        }
    }

    // Once among those kept: beyond 120 of them an early one may come again.
    static void AddOnce<T>(FirstAndLast<T> list, T item)
        where T : notnull
    {
        if (!list.Contains(item))
        {
            list.Add(item);
        }
    }
}
