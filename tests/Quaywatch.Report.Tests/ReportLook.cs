using Quaywatch.Report.Tests.Samples;

namespace Quaywatch.Report.Tests;

public sealed class ReportLook
{
    [Fact]
    public void Write()
    {
        string? to = Environment.GetEnvironmentVariable("QUAYWATCH_LOOK");
        Assert.SkipWhen(to is null, "writes sample reports to look at into the folder that QUAYWATCH_LOOK names");
        using SampleCase attack = Plant.Attack();
        File.WriteAllText(Path.Combine(to, "attack.html"), Pages.Of(attack.Open()));
        using SampleCase benign = Plant.Benign();
        File.WriteAllText(Path.Combine(to, "benign.html"), Pages.Of(benign.Open()));
        using SampleCase crowd = Crowd.Terminal(1_000);
        File.WriteAllText(Path.Combine(to, "crowd.html"), Pages.Of(crowd.Open()));
    }
}
