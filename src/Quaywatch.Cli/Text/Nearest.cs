namespace Quaywatch.Cli.Text;

/// <summary>Finds what someone may have meant.</summary>
static class Nearest
{
    const int Most = 3;

    /// <summary>Up to three of the words that are so near that a slip explains the difference, the nearest first.</summary>
    public static IReadOnlyList<string> To(string typed, IEnumerable<string> words)
    {
        string low = typed.ToUpperInvariant();
        int limit = Math.Max(2, typed.Length / 3);
        return
        [
            .. words.Distinct(StringComparer.Ordinal)
                .Select(word => (Word: word, Distance: Distance(low, word.ToUpperInvariant())))
                .Where(near => near.Distance <= limit)
                .OrderBy(near => near.Distance).ThenBy(near => near.Word, StringComparer.Ordinal)
                .Take(Most).Select(near => near.Word),
        ];
    }

    /// <summary>Letters to add, to leave out or to change (Levenshtein's distance).</summary>
    static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
