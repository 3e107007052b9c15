using System.Globalization;
using System.IO.Compression;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Tshark;

/// <summary>What tshark read, as <c>make-answers</c> kept it.</summary>
static class TsharkAnswers
{
    /// <summary>The answers for a protocol, capture by capture.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="folder">Where they are; null for those of the repository.</param>
    public static IEnumerable<(string Capture, List<OracleMessage> Messages)> Of(string protocol, string? folder = null)
    {
        string path = Path.Combine(folder ?? Path.Combine(Shared.Repository, "tests", "Quaywatch.Oracles", "answers"), protocol + ".txt.gz");
        using StreamReader lines = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        List<string> names = [];
        string? capture = null;
        List<OracleMessage> messages = [];
        while (lines.ReadLine() is string line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                if (capture is not null)
                {
                    yield return (capture, messages);
                }

                capture = line[2..];
                messages = [];
            }
            else if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                names.AddRange(line[2..].Split(' '));
            }
            else
            {
                messages.Add(Read(line, names));
            }
        }

        if (capture is not null)
        {
            yield return (capture, messages);
        }
    }

    static OracleMessage Read(string line, List<string> names)
    {
        int space = line.IndexOf(' ', StringComparison.Ordinal);
        Dictionary<string, string[]> fields = new(StringComparer.Ordinal);
        foreach (string field in line[(space + 1)..].Split(';'))
        {
            int equals = field.IndexOf('=', StringComparison.Ordinal);
            string name = names[int.Parse(field[..equals], CultureInfo.InvariantCulture)];
            fields[name] = [.. field[(equals + 1)..].Split('|').Select(Uri.UnescapeDataString)];
        }

        return new OracleMessage(int.Parse(line[..space], CultureInfo.InvariantCulture), fields);
    }
}
