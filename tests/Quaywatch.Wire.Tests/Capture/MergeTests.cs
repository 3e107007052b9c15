using CsCheck;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Wire.Tests.Capture;

public sealed class MergeTests
{
    [Fact]
    public void TheEarliestHeadComesFirstAndTiesGoByInputNumber()
    {
        Assert.Equal(
            [(1, 1), (2, 1), (2, 2), (1, 2), (2, 3)],
            Merged([Capture(1, 5), Capture(1, 4, 9)]).Select(static p => (p.Input, p.Number)));
    }

    [Fact]
    public void AnInputWhoseClockStepsBackIsNotReordered() =>
        Assert.Equal(
            [(1, 10L), (1, 2L), (1, 3L), (2, 11L), (1, 12L)],
            Merged([Capture(10, 2, 3, 12), Capture(11)]).Select(static p => (p.Input, p.Time / PacketTime.NanosecondsPerSecond)));

    [Fact]
    public void APacketWithAnAbsurdTimeStandsBehindTheOneBeforeItAndHoldsNothingUp()
    {
        static byte[] Seconds(params ulong[] times) => times.Aggregate(
            new FileBuilder().Section().Interface(options: static b => b.Option(9, [0])), static (f, t) => f.Enhanced(0, t, [1])).Bytes;

        Assert.Equal(
            [(1, 1), (1, 2), (2, 1), (1, 3), (2, 2)],
            Merged([Seconds(1, 99_000_000_000, 3), Seconds(2, 4)]).Select(static p => (p.Input, p.Number)));
    }

    [Fact]
    public void OrderCountsOverAllInputs() =>
        Assert.Equal([1L, 2, 3, 4], Merged([Capture(1, 3), Capture(2, 4)]).Select(static p => p.Order));

    [Fact]
    public void AMergeIsThatOfTheSlowModelWhateverTheBuffers() =>
        Gen.Select(Gen.Int[0, 40].Array[0, 40].Array[1, 12], Gen.Int[1, 14], Gen.Bool.Array[12]).Sample(
            static (inputs, mostOpen, compressed) =>
            {
                byte[][] files = [.. inputs.Select((times, i) => compressed[i] ? FileBuilder.Gzip(Capture(times)) : Capture(times))];
                List<(int, int)> expected = Model(inputs);
                List<SeenPacket> seen = Merged(files, new BlockReaderOptions { BufferSize = 4096, Hash = false });
                bool equal = seen.Select(static p => (p.Input, p.Number)).SequenceEqual(expected);

                // With too few open the order suffers, but nothing is lost or read twice, and each input keeps its own order.
                List<SeenPacket> few = Merged(files, new BlockReaderOptions { BufferSize = 4096, MostOpen = mostOpen, Hash = false });
                bool complete = few.OrderBy(static p => p.Input).ThenBy(static p => p.Number).Select(static p => (p.Input, p.Number, p.Bytes))
                    .SequenceEqual(seen.OrderBy(static p => p.Input).ThenBy(static p => p.Number).Select(static p => (p.Input, p.Number, p.Bytes)));
                bool inOrder = few.GroupBy(static p => p.Input).All(static g => g.Select(static p => p.Number).SequenceEqual(Enumerable.Range(1, g.Count())));
                return equal && complete && inOrder;
            },
            iter: 300);

    [Fact]
    public void TheOrderInWhichFilesAreNamedChangesOnlyTies()
    {
        byte[][] files = [Capture(1, 4, 7), Capture(2, 5, 8), Capture(3, 6, 9)];

        Assert.Equal(
            Merged(files).Select(static p => p.Time),
            Merged([.. files.Reverse()]).Select(static p => p.Time));
    }

    [Fact]
    public void RotatedFilesAreOpenOneAtATime()
    {
        using TestFolder folder = new();
        List<CaptureInput> inputs = [];
        for (int i = 0; i < 40; i++)
        {
            string path = folder.Write($"{i:00}.pcap", Capture([.. Enumerable.Range(i * 100, 100)]));
            inputs.Add(CaptureInput.FromFile(i + 1, path, $"{i:00}.pcap"));
        }

        List<SeenPacket> seen = Reading.All(inputs, new BlockReaderOptions { MostOpen = 1 });

        Assert.Equal(Enumerable.Range(0, 4_000), seen.Select(static p => (int)(p.Time / PacketTime.NanosecondsPerSecond)));
        Assert.All(inputs, static i => Assert.True(i.Anomalies.None));
        Assert.All(inputs, static i => Assert.Equal(64, i.Sha256!.Length));
    }

    [Fact]
    public void AnInputThatHadToWaitSaysSo()
    {
        CaptureInput[] inputs = [Reading.Input(Capture(1, 5, 9)), Reading.Input(Capture(2, 3), 2)];

        Assert.Equal([1L, 5, 9, 2, 3], Reading.All(inputs, new BlockReaderOptions { MostOpen = 1 }).Select(static p => p.Time / PacketTime.NanosecondsPerSecond));
        Assert.Equal([new("opened-late", 1)], inputs[1].Anomalies.Met());
    }

    [Fact]
    public void ManySmallFilesAreNotOneBlock()
    {
        using TestFolder folder = new();
        byte[] file = Capture(7, 7, 7);
        List<CaptureInput> inputs = [];
        for (int i = 0; i < 3_000; i++)
        {
            inputs.Add(CaptureInput.FromFile(i + 1, folder.Write($"{i}.pcap", file), $"{i}"));
        }

        List<List<SeenPacket>> blocks = Reading.Blocks(inputs);

        Assert.Equal(9_000, blocks.Sum(static b => b.Count));
        Assert.True(blocks.Count > 1);
    }

    [Fact]
    public void AFileThatVanishesBeforeItsTurnIsAReadErrorAndTheRestIsRead()
    {
        using TestFolder folder = new();
        string path = folder.Write("b.pcap", Capture(2));
        CaptureInput[] inputs = [Reading.Input(Capture(1, 3)), CaptureInput.FromFile(2, path, "b.pcap")];
        File.Delete(path);

        Assert.Equal([1, 1], Reading.All(inputs).Select(static p => p.Input));
        Assert.NotNull(inputs[1].ReadError);
        Assert.Equal(1, inputs[1].Anomalies[InputAnomaly.ReadError]);
        Assert.Null(inputs[1].Sha256);
    }

    static List<SeenPacket> Merged(byte[][] files, BlockReaderOptions? options = null) =>
        Reading.All([.. files.Select(static (f, i) => Reading.Input(f, i + 1))], options);

    static byte[] Capture(params int[] seconds) => seconds.Aggregate(
        new FileBuilder().PcapHeader(), static (f, s) => f.PcapRecord(s, 0, FileBuilder.Data((s * 37) % 500))).Bytes;

    /// <summary>The slow model: look at all heads, take the smallest.</summary>
    static List<(int Input, int Number)> Model(int[][] inputs)
    {
        int[] next = new int[inputs.Length];
        List<(int, int)> order = [];
        while (true)
        {
            int best = -1;
            for (int i = 0; i < inputs.Length; i++)
            {
                if (next[i] < inputs[i].Length && (best < 0 || inputs[i][next[i]] < inputs[best][next[best]]))
                {
                    best = i;
                }
            }

            if (best < 0)
            {
                return order;
            }

            order.Add((best + 1, ++next[best]));
        }
    }
}
