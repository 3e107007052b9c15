using Quaywatch.Wire.Capture;

namespace Quaywatch.Wire.Tests.Capture;

public sealed class PacketFetcherTests
{
    static readonly byte[] Pcap = Enumerable.Range(0, 500).Aggregate(
        new FileBuilder().PcapHeader(link: 0x24000001), static (f, i) => f.PcapRecord(100 + i, i, FileBuilder.Data((i * 31) % 9_000))).Bytes;

    static readonly byte[] Pcapng = Sections();

    public static TheoryData<string, byte[]> Files => new()
    {
        { "a.pcap", Pcap },
        { "a.pcapng", Pcapng },
        { "a.pcap.gz", FileBuilder.Gzip(Pcap) },
        { "a.pcapng.gz", FileBuilder.Gzip(Pcapng) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryPacketIsReadAgainAsItWasSeen(string name, byte[] file)
    {
        using TestFolder folder = new();
        CaptureInput input = CaptureInput.FromFile(1, folder.Write(name, file), name);
        List<SeenPacket> seen = Reading.All([input]);

        // In another order, and some twice: each comes once, in the file's order.
        Assert.Equal(seen.Select(Without), Fetch([input], [.. seen.AsEnumerable().Reverse(), .. seen.Take(5)]));
        foreach (SeenPacket packet in seen.Where(static p => p.Number % 37 == 0))
        {
            Assert.Equal([Without(packet)], Fetch([input], [packet]));
        }
    }

    [Fact]
    public void SeveralInputsAreFetchedInTheirOrder()
    {
        using TestFolder folder = new();
        CaptureInput[] inputs =
        [
            CaptureInput.FromFile(1, folder.Write("a", FileBuilder.Gzip(Pcap)), "a"),
            CaptureInput.FromFile(2, folder.Write("b", Pcapng), "b"),
            CaptureInput.FromFile(3, folder.Write("c", Pcap), "c"),
        ];
        List<SeenPacket> wanted = [.. Reading.All(inputs).Where(static p => p.Number % 50 == 3)];

        Assert.Equal(wanted.OrderBy(static p => p.Input).ThenBy(static p => p.Number).Select(Without), Fetch(inputs, wanted));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AnInputThatGrewIsAnErrorThatSaysSo(string name, byte[] file)
    {
        using TestFolder folder = new();
        string path = folder.Write(name, file);
        CaptureInput input = CaptureInput.FromFile(1, path, name);
        List<SeenPacket> seen = Reading.All([input]);
        File.AppendAllText(path, "more");

        CaptureChangedException problem = Assert.Throws<CaptureChangedException>(() => Fetch([input], [seen[7]]));
        Assert.StartsWith(name + " was changed", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pcap")]
    [InlineData("a.pcap.gz")]
    public void ARecordThatWasOverwrittenIsNoticedAlsoWithTheOldTimeAndSize(string name)
    {
        using TestFolder folder = new();
        byte[] changed = [.. Pcap];
        int at = (int)Reading.All(Pcap)[7].Offset;
        changed[at] ^= 1;
        bool packed = name.EndsWith(".gz", StringComparison.Ordinal);
        byte[] before = packed ? FileBuilder.Gzip(Pcap, System.IO.Compression.CompressionLevel.NoCompression) : Pcap;
        byte[] after = packed ? FileBuilder.Gzip(changed, System.IO.Compression.CompressionLevel.NoCompression) : changed;
        string path = folder.Write(name, before);
        DateTime time = File.GetLastWriteTimeUtc(path);
        CaptureInput input = CaptureInput.FromFile(1, path, name);
        List<SeenPacket> seen = Reading.All([input]);
        File.WriteAllBytes(path, after);
        File.SetLastWriteTimeUtc(path, time);

        Assert.Throws<CaptureChangedException>(() => Fetch([input], [seen[7]]));
    }

    [Fact]
    public void PacketsAreAlsoFoundByNumber()
    {
        using TestFolder folder = new();
        CaptureInput input = CaptureInput.FromFile(1, folder.Write("a", Pcapng), "a");
        List<int> numbers = [];

        Assert.Equal(2, PacketFetcher.FetchByNumber(input, [9, 3, 100_000], p => numbers.Add(p.Number)));
        Assert.Equal([3, 9], numbers);
    }

    [Fact]
    public void APipesCopyIsReadAgain()
    {
        using TestFolder folder = new();
        string copy = folder.Write("spool", Pcap);
        CaptureInput input = CaptureInput.FromStream(1, new ChoppyStream(Pcap, 1000), "stdin", copy);
        List<SeenPacket> seen = Reading.All([input]);

        Assert.Equal([Without(seen[400])], Fetch([input], [seen[400]]));
    }

    [Fact]
    public void MoreSectionsThanAreKeptAreFoundInOnePass()
    {
        using TestFolder folder = new();
        byte[] section = new FileBuilder().Section().Interface().Bytes;
        using MemoryStream file = new();
        for (int i = 0; i <= PcapngSectionsLimit; i++)
        {
            file.Write(section);
        }

        file.Write(new FileBuilder().Enhanced(0, 5, [1, 2]).Section().Interface(101).Enhanced(0, 6, [3]).Bytes);
        CaptureInput input = CaptureInput.FromFile(1, folder.Write("a", file.ToArray()), "a");
        List<SeenPacket> seen = Reading.All([input]);

        Assert.Equal(seen.Select(Without), Fetch([input], seen));
    }

    const int PcapngSectionsLimit = 1 << 18;

    static List<SeenPacket> Fetch(IReadOnlyList<CaptureInput> inputs, IEnumerable<SeenPacket> wanted)
    {
        List<SeenPacket> got = [];
        new PacketFetcher(inputs).Fetch(
            wanted.Select(static p => new PacketAddress(p.Input, p.Offset, p.Number, p.Time)),
            packet => got.Add(Reading.See(packet, 0)));
        return got;
    }

    static SeenPacket Without(SeenPacket packet) => packet with { Order = 0 };

    /// <summary>Sections of both byte orders with different interfaces, some described late; blocks that have numbers; long options.</summary>
    static byte[] Sections()
    {
        List<byte> bytes = [];
        for (int i = 0; i < 30; i++)
        {
            FileBuilder file = new FileBuilder(i % 3 == 1).Section().Interface(i % 2 == 0 ? 1 : 101, 100);
            for (int k = 0; k < 10; k++)
            {
                file.Enhanced(0, (ulong)((i * 100) + k), FileBuilder.Data(i * 200)).Block(0xBAD, static b => b.U32(32473)).Simple(FileBuilder.Data(7));
            }

            byte resolution = (byte)(3 + (i % 5));
            file.Interface(113, 0, b => b.Option(9, [resolution]))
                .Enhanced(1, 77, [1, 2, 3], 9, static b => b.Option(1, new byte[60_000]).Option(1, new byte[9_000]));
            bytes.AddRange(file.Bytes);
        }

        return [.. bytes];
    }
}
