using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Quaywatch.Analysis.Frame;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Rules;

/// <summary>Makes findings of groups, and numbers them.</summary>
internal static class Findings
{
    /// <summary>The finding of a group.</summary>
    /// <param name="info">The rule.</param>
    /// <param name="group">What was gathered.</param>
    /// <param name="draft">The case so far.</param>
    /// <param name="said">What the rule says about it.</param>
    public static ProvenFinding Make(RuleInfo info, FindingGroup group, Draft draft, Statement said)
    {
        IReadOnlyList<Seen> seen = group.Seen.Items;
        Endpoint? source = group.Source.IsNone ? null : draft.Devices.Endpoint(group.Source);
        Endpoint? target = group.Target.IsNone ? null : draft.Devices.Endpoint(group.Target);
        Finding row = new()
        {
            Id = "",
            Key = KeyOf(group.Key),
            KeyText = group.Key,
            Rule = info.Id,
            Title = info.Title,
            Severity = said.Severity,
            Confidence = said.Confidence,
            Subject = said.Subject,
            Source = source,
            Target = target,
            Devices = [.. new[] { source?.Device, target?.Device }.OfType<string>().Distinct(StringComparer.Ordinal)],
            Uids = group.Uids.Items,
            Commands = [.. group.Runs.Items.Select(draft.CommandId)],
            FirstSeen = group.First is { } first ? Timestamp.FromNanoseconds(first) : null,
            LastSeen = group.Last is { } last ? Timestamp.FromNanoseconds(last) : null,
            Count = group.Count,
            Sentence = said.Sentence,
            Why = info.Why,
            NextStep = info.NextStep,
            SeenIn = seen,
            Wireshark = Filter(seen, group),
            Attack = said.Attack,
            CannotTell = said.CannotTell,
        };
        return new ProvenFinding(row, group.Messages.Items);
    }

    /// <summary>Sorts findings by severity, then time, and gives them their ids.</summary>
    public static IReadOnlyList<ProvenFinding> Number(IEnumerable<ProvenFinding> findings)
    {
        List<ProvenFinding> sorted = [.. findings
            .OrderBy(finding => finding.Row.Severity)
            .ThenBy(finding => finding.Row.FirstSeen?.Nanoseconds ?? long.MaxValue)
            .ThenBy(finding => finding.Row.KeyText, StringComparer.Ordinal)];
        for (int i = 0; i < sorted.Count; i++)
        {
            sorted[i].Row.Id = string.Create(CultureInfo.InvariantCulture, $"F{i + 1:0000}");
        }

        return sorted;
    }

    /// <summary>The same key in every case: 32 hexadecimal digits of SHA-256 over the readable one.</summary>
    public static string KeyOf(string keyText) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keyText)).AsSpan(0, 16));

    // Frame numbers hold in one input only; over several, the addresses show the same packets and their neighbours.
    static string? Filter(IReadOnlyList<Seen> seen, FindingGroup group)
    {
        if (seen.Count == 0)
        {
            return null;
        }

        if (seen.All(packet => packet.Input == seen[0].Input))
        {
            IEnumerable<string> numbers = seen.Select(packet => packet.Packet).Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture));
            return $"frame.number in {{{string.Join(", ", numbers)}}}";
        }

        string[] ends = [.. new[] { group.Source, group.Target }.Where(end => !end.IsNone).Select(AddressFilter)];
        return ends.Length == 0 ? null : string.Join(" && ", ends);
    }

    static string AddressFilter(End end) => end.Ip.IsNone ? $"eth.addr == {end.Mac}" : end.Ip.IsV4 ? $"ip.addr == {end.Ip}" : $"ipv6.addr == {end.Ip}";
}
