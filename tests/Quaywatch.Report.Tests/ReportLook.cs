using Quaywatch.Report.Tests.Samples;

namespace Quaywatch.Report.Tests;

public sealed class ReportLook
{
    [Fact]
    public void Write()
    {
        string to = Environment.GetEnvironmentVariable("QW_LOOK")!;
        using SampleCase attack = Plant.Attack();
        File.WriteAllText(Path.Combine(to, "attack.html"), Pages.Of(attack.Open()));
        using SampleCase benign = Plant.Benign();
        File.WriteAllText(Path.Combine(to, "benign.html"), Pages.Of(benign.Open()));
    }
}
