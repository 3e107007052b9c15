using System.Globalization;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Labels;

/// <summary>The frames of the Modbus dataset (CSET 2016) that its makers label malicious.</summary>
/// <param name="Path">The capture, under `captures/`.</param>
/// <param name="Frames">How many frames have a label.</param>
/// <param name="Malicious">Numbers of the malicious ones, from 1.</param>
sealed record ModbusLabels(string Path, int Frames, IReadOnlySet<long> Malicious)
{
    /// <summary>The labels of each capture that is kept.</summary>
    public static List<ModbusLabels> Read() =>
        [.. File.ReadLines(System.IO.Path.Combine(Shared.Need("expected/modbus-dataset"), "labels.tsv")).Skip(1)
            .Select(line => line.Split('\t')).GroupBy(row => row[0], StringComparer.Ordinal).Select(Of)];

    static ModbusLabels Of(IGrouping<string, string[]> rows)
    {
        HashSet<long> malicious = [];
        foreach (string[] row in rows)
        {
            int first = int.Parse(row[3], CultureInfo.InvariantCulture);
            int last = int.Parse(row[4], CultureInfo.InvariantCulture);
            malicious.UnionWith(Enumerable.Range(first, last - first + 1).Select(frame => (long)frame));
        }

        string[] any = rows.First();
        Assert.Equal(int.Parse(any[2], CultureInfo.InvariantCulture), malicious.Count);
        return new ModbusLabels(rows.Key, int.Parse(any[1], CultureInfo.InvariantCulture), malicious);
    }
}
