using System.IO.Compression;
using System.Text;
using Quaywatch.Testing;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Link;

/// <summary>The outermost headers of frames made by others, compared with tshark's answers, which <c>make-tshark-headers</c> made.</summary>
public class TsharkHeaderTests(ITestOutputHelper output)
{
    [Fact]
    public void Headers_equal_those_of_tshark_or_the_difference_has_a_name()
    {
        string captures = Shared.Need("captures");
        SortedDictionary<string, int> differences = new(StringComparer.Ordinal);
        StringBuilder unexplained = new();
        int frames = 0;
        foreach ((string path, Dictionary<int, string[]> answers) in Answers())
        {
            frames += Compare(Path.Combine(captures, path), path, answers, differences, unexplained);
        }

        foreach ((string name, int count) in differences)
        {
            output.WriteLine($"{count,8} {name}");
        }

        output.WriteLine($"{frames,8} frames");
        Assert.True(frames > 1000, "hardly any frame was compared");
        Assert.True(unexplained.Length == 0, unexplained.ToString());

        // one frame may differ in several columns; outside the malformed and the tunnels hardly any does
        Assert.InRange(differences.Values.Sum(), 0, frames / 10);
    }

    static int Compare(
        string file, string path, Dictionary<int, string[]> answers, SortedDictionary<string, int> differences, StringBuilder unexplained)
    {
        int frames = 0;
        try
        {
            using BlockReader reader = new([CaptureInput.FromFile(1, file, path)], new BlockReaderOptions { Hash = false });
            while (reader.TryRead(out CaptureBlock? block))
            {
                BlockCursor cursor = default;
                while (block.TryNext(ref cursor, out CapturedPacket packet, out _))
                {
                    if (answers.TryGetValue(packet.Number, out string[]? theirs))
                    {
                        frames++;
                        Compare(path, packet, theirs, differences, unexplained);
                    }
                }

                block.Release();
            }
        }
        catch (CaptureFormatException)
        {
            differences["capture not read"] = differences.GetValueOrDefault("capture not read") + 1;
        }

        return frames;
    }

    static void Compare(string path, in CapturedPacket packet, string[] theirs, SortedDictionary<string, int> differences, StringBuilder unexplained)
    {
        ReadOnlySpan<byte> frame = packet.Bytes[..Math.Max(0, packet.Bytes.Length - packet.FrameCheckLength)];
        PacketHeaders headers = HeaderInvariants.DecodeChecked(frame, packet.LinkType, packet.OriginalLength - packet.FrameCheckLength);
        string[] ours = HeaderAnswer.Of(packet.Number, packet.LinkType, headers);
        for (int column = 1; column < ours.Length; column++)
        {
            if (ours[column] == theirs[column])
            {
                continue;
            }

            string? name = HeaderDifference.Name(path, column, ours, theirs, packet, headers);
            if (name is not null)
            {
                differences[name] = differences.GetValueOrDefault(name) + 1;
                continue;
            }

            unexplained.Append(path).Append(' ').Append(packet.Number).Append(' ').Append(HeaderAnswer.Columns[column])
                .Append(" ours ").AppendJoin('|', ours).Append(" theirs ").AppendJoin('|', theirs).Append(' ').Append(headers.Faults).AppendLine();
        }
    }

    static IEnumerable<(string Path, Dictionary<int, string[]> Answers)> Answers()
    {
        string file = Path.Combine(Shared.Repository, "tests", "Quaywatch.Wire.Tests", "Link", "tshark-headers.txt.gz");
        using StreamReader lines = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        string? path = null;
        Dictionary<int, string[]> answers = [];
        while (lines.ReadLine() is string line)
        {
            if (!line.StartsWith("# ", StringComparison.Ordinal))
            {
                string[] answer = line.Split('|');
                answers.Add(int.Parse(answer[0]), answer);
                continue;
            }

            if (path is not null)
            {
                yield return (path, answers);
            }

            path = line[2..];
            answers = [];
        }

        if (path is not null)
        {
            yield return (path, answers);
        }
    }
}
