using Quaywatch.Case.Rows;
using Quaywatch.Case.Writing;

namespace Quaywatch.Case.Tests;

/// <summary>A small case with every kind of file.</summary>
static class SampleCase
{
    public const string Packets = "packets of F0001";
    public const string Trees = "{\"packets\":[]}";
    public const string Report = "<!doctype html><title>Case</title>";

    public static Manifest Manifest { get; } = new()
    {
        Schema = Case.Rows.Manifest.CurrentSchema,
        Tool = new Tool { Name = "quaywatch", Version = "0.1.0" },
        Answers = [new AnswerRow { Question = "What is on the crane?", Answer = "2 devices", Certainty = Certainty.Likely, Rows = ["devices"] }],
    };

    public static Run Run { get; } = new()
    {
        Started = Timestamp.FromNanoseconds(1_772_489_643_000_000_000),
        Finished = Timestamp.FromNanoseconds(1_772_489_645_000_000_000),
        CommandLine = ["analyze", "crane7.pcap"],
    };

    /// <summary>Writes the case and closes it.</summary>
    public static void Write(string folder, bool force = false, string firmware = "V3.1.0")
    {
        using CaseWriter writer = CaseWriter.Create(folder, force);
        Fill(writer, firmware);
        Assert.Null(writer.Complete(Run));
    }

    /// <summary>Writes all but the seal.</summary>
    public static void Fill(CaseWriter writer, string firmware = "V3.1.0")
    {
        writer.Devices.Write(new Device { Id = "00:1b:1b:00:00:01", Macs = ["00:1b:1b:00:00:01"], Ips = ["10.20.7.10"], Firmware = firmware, Role = Role.Controller });
        writer.Devices.Write(new Device { Id = "10.20.7.55", Ips = ["10.20.7.55"] });
        writer.Conversations.Write(Filled.All<Conversation>());
        writer.Commands.Write(Filled.All<Command>());
        writer.Findings.Write(Filled.All<Finding>());
        using (Stream packets = writer.CreateEvidencePackets("F0001"))
        {
            packets.Write(System.Text.Encoding.UTF8.GetBytes(Packets));
        }

        using (Stream trees = writer.CreateEvidenceTrees("F0001"))
        {
            trees.Write(System.Text.Encoding.UTF8.GetBytes(Trees));
        }

        writer.WriteManifest(Manifest);
        using Stream report = writer.CreateReport();
        report.Write(System.Text.Encoding.UTF8.GetBytes(Report));
    }

    /// <summary>Names of all files and folders in a folder, in order.</summary>
    public static IReadOnlyList<string> Names(string folder) =>
    [
        .. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];
}
