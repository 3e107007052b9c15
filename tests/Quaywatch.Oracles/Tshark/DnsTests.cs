using Quaywatch.Testing;

namespace Quaywatch.Oracles.Tshark;

/// <summary>Our reading of DNS, multicast DNS and LLMNR against tshark's, over every capture that holds them. docs/oracles/dns.md explains
/// the classes.</summary>
public sealed class DnsTests(ITestOutputHelper output)
{
    /// <summary>Messages that are shorter than their entries, and other bytes on the ports.</summary>
    static readonly string[] s_broken =
    [
        "discovery/ndpi__dnscrypt-v2.pcap", "dns/suricata-verify__dns-udp-junkrequest-first-input.pcap", "dns/tcpdump__dns_fwdptr.pcap",
        "dns/tcpdump__dns_udp_2.pcap", "other-ot/tcpdump__someip1.pcap", "other/pcapflowlab__showcase-pcap_flow_lab_showcase.pcap",
        "other/pcapflowlab__udp-ipv4_udp_checksum_zero_1.pcap", "other/pcapflowlab__udp-ipv4_udp_valid_checksum_1.pcap",
    ];

    /// <summary>A copy of a packet follows at most that many frames later (measured: one mirror port sends bursts of 30 twice).</summary>
    const int CopyDistance = 40;

    [Theory]
    [InlineData("dns", 23_000)]
    [InlineData("mdns", 1_000)]
    [InlineData("llmnr", 700)]
    public void Tshark_reads_the_same(string protocol, int least)
    {
        Comparison comparison = new(Explain);
        int copies = 0;
        foreach ((string capture, List<OracleMessage> theirs) in TsharkAnswers.Of(protocol))
        {
            List<OracleMessage> ours = OurAnswers.Of(Shared.Need("captures/" + capture), protocol, "dns.");

            // Wire drops a packet that a mirror port sent twice, tshark reads it again: no difference of reading.
            HashSet<int> frames = [.. ours.Select(message => message.Frame)];
            copies += theirs.RemoveAll(message => !frames.Contains(message.Frame) && IsCopy(theirs, message));
            comparison.Add(capture, theirs, ours);
        }

        output.WriteLine($"{comparison.Messages} messages, {comparison.Equal} equal ({comparison.Agreement:P2}), {copies} copies left out");
        foreach ((string name, long count, string example) in comparison.Differences)
        {
            output.WriteLine($"{count,8} {name}: {example}");
        }

        Assert.Empty(comparison.Unexplained);
        Assert.True(comparison.Agreement >= 0.99, $"{comparison.Agreement:P2}");
        Assert.True(comparison.Messages > least);
    }

    static string? Explain(string capture, IReadOnlyList<OracleMessage> theirs, OracleMessage message, string field) => (capture.Split('/')[0], field) switch
    {
        ("malformed" or "capture-format", _) => "by design: broken on purpose, read as far as each goes",
        ("tunnels" or "link", Comparison.TheirsAlone) => "by design: carried by a link or tunnel that is not looked into",
        (_, Comparison.TheirsAlone) when s_broken.Contains(capture) => "by design: cut or not DNS at all; told as broken, not described",
        (_, Comparison.OursAlone) when capture == "dns/zeek__dns-tkey.pcap" => "the answers lose a message that holds another protocol (GSS-API in TKEY)",
        (_, Comparison.OursAlone) when capture == "dns/zeek__dns-edns-ecs-weirds.pcap" => "ours right: tshark stops at an option that is too short",
        ("dns-tunnel", "dns.qry.name" or "dns.resp.name") => "undecided: bytes that are no UTF-8",
        (_, "dns.svcb.targetname") when capture == "dns/zeek__dns-svcb-rdlength-mismatch.pcap" => "by design: a name that runs beyond its record",
        (_, "dns.wks.address" or "dns.wks.protocol" or "dns.wks.bits") => "theirs more: WKS is shown as bytes here",
        _ => null,
    };

    static bool IsCopy(List<OracleMessage> theirs, OracleMessage message) => theirs.Exists(other =>
        other.Frame < message.Frame && other.Frame >= message.Frame - CopyDistance && other.Fields.Count == message.Fields.Count
        && other.Fields.All(field => message.Fields.TryGetValue(field.Key, out string[]? values) && values.AsSpan().SequenceEqual(field.Value)));
}
