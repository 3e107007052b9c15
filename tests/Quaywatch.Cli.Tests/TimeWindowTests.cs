using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Testing;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Cli.Tests;

/// <summary>`--from` and `--to` on the demonstration, whose laptop stops the controller at 22:00:45 and starts it at 22:01:00.</summary>
public sealed class TimeWindowTests(DemoCase demo) : IClassFixture<DemoCase>
{
    const string From = "2026-03-02T22:00:40"; // UTC where no zone is given
    const string To = "2026-03-02T17:00:50-05:00";

    [Fact]
    public void What_is_outside_is_as_if_it_were_not_there_and_the_case_says_so()
    {
        using TempFolder folder = new();
        CaseReader some = Analyze(folder["some.case"], demo.Capture, "--from", From, "--to", To);
        CaseReader all = CaseReader.Open(demo.Case);
        Assert.Equal(all.Manifest.Inputs[0].Packets, some.Manifest.Inputs[0].Packets);   // the file is what it is
        Assert.InRange(some.Manifest.Capture.Packets, 1, all.Manifest.Capture.Packets - 1);
        Assert.Equal(("2026-03-02T22:00:40.000000000Z", "2026-03-02T22:00:50.000000000Z"), (some.Manifest.Options.From?.ToString(), some.Manifest.Options.To?.ToString()));
        Assert.Contains("left out by a filter or time range", some.Manifest.Answers[4].Answer, StringComparison.Ordinal);
        Assert.Contains(some.Commands(), command => command.Operation == Operation.Stop);
        Assert.DoesNotContain(some.Commands(), command => command.Operation == Operation.Start);
        Assert.Equal(all.Commands().Single(command => command.Operation == Operation.Stop).Packet, some.Commands().Single(command => command.Operation == Operation.Stop).Packet);
    }

    [Fact]
    public void It_is_the_same_as_a_capture_that_was_cut_there()
    {
        using TempFolder folder = new();
        Assert.True(Timestamp.TryParse(From + "Z", out Timestamp from));
        Assert.True(Timestamp.TryParse(To, out Timestamp to));
        using (FileStream file = File.Create(folder["cut.pcapng"]))
        using (BlockReader reader = new([CaptureInput.FromFile(1, demo.Capture, "crane.pcapng")], new BlockReaderOptions { Hash = false }))
        {
            PcapngWriter writer = new(file);
            int number = writer.AddInterface(LinkType.Ethernet);
            while (reader.TryRead(out CaptureBlock? block))
            {
                BlockCursor cursor = default;
                while (block.TryNext(ref cursor, out CapturedPacket packet, out _))
                {
                    if (packet.Time >= from.Nanoseconds && packet.Time <= to.Nanoseconds)
                    {
                        writer.Write(number, packet.Time, packet.Bytes, packet.OriginalLength, null);
                    }
                }

                block.Release();
            }
        }

        CaseReader cut = Analyze(folder["cut.case"], folder["cut.pcapng"]);
        CaseReader window = Analyze(folder["window.case"], demo.Capture, "--from", From, "--to", To);
        Assert.Equal(cut.Manifest.Capture, window.Manifest.Capture with { LimitsReached = cut.Manifest.Capture.LimitsReached });
        Assert.Equal(cut.Devices().Select(Text), window.Devices().Select(Text));
        Assert.Equal(cut.Conversations().Select(Text), window.Conversations().Select(Text));
        Assert.Equal(cut.Commands().Select(command => (command.Operation, command.Address, command.Count, command.FirstSeen)), window.Commands().Select(command => (command.Operation, command.Address, command.Count, command.FirstSeen)));

        static string Text(object row) => row switch
        {
            Device device => $"{device.Id} {device.FirstSeen} {device.LastSeen}",
            Conversation conversation => $"{conversation.FirstSeen} {conversation.OriginatorPackets} {conversation.ResponderPackets} {conversation.State} {conversation.History}",
            _ => "",
        };
    }

    [Fact]
    public void A_conversation_that_the_window_cut_is_found_again_by_its_uid()
    {
        using TempFolder folder = new();
        CaseReader reader = Analyze(folder["some.case"], demo.Capture, "--from", From, "--to", To);
        foreach (Conversation conversation in reader.Conversations().Where(row => row.Transport == "tcp"))
        {
            RunOf run = RunOf.Line("evidence", folder["some.case"], conversation.Uid, "--input", demo.Capture, "-o", folder[conversation.Uid]);
            Assert.StartsWith($"quaywatch: {conversation.OriginatorPackets + conversation.ResponderPackets} packets in ", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--from", "yesterday", "wants a time, for example")]
    [InlineData("--to", "2026-03-02", "wants a time, for example")]
    [InlineData("--from", "2027-01-01T00:00:00Z", "nothing would be left")]
    public void What_is_no_time_is_said_before_anything_is_read(string option, string time, string why)
    {
        using TempFolder folder = new();
        RunOf run = RunOf.Line(["analyze", demo.Capture, "-o", folder["x.case"], .. option == "--from" && why[0] == 'n' ? ["--to", "2026-01-01T00:00:00Z"] : Array.Empty<string>(), option, time]);
        Assert.Equal(ExitStatus.Usage, run.Status);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["x.case"]));
    }

    static CaseReader Analyze(string folder, string capture, params string[] more)
    {
        Assert.Equal(0, RunOf.Line(["analyze", capture, "-o", folder, "--quiet", "--no-report", .. more]).Status);
        return CaseReader.Open(folder);
    }
}
