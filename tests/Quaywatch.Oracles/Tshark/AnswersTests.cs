using System.Diagnostics;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Tshark;

/// <summary>The answers that are kept are those that tshark gives: a sample is made anew.</summary>
public sealed class AnswersTests
{
    [Theory]
    [Trait("kind", "long")]
    [InlineData("s7comm", "s7comm/icsnpp-s7comm__snap7.pcap")]
    [InlineData("s7comm", "s7comm/s7-pcaps__step7_s300_rwVarTab.pcapng")]
    [InlineData("s7comm", "s7comm/iti__s7comm_downloading_block_db1.pcap")]
    [InlineData("mbtcp", "modbus/iti__modbus_test.pcap")]
    [InlineData("modbus", "modbus/iti__modbus_test.pcap")]
    [InlineData("modbus", "modbus/quickdraw__modbus_test_data_part1.pcap")]
    [InlineData("dns", "dns/ndpi__dns_invert_query.pcapng")]
    [InlineData("mdns", "discovery/zeek__dns-mdns-no-assoc.pcap")]
    [InlineData("llmnr", "ads/iti__addroute.pcapng")]
    public void A_sample_made_anew_is_the_same(string protocol, string capture)
    {
        string shared = Path.GetDirectoryName(Shared.Need("captures"))!;
        Assert.SkipUnless(Version().Contains(" 4.0.", StringComparison.Ordinal), "needs tshark 4.0");
        using TempFolder folder = new();
        Run("python3", [Path.Combine(Shared.Repository, "tests", "Quaywatch.Oracles", "make-answers"), shared, "--out", folder.Root, "--only", capture, protocol]);
        List<OracleMessage> anew = Assert.Single(TsharkAnswers.Of(protocol, folder.Root)).Messages;
        List<OracleMessage> kept = TsharkAnswers.Of(protocol).Single(answer => answer.Capture == capture).Messages;
        Assert.Equal(kept.Select(Text), anew.Select(Text));
    }

    static string Text(OracleMessage message) =>
        $"{message.Frame} " + string.Join(';', message.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={string.Join('|', f.Value)}"));

    static string Version()
    {
        try
        {
            return Run("tshark", ["--version"]);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }

    static string Run(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }
}
