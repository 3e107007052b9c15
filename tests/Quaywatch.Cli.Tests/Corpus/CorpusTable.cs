using System.Globalization;
using System.Text;
using Quaywatch.Case.Json;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;

namespace Quaywatch.Cli.Tests.Corpus;

/// <summary>What was met in all captures together, as a page.</summary>
sealed class CorpusTable
{
    readonly SortedDictionary<string, Tally> _anomalies = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, Tally> _limits = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, Tally> _found = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, Tally> _foundBenign = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, (Tally Messages, Tally Broken)> _protocols = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, List<string>> _refused = new(StringComparer.Ordinal);
    long _captures;
    long _packets;
    long _bytes;

    public void Add(CorpusCapture capture, CaseReader reader)
    {
        Manifest manifest = reader.Manifest;
        _captures++;
        _packets += manifest.Capture.Packets;
        _bytes += capture.Bytes;
        foreach (NamedCount met in manifest.Inputs.SelectMany(input => input.Anomalies))
        {
            Of(_anomalies, met.Name).Add(capture, met.Count);
        }

        foreach (NamedCount met in manifest.Capture.LimitsReached)
        {
            Of(_limits, met.Name).Add(capture, met.Count);
        }

        foreach (ProtocolRow protocol in manifest.Protocols.Where(row => row.Messages > 0))
        {
            if (!_protocols.TryGetValue(protocol.Name, out (Tally Messages, Tally Broken) tallies))
            {
                _protocols.Add(protocol.Name, tallies = (new Tally(), new Tally()));
            }

            tallies.Messages.Add(capture, protocol.Messages ?? 0);
            tallies.Broken.Add(capture, protocol.Anomalies ?? 0);
        }

        foreach (IGrouping<string, Finding> group in reader.Findings().GroupBy(finding => $"{finding.Rule} | {Words.Of(finding.Severity)}"))
        {
            Of(_found, group.Key).Add(capture, group.Count());
            if (capture.Kind == "benign")
            {
                Of(_foundBenign, group.Key).Add(capture, group.Count());
            }
        }
    }

    public void AddRefused(CorpusCapture capture, string error)
    {
        string name = Path.GetFileName(capture.Path);
        string why = error.TrimEnd('\n').Replace("quaywatch: ", "", StringComparison.Ordinal).Replace(name, "FILE", StringComparison.Ordinal);
        if (!_refused.TryGetValue(why, out List<string>? paths))
        {
            _refused.Add(why, paths = []);
        }

        paths.Add(capture.Path);
    }

    public override string ToString()
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            # The whole corpus

            Every capture that stands beside the repository goes through `analyze`, with evidence and report: {_captures:N0} became a case, {_refused.Sum(entry => entry.Value.Count):N0} were refused; {_packets:N0} packets, {_bytes:N0} bytes. They were
            made by others, many of them to break a decoder. None ended in a fault of ours, none took longer than 10 seconds or 10 seconds a megabyte, and the process that ran
            all of them stayed below 500 MB. Every command names a packet that is there, and every finding but those on the capture as a whole has its packets
            cut out and its messages described. This page is written by `Cli.Tests/Corpus/CorpusTests` (part of `./test --all`), and the test fails when a figure changes.

            ## What was wrong with files and packets

            The words are those of `inputs[].anomalies` in [case.json](case.md).

            | anomaly | captures | times | most in |
            |---|---:|---:|---|

            """);
        Rows(page, _anomalies);
        page.Append("\n## Limits that were reached\n\nEach limit keeps memory bounded; what it costs is counted and said in the case.\n\n| limit | captures | times | most in |\n|---|---:|---:|---|\n");
        Rows(page, _limits);
        page.Append("\n## Messages by protocol\n\nBroken messages are the parser's anomalies: cut short by the capture, or against the protocol.\n\n| protocol | captures | messages | broken | most broken in |\n|---|---:|---:|---:|---|\n");
        foreach ((string name, (Tally messages, Tally broken)) in _protocols)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {messages.Captures:N0} | {messages.Count:N0} | {broken.Count:N0} | {(broken.Count == 0 ? "" : broken.Most)} |\n");
        }

        page.Append("\n## Findings by rule\n\nBenign are the captures that the index calls so; most others are neither called benign nor an attack.\n\n| rule | severity | captures | findings | in benign captures | first in |\n|---|---|---:|---:|---:|---|\n");
        foreach ((string key, Tally tally) in _found)
        {
            long benign = _foundBenign.TryGetValue(key, out Tally? of) ? of.Captures : 0;
            page.Append(CultureInfo.InvariantCulture, $"| {key} | {tally.Captures:N0} | {tally.Count:N0} | {benign:N0} | {tally.First} |\n");
        }

        page.Append("\n## Refused\n\n| why | captures | first |\n|---|---:|---|\n");
        foreach ((string why, List<string> paths) in _refused)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {why} | {paths.Count} | {paths[0]} |\n");
        }

        return page.ToString();
    }

    static Tally Of(SortedDictionary<string, Tally> tallies, string name)
    {
        if (!tallies.TryGetValue(name, out Tally? tally))
        {
            tallies.Add(name, tally = new Tally());
        }

        return tally;
    }

    static void Rows(StringBuilder page, SortedDictionary<string, Tally> tallies)
    {
        foreach ((string name, Tally tally) in tallies)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {tally.Captures:N0} | {tally.Count:N0} | {tally.Most} |\n");
        }
    }

    sealed class Tally
    {
        long _most = -1;

        public long Captures { get; private set; }

        public long Count { get; private set; }

        public string First { get; private set; } = "";

        public string Most { get; private set; } = "";

        public void Add(CorpusCapture capture, long count)
        {
            First = Captures == 0 ? capture.Path : First;
            Captures++;
            Count += count;
            if (count > _most)
            {
                _most = count;
                Most = capture.Path;
            }
        }
    }
}
