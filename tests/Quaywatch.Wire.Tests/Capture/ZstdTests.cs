using System.Diagnostics;
using CsCheck;
using Quaywatch.Wire.Capture;
using ZstdSharp;

namespace Quaywatch.Wire.Tests.Capture;

public sealed class ZstdTests
{
    static readonly byte[] Plain = GzipTests.ManyPackets(3_000);
    static readonly byte[] Packed = Pack(Plain);

    [Fact]
    public void ACompressedCaptureGivesEqualPacketsAndEqualBlocks()
    {
        foreach (int size in new[] { 4096, 16 << 10, 1 << 20 })
        {
            BlockReaderOptions options = new() { BufferSize = size, Hash = false };
            Assert.Equal(Reading.Blocks([Reading.Input(Plain)], options), Reading.Blocks([Reading.Input(Packed)], options));
        }
    }

    [Fact]
    public void TheFormatSaysThatItIsCompressed()
    {
        Assert.Equal("pcap.zst", Reading.Input(Packed).Format);
        Assert.Equal("pcapng.zst", Reading.Input(Pack(new FileBuilder().Section().Bytes)).Format);
    }

    [Fact]
    public void FramesOneBehindTheOtherAndFramesToBeSkippedAreOneCapture()
    {
        byte[] skipped = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3];
        Gen.Int[0, Plain.Length].Array[0, 6].Sample(
            cuts =>
            {
                int[] places = [0, .. cuts.Order(), Plain.Length];
                byte[] packed = [.. skipped, .. places.Zip(places.Skip(1), static (from, to) => Pack(Plain[from..to])).SelectMany(static frame => frame)];
                return Reading.All(packed, out CaptureInput input).SequenceEqual(Reading.All(Plain)) && input.Anomalies.None;
            },
            iter: 100);
    }

    [Fact]
    public void WhatWasUnpackedBeforeACutIsReadAndTheCutIsCounted()
    {
        List<SeenPacket> all = Reading.All(Plain);
        List<SeenPacket> some = Reading.All(Packed[..^40], out CaptureInput input);
        Assert.Equal(all.Take(some.Count), some);
        Assert.Equal(1, input.Anomalies[InputAnomaly.CompressionCut]);
    }

    [Fact]
    public void ABrokenFrameEndsTheInputAndIsCounted()
    {
        byte[] two = [.. Packed, .. Packed];
        two.AsSpan(Packed.Length + 9, 60).Fill(0xFF);
        List<SeenPacket> some = Reading.All(two, out CaptureInput input);
        Assert.True(some.Count >= Reading.All(Plain).Count);
        Assert.Equal(1, input.Anomalies[InputAnomaly.CompressionDamaged]);
    }

    [Fact]
    public void NoChangedByteBreaksTheReader() =>
        Gen.Select(Gen.Int[4, Packed.Length - 1], Gen.Byte).Array[1, 8].Sample(
            static changes =>
            {
                byte[] file = [.. Packed];
                foreach ((int place, byte value) in changes)
                {
                    file[place] = value;
                }

                try
                {
                    Reading.All(file);
                }
                catch (CaptureFormatException)
                {
                    // the first bytes make no sense any more: said in one line
                }
            },
            iter: 500);

    [Fact]
    public void WhatTheCommandPacksIsReadUnlessItAsksForALargerWindow()
    {
        using TestFolder folder = new();
        string path = folder.Write("crane.pcap", Plain);
        Assert.SkipUnless(Run("--version"), "needs the command zstd");
        Assert.True(Run("-q", "-19", path, "-o", path + ".zst"));
        Assert.Equal(Reading.All(Plain), Reading.All(File.ReadAllBytes(path + ".zst")));
        Assert.True(Run("-q", "--ultra", "--long=30", "--stream-size=900000000", "-f", "--no-check", path, "-o", path + ".long.zst"));
        byte[] head = File.ReadAllBytes(path + ".long.zst");
        if (CaptureMagic.ZstdWindowLog(head) > ZstdReader.LargestWindowLog)
        {
            Assert.Throws<CaptureFormatException>(() => Reading.Input(head));
        }
        else
        {
            Assert.Equal(Reading.All(Plain), Reading.All(head));
        }
    }

    static byte[] Pack(byte[] plain)
    {
        using Compressor compressor = new(3);
        return compressor.Wrap(plain).ToArray();
    }

    static bool Run(params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("zstd", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
