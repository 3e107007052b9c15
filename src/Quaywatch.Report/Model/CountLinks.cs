using System.Text.RegularExpressions;
using Quaywatch.Case.Rows;

namespace Quaywatch.Report.Model;

/// <summary>Finds the counts in a sentence and the rows behind them: `31 devices` leads to the devices.</summary>
static partial class CountLinks
{
    static readonly (string Word, string Anchor)[] Words =
    [
        ("device", Chapters.Devices), ("controller", DeviceGroups.Anchor(DeviceGroup.Controllers)), ("drive", DeviceGroups.Anchor(DeviceGroup.DrivesAndIo)),
        ("I/O", DeviceGroups.Anchor(DeviceGroup.DrivesAndIo)), ("HMI", DeviceGroups.Anchor(DeviceGroup.Hmi)), ("camera", DeviceGroups.Anchor(DeviceGroup.Cameras)),
        ("engineering", DeviceGroups.Anchor(DeviceGroup.Engineering)), ("switch", DeviceGroups.Anchor(DeviceGroup.Network)),
        ("computer", DeviceGroups.Anchor(DeviceGroup.Computers)), ("not identified", DeviceGroups.Anchor(DeviceGroup.NotIdentified)),
        ("other", Chapters.Devices), ("commander", Chapters.Authority), ("command", Chapters.Commands), ("conversation", Chapters.Conversations),
        ("session", Chapters.Sessions), ("finding", Chapters.Findings), ("protocol", Chapters.Protocols), ("packet", Chapters.Inputs),
        ("input", Chapters.Inputs), ("hole", Chapters.Health), ("check", Chapters.NotAssessed), ("question", Chapters.NotAssessed),
        ("gap", Chapters.Health), ("read", Chapters.Pairs), ("pair", Chapters.Pairs),
        .. Case.Json.Words.All<Operation>().Select(static operation => (operation.Split('-')[0], Chapters.Commands)),
    ];

    /// <summary>Splits a sentence.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="anchors">The ids that the page has.</param>
    public static IEnumerable<TextPart> In(string text, Anchors anchors)
    {
        int at = 0;
        foreach (Match match in Counts().Matches(text))
        {
            string noun = match.Groups["noun"].Value;
            string? anchor = Array.Find(Words, word => noun.StartsWith(word.Word, StringComparison.Ordinal)).Anchor;
            if (anchor is null || !anchors.Has(anchor))
            {
                continue;
            }

            if (match.Index > at)
            {
                yield return new TextPart(text[at..match.Index], null);
            }

            Group count = match.Groups["count"];
            yield return new TextPart(count.Value, anchor);
            at = count.Index + count.Length;
        }

        if (at < text.Length)
        {
            yield return new TextPart(text[at..], null);
        }
    }

    // Numbers inside addresses, versions, times and names are no counts.
    [GeneratedRegex("""(?<![\w.:\-/#,])(?<count>(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})*|[1-9][0-9]*))(?= (?<noun>not identified|I/O|\p{L}+))""",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counts();
}
