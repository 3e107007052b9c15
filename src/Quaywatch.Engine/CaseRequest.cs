using Quaywatch.Case.Reading;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine;

/// <summary>What a case is to be made from, and where.</summary>
public sealed class CaseRequest
{
    /// <summary>The inputs, each for one run only.</summary>
    public required IReadOnlyList<CaptureInput> Inputs { get; init; }

    /// <summary>The pipe among them that is kept while it is read; null for none.</summary>
    public SpooledStream? Pipe { get; init; }

    /// <summary>The folder to make.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether a case of that name may be replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether reads are listed as commands too.</summary>
    public bool AllActs { get; init; }

    /// <summary>Which packets count, by their time.</summary>
    public TimeWindow Window { get; init; }

    /// <summary>Whether the packets of findings are cut out.</summary>
    public bool Evidence { get; init; } = true;

    /// <summary>Writes the report from the case that was just written; null for none. Engine knows no report.</summary>
    public Action<CaseReader, Stream>? Report { get; init; }

    /// <summary>Is told how far the run has come.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>Is told, in one line, what a person should know and what stops nothing.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>The command line, for run.json.</summary>
    public IReadOnlyList<string> CommandLine { get; init; } = [];

    /// <summary>The machine's clock, for run.json alone.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The order in which shards are served, for the test that it does not matter; null for theirs.</summary>
    public IReadOnlyList<int>? ShardOrder { get; init; }
}
