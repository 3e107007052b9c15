using Quaywatch.Analysis.Inventory;

namespace Quaywatch.Analysis;

/// <summary>What the analysis is given besides observations.</summary>
public sealed class AnalysisOptions
{
    /// <summary>Whether reads are listed as commands too (`--all-acts`).</summary>
    public bool AllActs { get; init; }

    /// <summary>Opens an empty stream that can be read back and sought, for rows that wait for the end of the input: closed
    /// conversations and commands, some 200 bytes each. Called once for each kind of row; disposed with the run.</summary>
    public Func<string, Stream> Scratch { get; init; } = static _ => new MemoryStream();

    /// <summary>Names the maker of a MAC address by its registered prefix; null where no registry was loaded.</summary>
    public IMakers? Makers { get; init; }
}
