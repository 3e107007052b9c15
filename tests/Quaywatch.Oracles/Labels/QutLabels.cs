using System.Globalization;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Labels;

/// <summary>What the makers of the QUT captures say of one capture.</summary>
/// <param name="Run">The attack run: its begin and the attack's name.</param>
/// <param name="Attack">The attack's name; `_Flooding` at its end where the same command was repeated at full speed.</param>
/// <param name="View">Where the capture was taken: attacker, master or hmi.</param>
/// <param name="Path">The capture, under `captures/`; "-" where it was empty or is not kept.</param>
/// <param name="Frames">The frames that they labelled one by one.</param>
/// <param name="Further">How many more they labelled, without a number.</param>
sealed record QutLabels(string Run, string Attack, string View, string Path, IReadOnlyList<QutFrame> Frames, int Further)
{
    /// <summary>Three points of view of each attack run, in the order of time.</summary>
    public static List<QutLabels> Read()
    {
        string folder = Shared.Need("expected/qut-s7comm");
        ILookup<string, string[]> frames = Rows(folder, "frames.tsv").ToLookup(row => $"{row[0]} {row[1]}", StringComparer.Ordinal);
        List<QutLabels> all = [];
        // a row without a name is the day as a whole
        foreach (string[] row in Rows(folder, "attacks.tsv").Where(row => row[1].Length > 0))
        {
            foreach ((string view, int column) in new[] { ("attacker", 4), ("master", 10), ("hmi", 7) })
            {
                List<string[]> labelled = [.. frames[$"{row[0]} {view}"]];
                int further = labelled.Where(frame => frame[2] == "...").Sum(frame => int.Parse(frame[3].Split(' ')[0], CultureInfo.InvariantCulture));
                List<QutFrame> listed = row[column] == "-" ? [] : [.. labelled.Where(frame => frame[2] != "...").Select(QutFrame.Of)];
                all.Add(new QutLabels(row[0], row[1], view, row[column], listed, row[column] == "-" ? 0 : further));
            }
        }

        return all;
    }

    static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(System.IO.Path.Combine(folder, file)).Skip(1).Select(line => line.Split('\t'));
}
