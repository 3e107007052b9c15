using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Quaywatch.Testing;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Wire.Tests.Capture;

/// <summary>Captures made by others: a sample of 1,505 against what tshark 4.0.17 says of each of 145,634 frames (frames.tsv.gz, made by
/// make-frames; where ours differ, frames-differ.tsv says why), all of them against the index that came with them.</summary>
public sealed class SharedCapturesTests
{
    [Fact]
    public void EveryFrameHasTsharksNumberTimeAndLengths()
    {
        string folder = Shared.Need("captures");
        List<string> differences = [];
        HashSet<string> explained = [.. Lines("frames-differ.tsv").Where(static l => !l.StartsWith('#')).Select(static l => l.Split('\t')[0])];
        int equal = 0;
        foreach ((string path, string frames, string digest) in Answers())
        {
            string file = Path.Combine(folder, path);
            Assert.True(File.Exists(file), $"{path} is not there; make frames.tsv.gz anew with make-frames");
            (string ourFrames, string ourDigest) = Describe(file);
            if ((ourFrames, ourDigest) == (frames, digest))
            {
                equal++;
            }
            else if (!explained.Remove(path))
            {
                differences.Add($"{path}: {frames} frames by tshark, {ourFrames} by us");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Empty(explained);
        Assert.True(equal > 1_400, $"{equal} captures");
    }

    [Fact]
    public void HashesAndPacketCountsAreThoseOfTheIndex()
    {
        string folder = Shared.Need("captures");
        List<string> differences = [];
        foreach (string line in File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1))
        {
            string[] columns = line.Split('\t');
            CaptureInput input = CaptureInput.FromFile(1, Path.Combine(folder, columns[0]), columns[0]);
            using BlockReader reader = new([input]);
            while (reader.TryRead(out CaptureBlock? block))
            {
                block.Release();
            }

            Assert.Equal(columns[1], input.Sha256);
            Assert.Equal(columns[2], input.BytesRead.ToString(CultureInfo.InvariantCulture));

            // The index counts frames, and in broken files also the record that is cut.
            bool cut = input.Anomalies[InputAnomaly.CutShort] + input.Anomalies[InputAnomaly.DamagedRecord] > 0;
            int counted = int.Parse(columns[3], CultureInfo.InvariantCulture);
            if (counted != input.LastNumber && !(cut && counted == input.LastNumber + 1))
            {
                differences.Add($"{columns[0]}: {counted} in the index, {input.LastNumber} by us");
            }
        }

        Assert.Equal(string.Join('\n', IndexDiffers), string.Join('\n', differences));
    }

    /// <summary>Two fuzzed files of a version before 2.4, whose lengths stand in the other order; the index was made without knowing that.</summary>
    static readonly string[] IndexDiffers =
    [
        "malformed/pcapplusplus__clusterfuzz-testcase-minimized-FuzzTarget-5766899836387328.pcap: 0 in the index, 1 by us",
        "malformed/pcapplusplus__clusterfuzz-testcase-minimized-FuzzTarget-6604968558198784.pcap: 0 in the index, 1 by us",
    ];

    [Fact]
    public void TheWholeFolderIsMergedByTimeAndLosesNothing()
    {
        CaptureSet set = CaptureSet.Find([Shared.Need("captures")]);
        long order = 0;
        long sum = 0;
        Dictionary<int, int> last = [];
        using BlockReader reader = new(set.Inputs, new BlockReaderOptions { Hash = false });
        while (reader.TryRead(out CaptureBlock? block))
        {
            BlockCursor cursor = default;
            while (block.TryNext(ref cursor, out CapturedPacket packet, out long number))
            {
                Assert.Equal(++order, number);
                Assert.True(packet.Number > last.GetValueOrDefault(packet.Input));
                last[packet.Input] = packet.Number;
                sum += packet.Bytes.Length;
            }

            block.Release();
        }

        Assert.Equal(set.Inputs.Sum(static i => i.Packets), order);
        Assert.True(order > 900_000 && sum > 100_000_000);
        Assert.Empty(set.Problems);
        Assert.All(set.Inputs, static i => Assert.Null(i.ReadError));
        Assert.All(set.Inputs, static i => Assert.Equal(0, i.Anomalies[InputAnomaly.OpenedLate]));
    }

    static IEnumerable<(string Path, string Frames, string Digest)> Answers()
    {
        foreach (string line in Lines("frames.tsv.gz"))
        {
            string[] columns = line.Split('\t');
            yield return (columns[0], columns[1], columns[2]);
        }
    }

    static IEnumerable<string> Lines(string name)
    {
        using Stream stored = typeof(SharedCapturesTests).Assembly.GetManifestResourceStream(name)!;
        using Stream unpacked = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stored, CompressionMode.Decompress) : stored;
        using StreamReader lines = new(unpacked, Encoding.UTF8);
        while (lines.ReadLine() is string line)
        {
            yield return line;
        }
    }

    /// <summary>Our frames in the words of make-frames.</summary>
    static (string Frames, string Digest) Describe(string file)
    {
        StringBuilder frames = new();
        using BlockReader reader = new([CaptureInput.FromFile(1, file, file)], new BlockReaderOptions { Hash = false });
        while (reader.TryRead(out CaptureBlock? block))
        {
            BlockCursor cursor = default;
            while (block.TryNext(ref cursor, out CapturedPacket packet, out _))
            {
                long seconds = Math.DivRem(packet.Time, PacketTime.NanosecondsPerSecond, out long fraction);
                string time = packet.Time == PacketTime.None ? "" : string.Create(CultureInfo.InvariantCulture, $"{seconds}.{fraction:D9}");
                frames.Append(CultureInfo.InvariantCulture, $"{packet.Number}\t{time}\t{packet.Bytes.Length}\t{packet.OriginalLength}\n");
            }

            block.Release();
        }

        string count = reader.Packets.ToString(CultureInfo.InvariantCulture);
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(frames.ToString())))[..16];
        return (count, reader.Packets == 0 ? "-" : digest);
    }
}
