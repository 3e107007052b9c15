using System.Globalization;

namespace Quaywatch.Cli.Tests.Corpus;

/// <summary>A line of the captures' index.</summary>
/// <param name="Path">Path below the folder of captures.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="Kind">`benign`, `attack`, `malformed`, `mixed` or `unknown`.</param>
sealed record CorpusCapture(string Path, long Bytes, string Kind)
{
    /// <summary>Reads the index, in ordinal order of the paths.</summary>
    public static IReadOnlyList<CorpusCapture> ReadIndex(string file)
    {
        string[] lines = File.ReadAllLines(file);
        string[] names = lines[0].Split('\t');
        int path = Array.IndexOf(names, "path"), bytes = Array.IndexOf(names, "bytes"), kind = Array.IndexOf(names, "kind");
        return [.. lines.Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new CorpusCapture(cells[path], long.Parse(cells[bytes], CultureInfo.InvariantCulture), cells[kind]))
            .OrderBy(capture => capture.Path, StringComparer.Ordinal)];
    }
}
