using System.IO.Compression;
using CsCheck;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Wire.Tests.Capture;

public sealed class GzipTests
{
    static readonly byte[] Plain = ManyPackets(3_000);

    [Fact]
    public void ACompressedCaptureGivesEqualPacketsAndEqualBlocks()
    {
        foreach (int size in new[] { 4096, 16 << 10, 1 << 20 })
        {
            BlockReaderOptions options = new() { BufferSize = size, Hash = false };
            List<List<SeenPacket>> plain = Reading.Blocks([Reading.Input(Plain)], options);

            Assert.Equal(plain, Reading.Blocks([Reading.Input(FileBuilder.Gzip(Plain))], options));
            Assert.True(plain.Count >= Plain.Length / size);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4095)]
    [InlineData(4097)]
    public void HowManyBytesAStreamGivesAtOnceChangesNothing(int chunk)
    {
        BlockReaderOptions options = new() { BufferSize = 8192, Hash = false };
        List<List<SeenPacket>> expected = Reading.Blocks([Reading.Input(Plain)], options);

        Assert.Equal(expected, Reading.Blocks([Reading.Input(Plain, 1, chunk)], options));
        Assert.Equal(expected, Reading.Blocks([Reading.Input(FileBuilder.Gzip(Plain), 1, chunk)], options));
    }

    [Fact]
    public void TheFormatSaysThatItIsCompressed()
    {
        Assert.Equal("pcap.gz", Reading.Input(FileBuilder.Gzip(Plain)).Format);
        Assert.Equal("pcapng.gz", Reading.Input(FileBuilder.Gzip(new FileBuilder().Section().Bytes)).Format);
    }

    [Fact]
    public void MembersOneBehindTheOtherAreOneCapture() =>
        Gen.Int[0, Plain.Length].Array[0, 6].Sample(
            static cuts =>
            {
                int[] places = [0, .. cuts.Order(), Plain.Length];
                byte[] packed = [.. places.Zip(places.Skip(1), static (from, to) => FileBuilder.Gzip(Plain[from..to])).SelectMany(static m => m)];
                return Reading.All(packed, out CaptureInput input).SequenceEqual(Reading.All(Plain)) && input.Anomalies.None;
            },
            iter: 200);

    [Fact]
    public void EmptyMembersAreNoEnd()
    {
        byte[] header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3];
        byte[] emptyStored = [.. header, 1, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] emptyFixed = [.. header, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] packed = [.. emptyFixed, .. FileBuilder.Gzip(Plain[..500]), .. emptyStored, .. emptyFixed, .. FileBuilder.Gzip(Plain[500..]), .. emptyFixed];

        Assert.Equal(Reading.All(Plain), Reading.All(packed, out CaptureInput input));
        Assert.True(input.Anomalies.None);
    }

    [Fact]
    public void HeadersWithNameCommentExtraFieldAndChecksumAreSkipped()
    {
        byte[] packed = FileBuilder.Gzip(Plain);
        byte[] header = [0x1F, 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3, .. "crane7.pcap\0"u8, .. "from the mirror\0"u8, 9, 9];

        Assert.Equal(Reading.All(Plain), Reading.All([.. header, .. packed[10..]], out CaptureInput input));
        Assert.True(input.Anomalies.None);
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void ACutCompressedFileKeepsWhatCouldBeUnpackedAndSaysSo(CompressionLevel level)
    {
        byte[] small = ManyPackets(40);
        byte[] packed = FileBuilder.Gzip(small, level);
        List<SeenPacket> all = Reading.All(small);
        int before = 0;
        for (int length = 40; length < packed.Length; length++)
        {
            List<SeenPacket> seen;
            CaptureInput input;
            try
            {
                seen = Reading.All(packed[..length], out input);
            }
            catch (CaptureFormatException)
            {
                Assert.Equal(0, before);
                continue;
            }

            Assert.Equal(1, input.Anomalies[InputAnomaly.CompressionCut]);
            Assert.Equal(0, input.Anomalies[InputAnomaly.CompressionDamaged]);
            Assert.Equal(all.Take(seen.Count), seen);
            Assert.True(seen.Count >= before, "a longer file has more");
            before = seen.Count;
        }

        Assert.Equal(all.Count, before);
    }

    [Fact]
    public void AFileCutBetweenMembersIsOnlyCutAsACapture()
    {
        byte[] packed = FileBuilder.Gzip(Plain[..(24 + 16 + 10)]);

        Assert.Empty(Reading.All(packed, out CaptureInput input));
        Assert.Equal(["cut-short", "missing-bytes"], input.Anomalies.Met().Select(static a => a.Key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9_000)]
    public void AWrongChecksumIsCountedAndEndsTheInput(int behind)
    {
        byte[] packed = FileBuilder.Gzip(Plain);
        packed[^6] ^= 1;

        Assert.Equal(Reading.All(Plain), Reading.All([.. packed, .. new byte[behind]], out CaptureInput input));
        Assert.Equal([new("compression-damaged", 1)], input.Anomalies.Met());
    }

    [Fact]
    public void BytesBehindTheLastMemberAreIgnored()
    {
        Assert.Equal(Reading.All(Plain), Reading.All([.. FileBuilder.Gzip(Plain), .. new byte[600]], out CaptureInput input));
        Assert.True(input.Anomalies.None);
    }

    [Fact]
    public void BrokenCompressedDataNeverThrows()
    {
        byte[] packed = FileBuilder.Gzip(ManyPackets(300));
        Gen.Select(Gen.Int[0, packed.Length - 1], Gen.Byte).Array[1, 4].Sample(
            changes =>
            {
                byte[] broken = [.. packed];
                foreach ((int at, byte value) in changes)
                {
                    broken[at] = value;
                }

                try
                {
                    Reading.All(broken, out CaptureInput input);
                    return true;
                }
                catch (CaptureFormatException)
                {
                    return true;
                }
            },
            iter: 1_000);
    }

    /// <summary>Packets of many lengths, whose bytes do not compress away.</summary>
    internal static byte[] ManyPackets(int count)
    {
        Random random = new(7);
        FileBuilder file = new FileBuilder().PcapHeader();
        for (int i = 0; i < count; i++)
        {
            byte[] data = new byte[random.Next(0, 200)];
            random.NextBytes(data);
            file.PcapRecord(1_000 + i, 0, data);
        }

        return file.Bytes;
    }
}
