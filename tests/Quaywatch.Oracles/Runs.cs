using Quaywatch.Analysis;
using Quaywatch.Case.Rows;
using Conversation = Quaywatch.Case.Rows.Conversation;
using Quaywatch.Engine;
using Quaywatch.Protocols.Framework;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Oracles;

/// <summary>Runs the product's own pipeline over one capture in memory, without writing a case.</summary>
static class Runs
{
    /// <summary>The rows of the case; conversations and commands are read out.</summary>
    public static (IReadOnlyList<Conversation> Conversations, IReadOnlyList<Command> Commands, AnalysisResult Result) Analyze(
        string path, bool allActs = false, bool keepDuplicates = false)
    {
        CaptureInput input = CaptureInput.FromFile(1, path, Path.GetFileName(path));
        using AnalysisRun analysis = new(new AnalysisOptions { AllActs = allActs });
        using BlockReader reader = new([input], new BlockReaderOptions { Hash = false });
        AnalysisResult result = analysis.Finish(new Pipeline(reader, analysis, keepDuplicates: keepDuplicates).Run(null, TestContext.Current.CancellationToken));
        return ([.. result.Conversations], [.. result.Commands], result);
    }

    /// <summary>Shows every message to a listener.</summary>
    public static void Messages(string path, MessageListener listener)
    {
        CaptureInput input = CaptureInput.FromFile(1, path, Path.GetFileName(path));
        using BlockReader reader = new([input], new BlockReaderOptions { Hash = false });
        new Pipeline(reader, null, listener).Run(null, TestContext.Current.CancellationToken);
    }
}
