using Quaywatch.Case.Reading;
using Quaywatch.Case.Writing;
using Quaywatch.Testing;

namespace Quaywatch.Case.Tests.Writing;

public sealed class ReportReplacementTests : IDisposable
{
    readonly TempFolder _folder = new();

    public ReportReplacementTests() => SampleCase.Write(Case);

    string Case => _folder["crane7.case"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_report_is_sealed_like_the_old_one()
    {
        ReportReplacement.Write(CaseReader.Open(Case), static stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(Path.Combine(Case, "report.html")));
        Assert.Empty(CaseReader.Open(Case).Verify());
        Assert.Equal(["analyze", "crane7.pcap"], CaseReader.Open(Case).Run()!.CommandLine);
        Assert.False(Directory.Exists(Case + ".partial"));
    }

    [Fact]
    public void The_same_report_leaves_the_case_as_it_was()
    {
        string sums = File.ReadAllText(Path.Combine(Case, "SHA256SUMS"));
        string run = File.ReadAllText(Path.Combine(Case, "run.json"));
        ReportReplacement.Write(CaseReader.Open(Case), static stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(SampleCase.Report)));
        Assert.Equal(sums, File.ReadAllText(Path.Combine(Case, "SHA256SUMS")));
        Assert.Equal(run, File.ReadAllText(Path.Combine(Case, "run.json")));
    }

    [Fact]
    public void A_case_without_a_report_gets_one()
    {
        using (CaseWriter writer = CaseWriter.Create(_folder["bare.case"], force: false))
        {
            writer.WriteManifest(SampleCase.Manifest);
            writer.Complete(SampleCase.Run);
        }

        ReportReplacement.Write(CaseReader.Open(_folder["bare.case"]), static stream => stream.Write("new"u8));
        Assert.Empty(CaseReader.Open(_folder["bare.case"]).Verify());
    }

    [Fact]
    public void A_new_report_hides_no_change_made_before()
    {
        File.AppendAllText(Path.Combine(Case, "devices.jsonl"), "{\"id\":\"x\"}\n");
        ReportReplacement.Write(CaseReader.Open(Case), static stream => stream.Write("new"u8));
        Assert.Equal(["devices.jsonl was changed"], CaseReader.Open(Case).Verify());

        File.WriteAllBytes(Path.Combine(Case, "SHA256SUMS"), Sums.ToBytes(Sums.OfFolder(Case)));
        ReportReplacement.Write(CaseReader.Open(Case), static stream => stream.Write("newer"u8));
        Assert.Equal(["SHA256SUMS was changed: run.json has another hash of it"], CaseReader.Open(Case).Verify());
    }

    [Fact]
    public void When_the_report_fails_the_case_keeps_the_old_one()
    {
        Assert.Throws<InvalidOperationException>(() => ReportReplacement.Write(CaseReader.Open(Case), static stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));
        Assert.Equal(SampleCase.Report, File.ReadAllText(Path.Combine(Case, "report.html")));
        Assert.Empty(CaseReader.Open(Case).Verify());
        Assert.False(Directory.Exists(Case + ".partial"));
    }

    [Fact]
    public void A_link_in_place_of_the_report_is_replaced_and_not_followed()
    {
        string elsewhere = _folder.Write("elsewhere", "mine");
        File.Delete(Path.Combine(Case, "report.html"));
        File.CreateSymbolicLink(Path.Combine(Case, "report.html"), elsewhere);
        ReportReplacement.Write(CaseReader.Open(Case), static stream => stream.Write("new"u8));
        Assert.Equal("mine", File.ReadAllText(elsewhere));
        Assert.Null(new FileInfo(Path.Combine(Case, "report.html")).LinkTarget);
    }
}
