using Quaywatch.Engine;
using Quaywatch.Testing;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine.Tests;

/// <summary>Same bytes, same case: at any order of shards.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void The_order_in_which_shards_are_served_does_not_matter()
    {
        string capture = Shared.Need("captures/mixed/iti__mb2.pcap");
        using TempFolder folder = new();
        string forward = SumsOf(capture, folder["forward.case"], [.. Enumerable.Range(0, 16)]);
        string backward = SumsOf(capture, folder["backward.case"], [.. Enumerable.Range(0, 16).Reverse()]);
        Assert.Equal(forward, backward);
    }

    static string SumsOf(string capture, string folder, int[] order)
    {
        CaptureInput input = CaptureInput.FromFile(1, capture, Path.GetFileName(capture));
        CaseMaker.Make(new CaseRequest { Inputs = [input], Folder = folder, ShardOrder = order }, TestContext.Current.CancellationToken);
        return File.ReadAllText(Path.Combine(folder, "SHA256SUMS"));
    }
}
