using System.Globalization;
using Quaywatch.Protocols.S7;
using Quaywatch.Testing;

namespace Quaywatch.Oracles.Labels;

/// <summary>The attacks of Queensland University of Technology on a process of S7 controllers, frame by frame as their makers labelled
/// them: every one is a message of the attacker that we read.</summary>
public sealed class QutTests
{
    const string Attacker = "10.10.10.66";

    [Fact]
    public void Every_labelled_frame_is_a_message_of_the_attacker()
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(Shared.Need("expected/qut-s7comm"), "frames.tsv")).Skip(1).Select(line => line.Split('\t'))];
        int found = 0;
        int writes = 0;
        foreach (IGrouping<string, string[]> capture in rows.Where(row => row[5] != "-").GroupBy(row => row[5], StringComparer.Ordinal))
        {
            ILookup<int, S7Message> messages = S7Messages.Of(Shared.Need("captures/" + capture.Key)).ToLookup(message => message.Frame);
            // a bare acknowledgement is labelled too, and carries nothing
            foreach (string[] row in capture.Where(row => row[2] != "..." && row[3].EndsWith("Raw", StringComparison.Ordinal)))
            {
                int frame = int.Parse(row[2], CultureInfo.InvariantCulture);
                Assert.True(messages[frame].Any(), $"{capture.Key} #{frame} ({row[4]}) is not read");
                Assert.All(messages[frame], message => Assert.Equal(Attacker, message.Sender));
                found++;
                writes += messages[frame].Count(message => S7Frame.TryRead(message.Pdu, out S7Frame pdu) && pdu.Function == S7Function.WriteVar);
            }
        }

        // four labelled frames are reads: who turns the gate around looks first how it stands
        Assert.Equal((404, 400), (found, writes));
    }
}
