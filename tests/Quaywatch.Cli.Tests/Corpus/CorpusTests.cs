using System.Diagnostics;
using Quaywatch.Case.Reading;
using Quaywatch.Testing;
using Xunit;

namespace Quaywatch.Cli.Tests.Corpus;

/// <summary>Every capture that others made goes through `analyze`, with evidence and report.</summary>
public sealed class CorpusTests
{
    const long MostMemory = 500L << 20;
    static readonly TimeSpan MostPerMegabyte = TimeSpan.FromSeconds(10);

    [Fact]
    [Trait("kind", "long")]
    public void Every_capture_becomes_a_case()
    {
        string captures = Shared.Need("captures");
        using TempFolder folder = new();
        CorpusTable table = new();
        List<string> faults = [];
        foreach (CorpusCapture capture in CorpusCapture.ReadIndex(Path.Combine(captures, "INDEX.tsv")))
        {
            string path = Path.Combine(captures, capture.Path);
            string target = folder["corpus.case"];
            Stopwatch watch = Stopwatch.StartNew();
            RunOf run = RunOf.Line("analyze", path, "-o", target, "--force", "--quiet");
            if (watch.Elapsed > MostPerMegabyte * Math.Max(1.0, capture.Bytes / 1e6))
            {
                faults.Add($"{capture.Path}: {watch.Elapsed.TotalSeconds:0} s for {capture.Bytes} bytes");
            }

            if (run.Status == ExitStatus.Input)
            {
                table.AddRefused(capture, run.Error);
            }
            else if (run.Status != ExitStatus.Done)
            {
                faults.Add($"{capture.Path}: exit status {run.Status}, {run.Error}");
            }
            else
            {
                CaseReader reader = CaseReader.Open(target);
                faults.AddRange(CaseCheck.Of(reader).Select(fault => $"{capture.Path}: {fault}"));
                table.Add(capture, reader);
            }
        }

        long peak = Process.GetCurrentProcess().PeakWorkingSet64;
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.True(peak < MostMemory, $"{peak >> 20} MB, with the tests' own");
        Golden.Equal("docs/corpus.md", table.ToString());
    }
}
