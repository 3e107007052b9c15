using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Writing;
using Quaywatch.Testing;

namespace Quaywatch.Report.Tests.Samples;

/// <summary>The rows of a case that a test makes up, and the folder that they become.</summary>
sealed class SampleCase : IDisposable
{
    readonly TempFolder _folder = new();

    public List<Device> Devices { get; } = [];

    public List<Conversation> Conversations { get; } = [];

    public List<Command> Commands { get; } = [];

    public List<Session> Sessions { get; } = [];

    public List<Finding> Findings { get; } = [];

    public List<EvidenceFile> Evidence { get; } = [];

    public required Manifest Manifest { get; set; }

    /// <summary>Writes the case and opens it.</summary>
    public CaseReader Open() => Open(Devices, Findings);

    /// <summary>Writes the case with rows that are too many to be held, and opens it.</summary>
    public CaseReader Open(IEnumerable<Device> devices, IEnumerable<Finding> findings)
    {
        string path = _folder["sample.case"];
        using (CaseWriter writer = CaseWriter.Create(path, force: true))
        {
            long[] severities = new long[5];
            foreach (Device device in devices)
            {
                writer.Devices.Write(device);
            }

            foreach (Finding finding in findings)
            {
                severities[(int)finding.Severity]++;
                writer.Findings.Write(finding);
            }

            Conversations.ForEach(writer.Conversations.Write);
            Commands.ForEach(writer.Commands.Write);
            Sessions.ForEach(writer.Sessions.Write);
            Evidence.ForEach(writer.WriteEvidence);
            writer.WriteManifest(Manifest with
            {
                Counts = new Counts
                {
                    Devices = writer.Devices.Count,
                    Conversations = writer.Conversations.Count,
                    Commands = writer.Commands.Count,
                    Sessions = writer.Sessions.Count,
                    FindingsBySeverity = new SeverityCounts
                    {
                        Critical = severities[0],
                        High = severities[1],
                        Medium = severities[2],
                        Low = severities[3],
                        Info = severities[4],
                    },
                },
            });
            writer.Complete(new Run());
        }

        return CaseReader.Open(path);
    }

    public void Dispose() => _folder.Dispose();
}
