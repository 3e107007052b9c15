using System.Reflection;
using System.Runtime.InteropServices;
using Quaywatch.Analysis;
using Quaywatch.Analysis.Inventory;
using Quaywatch.Analysis.Rules;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Writing;
using Quaywatch.Engine.Evidence;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Engine;

/// <summary>The main job: captures in, a complete case folder out.</summary>
public static class CaseMaker
{
    /// <summary>The program's version.</summary>
    public static string Version { get; } =
        typeof(CaseMaker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Reads the inputs to their end, or until cancelled, and writes the case.</summary>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="CaseOutputException">The case could not be written.</exception>
    public static Manifest Make(CaseRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        Timestamp? started = Timestamp.FromDateTime(request.Clock.GetUtcNow());
        using CaseWriter writer = CaseWriter.Create(request.Folder, request.Force);
        Manifest manifest = Fill(writer, request, cancellation);
        if (request.Report is { } report)
        {
            CaseReader read = writer.ReadBack();
            using Stream page = writer.CreateReport();
            report(read, page);
        }

        string? warning = writer.Complete(new Run
        {
            Started = started,
            Finished = Timestamp.FromDateTime(request.Clock.GetUtcNow()),
            CommandLine = request.CommandLine,
            Paths = [.. request.Inputs.Select(input => input.Path).OfType<string>().Where(path => request.Pipe is null || path != SpooledStream.PathIn(request.Folder))],
            Machine = new Machine
            {
                Name = Environment.MachineName,
                System = RuntimeInformation.OSDescription,
                Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
                Processors = Environment.ProcessorCount,
                Runtime = RuntimeInformation.FrameworkDescription,
            },
        });
        if (warning is not null)
        {
            request.Warn?.Invoke(warning);
        }

        return manifest;
    }

    static Manifest Fill(CaseWriter writer, CaseRequest request, CancellationToken cancellation)
    {
        using Stream? copy = request.Pipe is null ? null : writer.CreateSpool(SpooledStream.Number);
        request.Pipe?.KeepIn(copy!);
        int scratches = request.Inputs.Count;
        using AnalysisRun analysis = new(new AnalysisOptions
        {
            AllActs = request.AllActs,
            Makers = Vendors.Shipped,
            Scratch = _ => writer.CreateSpool(++scratches),
        });
        Pipeline pipeline;
        CaptureFacts facts;
        using (BlockReader reader = new(request.Inputs))
        {
            pipeline = new Pipeline(reader, analysis, null, request.ShardOrder, window: request.Window);
            facts = pipeline.Run(request.Progress, cancellation);
        }

        AnalysisResult result = analysis.Finish(facts);
        WriteRows(writer, result, request);
        Manifest manifest = ManifestOf(request, result, facts, pipeline);
        writer.WriteManifest(manifest);
        return manifest;
    }

    static void WriteRows(CaseWriter writer, AnalysisResult result, CaseRequest request)
    {
        DroppedMemory dropped = new();
        foreach (Device device in result.Devices)
        {
            writer.Devices.Write(device);
        }

        foreach (Conversation conversation in result.Conversations)
        {
            writer.Conversations.Write(conversation);
            dropped.TakeBack();
        }

        foreach (Command command in result.Commands)
        {
            writer.Commands.Write(command);
            dropped.TakeBack();
        }

        foreach (Session session in result.Sessions)
        {
            writer.Sessions.Write(session);
        }

        IEnumerable<Finding> findings = request.Evidence
            ? EvidencePass.Write(writer, result.Findings, request.Inputs)
            : result.Findings.Select(finding => finding.Row);
        foreach (Finding finding in findings)
        {
            writer.Findings.Write(finding);
        }
    }

    static Manifest ManifestOf(CaseRequest request, AnalysisResult result, CaptureFacts facts, Pipeline pipeline) => new()
    {
        Schema = Manifest.CurrentSchema,
        Tool = new Tool { Name = "quaywatch", Version = Version },
        Partial = facts.Partial,
        Answers = result.Answers,
        Inputs = [.. request.Inputs.Select(input => InputOf(input, pipeline))],
        Options = new AnalyzeOptions { AllActs = request.AllActs, From = request.Window.From, To = request.Window.To },
        Data = [Vendors.Shipped.Data, Attack.Data],
        Capture = result.Capture,
        Counts = result.Counts,
        Protocols = result.Protocols,
        NotAssessed = result.NotAssessed,
    };

    static InputRow InputOf(CaptureInput input, Pipeline pipeline) => new()
    {
        Input = input.Number,
        Name = input.Name,
        Sha256 = input.Sha256,
        Bytes = input.BytesRead,
        Format = input.Format,
        LinkTypes = [.. input.LinkTypes.Select(LinkTypes.NameOf)],
        Packets = input.Packets,
        First = Timestamp.FromNanoseconds(input.First),
        Last = Timestamp.FromNanoseconds(input.Last),
        Anomalies = [.. input.Anomalies.Met().Select(met => new NamedCount { Name = met.Key, Count = met.Value }), .. pipeline.AnomaliesOf(input.Number)],
    };
}
