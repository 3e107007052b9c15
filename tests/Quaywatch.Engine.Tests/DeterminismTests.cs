using System.Globalization;
using Quaywatch.Testing;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine.Tests;

/// <summary>Same bytes, same case: the sums over all its files are equal.</summary>
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

    [Theory]
    [InlineData("captures/mixed/iti__mb2.pcap")]
    [InlineData("captures/s7comm/iti__s7comm_downloading_block_db1.pcap")]
    public void Culture_and_path_do_not_matter(string name)
    {
        string capture = Shared.Need(name);
        using TempFolder folder = new();
        string copy = folder[Path.Combine("elsewhere", Path.GetFileName(capture))];
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(capture, copy);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            string one = SumsOf(capture, folder["one.case"], null);

            // A culture whose numbers, dates and sorting differ; the program runs without ICU, so it is made by hand.
            CultureInfo other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NumberDecimalSeparator = ",";
            other.NumberFormat.NumberGroupSeparator = ".";
            other.NumberFormat.NegativeSign = "~";
            other.DateTimeFormat.DateSeparator = "-";
            other.DateTimeFormat.TimeSeparator = ".";
            CultureInfo.CurrentCulture = other;
            Assert.Equal(one, SumsOf(copy, folder["two.case"], null));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    static string SumsOf(string capture, string folder, int[]? order)
    {
        CaptureInput input = CaptureInput.FromFile(1, capture, Path.GetFileName(capture));
        CaseMaker.Make(new CaseRequest { Inputs = [input], Folder = folder, ShardOrder = order }, TestContext.Current.CancellationToken);
        return File.ReadAllText(Path.Combine(folder, "SHA256SUMS"));
    }
}
