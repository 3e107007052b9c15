using Quaywatch.Engine;
using Quaywatch.Report;
using Quaywatch.Report.Tests.Samples;
using Quaywatch.Testing;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Browser.Tests;

/// <summary>Reports of the sample cases and of two captures that others made, as files that a browser can open.</summary>
public sealed class SamplePages : IDisposable
{
    readonly TempFolder _folder = new();
    readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    static readonly SortedDictionary<string, string> s_captures = new(StringComparer.Ordinal)
    {
        ["attack-capture"] = "captures/s7comm/icsnpp-s7comm__snap7.pcap",
        ["plant-capture"] = "captures/s7comm/ct-samples__Plant1_S7comm.pcap",
    };

    /// <summary>The samples by name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["attack", "benign", "empty", "hostile", "crowd", .. s_captures.Keys];

    /// <summary>The address of the report of a sample.</summary>
    public string AddressOf(string name)
    {
        if (_made.TryGetValue(name, out string? path))
        {
            return new Uri(path).AbsoluteUri;
        }

        if (s_captures.TryGetValue(name, out string? capture))
        {
            string file = Shared.Need(capture);
            CaseMaker.Make(new CaseRequest { Inputs = [CaptureInput.FromFile(1, file, Path.GetFileName(file))], Folder = _folder[name], Report = ReportWriter.Write }, TestContext.Current.CancellationToken);
            path = Path.Combine(_folder[name], "report.html");
        }
        else
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
            path = _folder[name + ".html"];
            using FileStream page = File.Create(path);
            ReportWriter.Write(sample.Open(), page);
        }

        _made[name] = path;
        return new Uri(path).AbsoluteUri;
    }

    /// <summary>Deletes the files.</summary>
    public void Dispose() => _folder.Dispose();
}
