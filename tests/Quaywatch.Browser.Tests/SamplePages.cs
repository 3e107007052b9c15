using Quaywatch.Report;
using Quaywatch.Report.Tests.Samples;
using Quaywatch.Testing;

namespace Quaywatch.Browser.Tests;

/// <summary>Reports of the sample cases, as files that a browser can open.</summary>
public sealed class SamplePages : IDisposable
{
    readonly TempFolder _folder = new();
    readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    /// <summary>The samples by name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["attack", "benign", "empty", "hostile", "crowd"];

    /// <summary>The address of the report of a sample.</summary>
    public string AddressOf(string name)
    {
        if (!_made.TryGetValue(name, out string? path))
        {
            using SampleCase sample = name switch
            {
                "attack" => Plant.Attack(),
                "benign" => Plant.Benign(),
                "empty" => Plant.Empty(),
                "hostile" => Hostile.Everywhere(),
                "small-crowd" => Crowd.Terminal(60),
                _ => Crowd.Terminal(1_000),
            };
            _made[name] = path = _folder[name + ".html"];
            using FileStream file = File.Create(path);
            ReportWriter.Write(sample.Open(), file);
        }

        return new Uri(path).AbsoluteUri;
    }

    /// <summary>Deletes the files.</summary>
    public void Dispose() => _folder.Dispose();
}
