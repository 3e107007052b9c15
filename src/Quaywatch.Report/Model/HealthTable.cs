using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>What the capture can and cannot support, in words.</summary>
static class HealthTable
{
    /// <summary>The checks, those that matter most first.</summary>
    public static IReadOnlyList<HealthLine> Of(Manifest manifest)
    {
        CaptureCounts capture = manifest.Capture;
        List<HealthLine> lines = [];
        if (manifest.Partial)
        {
            lines.Add(new HealthLine("Complete", "no: the run was interrupted", "what came later is not in this case", false));
        }

        lines.Add(Sides(manifest));
        lines.Add(capture.StreamGaps == 0
            ? new HealthLine("Holes in streams", "none", "no message was lost to a hole that we could notice", true)
            : new HealthLine("Holes in streams", Say.Number(capture.StreamGaps), "messages in them were not seen: a command can hide there", false));
        lines.Add(capture.LostEstimate switch
        {
            null => new HealthLine("Lost packets", "no estimate", "nothing in the capture allows one", true),
            0 => new HealthLine("Lost packets", "none noticed", "sequence numbers give no sign of loss", true),
            { } lost => new HealthLine("Lost packets", $"about {Say.Number(lost)} ({Say.Percent(lost, lost + capture.Packets)})", "counts are too low by about that much", false),
        });
        lines.Add(Simple("Packets cut short", capture.Truncated, capture.Packets, "every packet is whole", "what lay behind the cut was not read: capture with a larger snap length"));
        lines.Add(new HealthLine("Clock", capture.ClockSteps == 0 ? "no step" : Say.Count(capture.ClockSteps, "step"),
            capture.ClockSteps == 0 ? "times can be compared" : "times on both sides of a step cannot be compared", capture.ClockSteps == 0));
        lines.Add(Simple("Protocol unknown", capture.UnknownProtocolPackets, capture.Packets, "what every packet carries is known, at least by its port", "what they say was not read"));
        string[] guessed = [.. manifest.Protocols.Where(static row => row.By == KnownBy.Port).Select(static row => row.Name)];
        if (guessed.Length > 0)
        {
            lines.Add(new HealthLine("By port only", Shown.List(guessed, 12)!, "named by the port's number, not decoded: what they say was not read", false));
        }

        lines.Add(Simple("Seen twice", capture.Duplicates, capture.Packets, "no packet is in the capture twice", "dropped, so that nothing is counted twice (a mirror port shows packets coming and going)", isGoodAnyway: true));
        lines.Add(Simple("Fragments", capture.Fragments, capture.Packets, "no packet was in pieces", "put together before they were read", isGoodAnyway: true));
        AddOddities(lines, manifest.Inputs);
        AddLimits(lines, capture.LimitsReached);
        AddOptions(lines, manifest.Options);
        return lines;
    }

    /// <summary>The state of the capture in a few words, for the head of the page.</summary>
    public static string InShort(Manifest manifest)
    {
        if (manifest.Capture.Packets == 0)
        {
            return "no packets";
        }

        List<string> parts = [];
        long conversations = manifest.Counts.Conversations;
        if (conversations > 0)
        {
            parts.Add($"{Say.Percent(conversations - manifest.Capture.OneSidedConversations, conversations)} of conversations seen from both sides");
        }

        if (manifest.Capture.StreamGaps > 0)
        {
            parts.Add(Say.Count(manifest.Capture.StreamGaps, "hole") + " in streams");
        }

        return parts.Count == 0 ? "no conversations" : string.Join(", ", parts);
    }

    static HealthLine Sides(Manifest manifest)
    {
        long all = manifest.Counts.Conversations;
        long one = manifest.Capture.OneSidedConversations;
        if (all == 0)
        {
            return new HealthLine("Both directions", "no conversations", "there is nothing to judge", false);
        }

        return one == 0
            ? new HealthLine("Both directions", "all conversations seen from both sides", "answers to commands are known", true)
            : new HealthLine("Both directions", $"{Say.Percent(all - one, all)}; {Say.Number(one)} of {Say.Count(all, "conversation")} seen from one side only",
                "in those, whether a command was accepted cannot be told (broadcasts and unanswered calls count too)", one * 5 < all);
    }

    // What is odd about the packets themselves, over all inputs.
    static void AddOddities(List<HealthLine> lines, IReadOnlyList<InputRow> inputs)
    {
        const string Read = "counted, and the packets were read: mostly the capturing host's card fills them in later";
        const string NotRead = "what lies behind those headers was not read";
        Add("ip-checksums-wrong", "Wrong IP checksums", Read, true);
        Add("transport-checksums-wrong", "Wrong TCP and UDP checksums", Read, true);
        Add("headers-malformed", "Malformed headers", NotRead, false);
        Add("packets-undecoded", "Not decoded", NotRead, false);

        void Add(string name, string check, string so, bool isGood)
        {
            long count = inputs.SelectMany(static input => input.Anomalies).Where(anomaly => anomaly.Name == name).Sum(static anomaly => anomaly.Count);
            if (count > 0)
            {
                lines.Add(new HealthLine(check, Say.Count(count, "packet"), so, isGood));
            }
        }
    }

    // Some of what the case counts there is no limit but an oddity of the packets, and says something else.
    static void AddLimits(List<HealthLine> lines, IReadOnlyList<NamedCount> counts)
    {
        List<NamedCount> limits = [];
        foreach (NamedCount count in counts.Take(20))
        {
            string number = Say.Count(count.Count, "packet");
            switch (count.Name)
            {
                case "fragments-unfinished":
                    lines.Add(new HealthLine("Fragments without the rest", number, "what they carry was not read", false));
                    break;
                case "segments-out-of-window":
                    lines.Add(new HealthLine("Far out of order", number, "left out of their streams", false));
                    break;
                default:
                    limits.Add(count);
                    break;
            }
        }

        lines.Add(limits.Count == 0
            ? new HealthLine("Limits", "none reached", "nothing was let go for want of room", true)
            : new HealthLine("Limits", string.Join("; ", limits.Select(static limit => $"{Shown.Cut(limit.Name).Replace('-', ' ')}: {Say.Number(limit.Count)}")),
                "tables were full: what was let go is missing here", false));
    }

    static HealthLine Simple(string check, long count, long whole, string good, string bad, bool isGoodAnyway = false) => count == 0
        ? new HealthLine(check, "none", good, true)
        : new HealthLine(check, $"{Say.Count(count, "packet")} ({Say.Percent(count, whole)})", bad, isGoodAnyway);

    static void AddOptions(List<HealthLine> lines, AnalyzeOptions options)
    {
        if (options.Filter is { } filter)
        {
            lines.Add(new HealthLine("Filter", Shown.Cut(filter, 400), "what does not match was left out on purpose", false));
        }

        if (options.From is not null || options.To is not null)
        {
            string from = options.From is { } first ? "from " + Say.DayAndClock(first) : "";
            string to = options.To is { } last ? "to " + Say.DayAndClock(last) : "";
            lines.Add(new HealthLine("Time", $"{from} {to} UTC".Trim(), "what lies outside was left out on purpose", false));
        }
    }
}
