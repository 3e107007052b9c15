using System.Globalization;
using Quaywatch.Case;
using Quaywatch.Case.Json;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>The findings that the page shows, the worst first, and the rules that made them.</summary>
sealed class FindingTable
{
    const int IdsShown = 24;
    const int CardOverhead = 2_500;
    const int LineOverhead = 420;
    const int RowSentence = 320;
    const int ListFilter = 200;

    readonly Dictionary<string, RuleEntry> _rules = new(StringComparer.Ordinal);
    readonly long[] _counts = new long[Enum.GetValues<Severity>().Length];

    FindingTable()
    {
    }

    /// <summary>All findings.</summary>
    public long Total { get; private set; }

    /// <summary>Those shown with their packets.</summary>
    public List<FindingCard> Cards { get; } = [];

    /// <summary>Those shown as rows.</summary>
    public List<FindingLine> Lines { get; } = [];

    /// <summary>Those not shown.</summary>
    public long More { get; private set; }

    /// <summary>The rules, by id.</summary>
    public IReadOnlyList<RuleEntry> Rules { get; private set; } = [];

    /// <summary>How many findings have a severity.</summary>
    public long CountOf(Severity severity) => _counts[(int)severity];

    /// <summary>Reads the findings.</summary>
    /// <exception cref="CaseFormatException">The case is damaged.</exception>
    public static FindingTable Read(CaseReader @case, Parties parties, Anchors anchors)
    {
        FindingTable table = new();
        bool severalInputs = @case.Manifest.Inputs.Count > 1;
        RowBudget cards = new(Limits.Cards);
        RowBudget lines = new(Limits.FindingRows);
        foreach (Finding finding in @case.Findings())
        {
            table.Total++;
            table._counts[(int)finding.Severity]++;
            RuleEntry? rule = table.RuleOf(finding, anchors);
            if (cards.Refused == 0)
            {
                FindingCard card = Card(finding, rule, parties, severalInputs);
                if (cards.TryTake(Weight(card)))
                {
                    card.Anchor = anchors.TryTake(finding.Id, 'F');
                    table.Cards.Add(card);
                    continue;
                }
            }

            FindingLine line = Line(finding, rule, severalInputs);
            if (lines.TryTake(LineOverhead + Shown.Weight(line.Sentence) + Shown.Weight(line.Wireshark)))
            {
                table.Lines.Add(line with { Anchor = anchors.TryTake(finding.Id, 'F') });
            }
        }

        table.More = lines.Refused;
        table.Rules = [.. table._rules.Values.OrderBy(static rule => rule.Rule, StringComparer.Ordinal)];
        return table;
    }

    RuleEntry? RuleOf(Finding finding, Anchors anchors)
    {
        if (!_rules.TryGetValue(finding.Rule, out RuleEntry? rule))
        {
            if (_rules.Count >= Limits.Rules)
            {
                return null;
            }

            rule = new RuleEntry
            {
                Rule = Shown.Cut(finding.Rule),
                Anchor = anchors.Take(string.Create(CultureInfo.InvariantCulture, $"rule-{_rules.Count + 1}")),
                Title = Shown.Cut(finding.Title, 200),
                Why = Shown.Of(finding.Why, Shown.Sentence),
                NextStep = Shown.Of(finding.NextStep, Shown.Sentence),
                CannotTell = Shown.Of(finding.CannotTell, Shown.Sentence),
                FirstFinding = CaseLayout.IsFindingId(finding.Id) ? finding.Id : null,
            };
            _rules.Add(finding.Rule, rule);
        }

        rule.Count++;
        return rule;
    }

    static FindingCard Card(Finding finding, RuleEntry? rule, Parties parties, bool severalInputs) => new()
    {
        Id = Shown.Cut(finding.Id),
        Rule = Shown.Cut(finding.Rule),
        RuleAnchor = rule?.Anchor,
        Title = Shown.Cut(finding.Title, 200),
        Severity = finding.Severity,
        State = finding.State is { } state ? Words.Of(state) : null,
        Sentence = Shown.Cut(finding.Sentence, Shown.Sentence),
        Sure = Say.Sure(finding.Confidence),
        Subject = Shown.Cut(finding.Subject, 200),
        Why = Shown.Of(finding.Why, Shown.Sentence),
        NextStep = Shown.Of(finding.NextStep, Shown.Sentence),
        CannotTell = Shown.Of(finding.CannotTell, Shown.Sentence),
        Wireshark = Shown.Of(finding.Wireshark, Shown.Sentence),
        Attack = Shown.List(finding.Attack, 12),
        Law = Shown.List(finding.Law, 12),
        Accepted = finding.Accepted is { } accepted
            ? $"by {Shown.Cut(accepted.Who)} until {Shown.Cut(accepted.Until)}: {Shown.Cut(accepted.Reason, 300)}"
            : null,
        Source = parties.Of(finding.Source),
        Target = parties.Of(finding.Target),
        FirstSeen = finding.FirstSeen,
        LastSeen = finding.LastSeen,
        Count = finding.Count,
        Packets = PacketList.Of(finding.SeenIn, severalInputs),
        HasEvidence = finding.Evidence is not null && CaseLayout.IsFindingId(finding.Id),
        CommandIds = [.. finding.Commands.Take(IdsShown)],
        MoreCommands = Math.Max(0, finding.Commands.Count - IdsShown),
        Uids = [.. finding.Uids.Take(IdsShown)],
        MoreUids = Math.Max(0, finding.Uids.Count - IdsShown),
    };

    static FindingLine Line(Finding finding, RuleEntry? rule, bool severalInputs) => new(
        Shown.Cut(finding.Id), null, Shown.Cut(finding.Rule), rule?.Anchor, finding.Severity, Shown.Cut(finding.Sentence, RowSentence),
        finding.FirstSeen, PacketList.Of(finding.SeenIn, severalInputs, 3), Shown.Of(finding.Wireshark, ListFilter));

    static int Weight(FindingCard card) => CardOverhead
        + ((string?[])[card.Sentence, card.Subject, card.Title, card.Why, card.NextStep, card.CannotTell, card.Wireshark, card.Attack, card.Law, card.Accepted]).Sum(Shown.Weight);
}
