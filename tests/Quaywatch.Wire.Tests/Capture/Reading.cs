using Quaywatch.Wire.Capture;

namespace Quaywatch.Wire.Tests.Capture;

/// <summary>Reads captures to lists, for tests.</summary>
static class Reading
{
    /// <summary>An input over bytes in memory.</summary>
    public static CaptureInput Input(byte[] file, int number = 1, int chunk = int.MaxValue) =>
        CaptureInput.FromStream(number, new ChoppyStream(file, chunk), $"input {number}");

    /// <summary>All packets of one file.</summary>
    public static List<SeenPacket> All(byte[] file, out CaptureInput input, BlockReaderOptions? options = null, int chunk = int.MaxValue)
    {
        input = Input(file, 1, chunk);
        return All([input], options);
    }

    /// <summary>All packets of one file.</summary>
    public static List<SeenPacket> All(byte[] file) => All(file, out _);

    /// <summary>All packets of several inputs in merged order.</summary>
    public static List<SeenPacket> All(IReadOnlyList<CaptureInput> inputs, BlockReaderOptions? options = null) =>
        [.. Blocks(inputs, options).SelectMany(static block => block)];

    /// <summary>The packets, block by block. Each block is walked twice, which must give the same.</summary>
    public static List<List<SeenPacket>> Blocks(IReadOnlyList<CaptureInput> inputs, BlockReaderOptions? options = null)
    {
        List<List<SeenPacket>> blocks = [];
        using BlockReader reader = new(inputs, options ?? new BlockReaderOptions { Hash = false });
        while (reader.TryRead(out CaptureBlock? block))
        {
            List<SeenPacket> once = Walk(block);
            Assert.Equal(once, Walk(block));
            Assert.Equal(block.Packets, once.Count);
            blocks.Add(once);
            block.Release();
        }

        return blocks;
    }

    /// <summary>The packets of a block.</summary>
    public static List<SeenPacket> Walk(CaptureBlock block)
    {
        List<SeenPacket> seen = [];
        BlockCursor cursor = default;
        while (block.TryNext(ref cursor, out CapturedPacket packet, out long order))
        {
            seen.Add(See(packet, order));
        }

        return seen;
    }

    /// <summary>A copy of a packet.</summary>
    public static SeenPacket See(CapturedPacket packet, long order) => new(
        order, packet.Input, packet.Number, packet.Time, packet.Offset, packet.OriginalLength, packet.LinkType,
        packet.FrameCheckLength, Convert.ToHexString(packet.Bytes));
}
