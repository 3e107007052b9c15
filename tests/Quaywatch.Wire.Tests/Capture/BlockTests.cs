using System.Security.Cryptography;
using CsCheck;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Capture;

public sealed class BlockTests
{
    [Fact]
    public void TheSizeOfTheBufferChangesNoPacket()
    {
        byte[] file = Mixed(2_000, 5_000);
        List<SeenPacket> expected = Reading.All(file);

        for (int size = 1 << 12; size <= 1 << 19; size *= 2)
        {
            Assert.Equal(expected, Reading.All(file, out _, new BlockReaderOptions { BufferSize = size, Hash = false }));
        }
    }

    [Fact]
    public void APacketLargerThanTheBufferMakesItGrow()
    {
        byte[] file = new FileBuilder().PcapHeader().PcapRecord(1, 0, [1]).PcapRecord(2, 0, new byte[262_144]).PcapRecord(3, 0, [3]).Bytes;

        Assert.Equal([1, 262_144, 1], Reading.All(file, out _, new BlockReaderOptions { BufferSize = 4096, Hash = false }).Select(static p => p.Captured));
    }

    [Fact]
    public void BlocksThatAreHeldKeepTheirPacketsWhileOthersAreRead()
    {
        byte[] file = Mixed(3_000, 300);
        List<SeenPacket> expected = Reading.All(file);
        List<CaptureBlock> held = [];
        using BlockReader reader = new([Reading.Input(file)], new BlockReaderOptions { BufferSize = 16 << 10 });
        while (reader.TryRead(out CaptureBlock? block))
        {
            held.Add(block);
        }

        Assert.True(held.Count > 10);
        Assert.Equal(expected, held.SelectMany(Reading.Walk));
        held.ForEach(static b => b.Release());
    }

    [Fact]
    public async Task SeveralThreadsWalkOneBlockAtTheSameTime()
    {
        byte[] file = Mixed(3_000, 300);
        using BlockReader reader = new([Reading.Input(file)]);
        Assert.True(reader.TryRead(out CaptureBlock? block));

        List<SeenPacket>[] walks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Reading.Walk(block), TestContext.Current.CancellationToken)));

        Assert.All(walks, w => Assert.Equal(walks[0], w));
        Assert.Equal(Reading.All(file), walks[0]);
    }

    [Fact]
    public void ACopiedCursorWalksOnFromItsPlace()
    {
        using BlockReader reader = new([Reading.Input(Mixed(10, 100))]);
        Assert.True(reader.TryRead(out CaptureBlock? block));
        BlockCursor cursor = default;
        block.TryNext(ref cursor, out _, out _);
        BlockCursor copy = cursor;
        block.TryNext(ref cursor, out CapturedPacket second, out long order);
        block.TryNext(ref copy, out CapturedPacket again, out long orderAgain);

        Assert.Equal((2, 2L), (second.Number, order));
        Assert.Equal((second.Number, order), (again.Number, orderAgain));
    }

    [Fact]
    public void TheHighestTimeNeverGoesBackAndLeavesAbsurdTimesOut()
    {
        FileBuilder file = new FileBuilder().Section().Interface(options: static b => b.Option(9, [0]));
        foreach (ulong second in new ulong[] { 5, 9, 3, 20_000_000_000, 4 })
        {
            file.Enhanced(0, second, new byte[3_000]);
        }

        List<long> highest = [];
        using BlockReader reader = new([Reading.Input(file.Bytes)], new BlockReaderOptions { BufferSize = 4096 });
        while (reader.TryRead(out CaptureBlock? block))
        {
            highest.Add(block.HighestTime / PacketTime.NanosecondsPerSecond);
            block.Release();
        }

        Assert.Equal([5, 9, 9, 9, 9], highest);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheHashIsThatOfTheFileAsGivenToItsLastByte(bool compressed)
    {
        byte[] damaged = [.. Mixed(4_000, 400), .. new FileBuilder().U32(1).U32(1).U32(uint.MaxValue).U32(1).Bytes, .. new byte[3_000_000]];
        byte[] file = compressed ? [.. FileBuilder.Gzip(damaged), .. new byte[700_000]] : damaged;

        Reading.All(file, out CaptureInput input, new BlockReaderOptions { BufferSize = 32 << 10 });

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), input.Sha256);
        Assert.Equal(file.Length, input.BytesRead);
    }

    [Fact]
    public void AnInputThatIsLeftHalfwayHasNoHash()
    {
        CaptureInput input = Reading.Input(Mixed(4_000, 400));
        using (BlockReader reader = new([input], new BlockReaderOptions { BufferSize = 4096 }))
        {
            Assert.True(reader.TryRead(out _));
        }

        Assert.Null(input.Sha256);
    }

    [Fact]
    public void NothingIsAllocatedForAPacketOrABlockOnceItRuns()
    {
        byte[] file = Mixed(40_000, 200);
        long packets = 0;
        long bytes = Allocated(file, ref packets, out long warm);

        Assert.True(packets > 39_000);
        Assert.True(bytes - warm < 1_000, $"{bytes - warm} bytes for {packets} packets");
    }

    [Fact]
    public void AFileOfFourHundredMegabytesIsReadInAFewBuffers()
    {
        const int Records = 800_000;
        byte[] head = new FileBuilder().PcapHeader().Bytes;
        byte[] record = new FileBuilder().PcapRecord(1, 1, new byte[484]).Bytes;
        long before = GC.GetAllocatedBytesForCurrentThread();
        using BlockReader reader = new([CaptureInput.FromStream(1, new RepeatedStream(head, record, Records), "long")]);
        while (reader.TryRead(out CaptureBlock? block))
        {
            block.Release();
        }

        // One buffer and up to eight that wait to be hashed, each with its list of packets.
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(Records, reader.Packets);
        Assert.True(allocated < 16 << 20, $"{allocated} bytes");
    }

    [Fact]
    public void AnyPacketsComeBackFromAnyBufferSize() =>
        Gen.Select(Gen.Int[0, 9_000].Array[0, 30], Gen.Int[12, 16], Gen.Bool).Sample(
            static (lengths, power, nextGeneration) =>
            {
                byte[] file = Written(lengths, nextGeneration);
                List<SeenPacket> seen = Reading.All(file, out CaptureInput input, new BlockReaderOptions { BufferSize = 1 << power, Hash = false });
                return seen.Select(static p => p.Captured).SequenceEqual(lengths) && input.Anomalies.None
                    && seen.Select(static p => p.Order).SequenceEqual(Enumerable.Range(1, lengths.Length).Select(static i => (long)i));
            },
            iter: 300);

    static long Allocated(byte[] file, ref long packets, out long warm)
    {
        warm = 0;
        using BlockReader reader = new([CaptureInput.FromStream(1, new MemoryStream(file), "file")], new BlockReaderOptions { BufferSize = 64 << 10, Hash = false });
        for (int blocks = 0; reader.TryRead(out CaptureBlock? block); blocks++)
        {
            BlockCursor cursor = default;
            while (block.TryNext(ref cursor, out CapturedPacket packet, out _))
            {
                packets += packet.Bytes.Length >= 0 ? 1 : 0;
            }

            block.Release();
            if (blocks == 30)
            {
                warm = GC.GetAllocatedBytesForCurrentThread();
            }
        }

        return GC.GetAllocatedBytesForCurrentThread();
    }

    static byte[] Written(int[] lengths, bool nextGeneration)
    {
        using MemoryStream to = new();
        PcapngWriter? pcapng = nextGeneration ? new PcapngWriter(to) : null;
        pcapng?.AddInterface(LinkType.Ethernet);
        PcapWriter? pcap = nextGeneration ? null : new PcapWriter(to, LinkType.Ethernet);
        foreach (int length in lengths)
        {
            pcap?.Write(length, FileBuilder.Data(length));
            pcapng?.Write(0, length, FileBuilder.Data(length));
        }

        return to.ToArray();
    }

    static byte[] Mixed(int count, int longest)
    {
        Random random = new(3);
        FileBuilder file = new FileBuilder().PcapHeader();
        for (int i = 0; i < count; i++)
        {
            file.PcapRecord(1_000 + (i / 10), i % 10, FileBuilder.Data(random.Next(0, longest)));
        }

        return file.Bytes;
    }
}
