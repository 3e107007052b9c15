using CsCheck;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Capture;

public sealed class PcapngReadingTests
{
    const long Second = PacketTime.NanosecondsPerSecond;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnEnhancedPacketOfEitherByteOrder(bool bigEndian)
    {
        byte[] file = new FileBuilder(bigEndian).Section().Interface().Enhanced(0, 1_700_000_000_000_007, [1, 2, 3], 60).Bytes;

        SeenPacket packet = Assert.Single(Reading.All(file, out CaptureInput input));

        Assert.Equal(new SeenPacket(1, 1, 1, (1_700_000_000 * Second) + 7_000, 48, 60, LinkType.Ethernet, 0, "010203"), packet);
        Assert.Equal("pcapng", input.Format);
        Assert.True(input.Anomalies.None);
    }

    [Fact]
    public void TheQuickWayOfTheMachinesByteOrderAndTheSlowWayOfTheOtherGiveTheSame() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 3], Gen.OneOf(Gen.ULong, Gen.ULong[0, 1L << 52]), Gen.Int[0, 40], Gen.OneOf(Gen.Int[-5, 60], Gen.Const(int.MinValue)), Gen.Int[0, 3]).Array[0, 12],
            Gen.Byte, Gen.Int[0, 3]).Sample(
            static (packets, resolution, checkLength) =>
            {
                byte[] Build(bool bigEndian)
                {
                    FileBuilder file = new FileBuilder(bigEndian).Section().Interface().Interface(101, 0, b => b.Option(9, [resolution]).Option(13, [(byte)checkLength]))
                        .Interface(113, 0, static b => b.Option(9, [9]));
                    foreach ((int number, ulong time, int length, int more, int options) in packets)
                    {
                        file.Enhanced(number, time, FileBuilder.Data(length), length + more, b => b.Raw(new byte[options == 1 ? 4 : options == 2 ? 2 : 0]));
                    }

                    return file.Bytes;
                }

                List<SeenPacket> quick = Reading.All(Build(false), out CaptureInput one);
                List<SeenPacket> slow = Reading.All(Build(true), out CaptureInput two);
                return quick.SequenceEqual(slow) && one.Anomalies.Met().SequenceEqual(two.Anomalies.Met())
                    && (one.First, one.Last, one.Packets, one.LastNumber) == (two.First, two.Last, two.Packets, two.LastNumber);
            },
            iter: 500);

    [Fact]
    public void AnObsoletePacketBlockIsRead()
    {
        byte[] file = new FileBuilder().Section().Interface(1).Interface(101)
            .Block(2, static b => b.U16(1).U16(0xFFFF).U32(0).U32(5).U32(2).U32(9).Raw(7, 8)).Bytes;

        SeenPacket packet = Assert.Single(Reading.All(file));

        Assert.Equal((LinkType.Raw, 5_000, 9, "0708"), (packet.LinkType, packet.Time, packet.Original, packet.Bytes));
    }

    [Fact]
    public void ASimplePacketHasNoTimeAndIsCutByTheSnapLength()
    {
        byte[] file = new FileBuilder().Section().Interface(1, 4).Interface(101, 2).Simple([1, 2, 3, 4], 100).Simple([5, 6, 7]).Bytes;

        List<SeenPacket> packets = Reading.All(file, out CaptureInput input);

        Assert.Equal(["01020304", "050607"], packets.Select(static p => p.Bytes));
        Assert.Equal([100, 3], packets.Select(static p => p.Original));
        Assert.All(packets, static p => Assert.Equal(PacketTime.None, p.Time));
        Assert.Equal([new("without-time", 2)], input.Anomalies.Met());
        Assert.Equal((PacketTime.None, PacketTime.None), (input.First, input.Last));
    }

    [Fact]
    public void ASnapLengthOfNoneDoesNotCutASimplePacket()
    {
        byte[] file = new FileBuilder().Section().Interface(1, 0).Simple([1, 2, 3, 4, 5]).Bytes;

        Assert.Equal("0102030405", Assert.Single(Reading.All(file)).Bytes);
    }

    [Theory]
    [InlineData(0, 12ul, 12_000_000_000)]
    [InlineData(3, 12ul, 12_000_000)]
    [InlineData(6, 12ul, 12_000)]
    [InlineData(9, 12ul, 12)]
    [InlineData(12, 12_999ul, 12)]
    [InlineData(19, 50_000_000_000ul, 5)]
    [InlineData(0x80, 12ul, 12_000_000_000)] // seconds
    [InlineData(0x80 | 1, 3ul, 1_500_000_000)] // halves
    [InlineData(0x80 | 20, 1ul, 953)] // 1/1,048,576 s is 953.67 ns
    [InlineData(0x80 | 32, 0x1_8000_0000ul, 1_500_000_000)]
    [InlineData(0x80 | 63, 0x4000_0000_0000_0000ul, 500_000_000)]
    public void AnyResolutionGivesNanosecondsRoundedDown(int resolution, ulong units, long expected)
    {
        byte[] file = new FileBuilder().Section().Interface(options: b => b.Option(9, [(byte)resolution])).Enhanced(0, units, [1]).Bytes;

        Assert.Equal(expected, Assert.Single(Reading.All(file)).Time);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(0x80 | 64)]
    [InlineData(0x7F)]
    public void AResolutionThatNoClockHasGivesAnAbsurdTimeAndKeepsThePacket(int resolution)
    {
        byte[] file = new FileBuilder().Section().Interface(options: b => b.Option(9, [(byte)resolution])).Enhanced(0, 5, [1]).Bytes;

        Assert.True(PacketTime.IsAbsurd(Assert.Single(Reading.All(file, out CaptureInput input)).Time));
        Assert.Equal([new("time-absurd", 1)], input.Anomalies.Met());
    }

    [Theory]
    [InlineData(1_000L, 5_000_000UL, 1_005L)]
    [InlineData(-3L, 5_000_000UL, 2L)]
    public void TheTimeOffsetIsAdded(long offset, ulong units, long seconds)
    {
        byte[] file = new FileBuilder().Section()
            .Interface(options: b => b.Option(14, new FileBuilder().U64((ulong)offset).Bytes)).Enhanced(0, units, [1]).Bytes;

        Assert.Equal(seconds * Second, Assert.Single(Reading.All(file)).Time);
    }

    [Theory]
    [InlineData(long.MinValue, 0UL)]
    [InlineData(long.MaxValue, ulong.MaxValue)]
    [InlineData(0, ulong.MaxValue)]
    [InlineData(-6, 5_000_000UL)]
    public void ATimeOutside1970To2261IsAbsurdAndNeverWrapsRound(long offset, ulong units)
    {
        byte[] file = new FileBuilder().Section()
            .Interface(options: b => b.Option(14, new FileBuilder().U64((ulong)offset).Bytes)).Enhanced(0, units, [1]).Bytes;

        Assert.True(PacketTime.IsAbsurd(Assert.Single(Reading.All(file, out CaptureInput input)).Time));
        Assert.Equal(1, input.Anomalies[InputAnomaly.TimeAbsurd]);
    }

    [Fact]
    public void EachSectionHasItsOwnInterfacesAndByteOrder()
    {
        byte[] file =
        [
            .. new FileBuilder().Section().Interface(1).Interface(113).Enhanced(1, 1, [1]).Bytes,
            .. new FileBuilder(true).Section().Interface(101).Enhanced(0, 2, [2]).Bytes,
            .. new FileBuilder().Section(1, 2).Interface(276).Interface(1).Enhanced(0, 3, [3]).Enhanced(1, 4, [4]).Bytes,
        ];

        List<SeenPacket> packets = Reading.All(file, out CaptureInput input);

        Assert.Equal([LinkType.LinuxCooked, LinkType.Raw, LinkType.LinuxCooked2, LinkType.Ethernet], packets.Select(static p => p.LinkType));
        Assert.Equal([1, 2, 3, 4], packets.Select(static p => p.Number));
        Assert.Equal([LinkType.LinuxCooked, LinkType.Raw, LinkType.LinuxCooked2, LinkType.Ethernet], input.LinkTypes);
        Assert.True(input.Anomalies.None);
    }

    [Fact]
    public void BlocksThatWiresharkNumbersKeepTheirNumberAndOthersHaveNone()
    {
        // Seen with tshark 4.0.17: custom blocks, journal entries and system calls are frames, the others are not.
        byte[] file = new FileBuilder().Section().Interface().Enhanced(0, 1, [1])
            .Block(0xBAD, static b => b.U32(32473).Raw(1, 2)).Block(0x40000BAD, static b => b.U32(32473))
            .Block(9, static b => b.Raw("__REALTIME_TIMESTAMP=1\n"u8)).Block(0x204, static b => b.Raw(new byte[24]))
            .Block(4, static b => b.U32(0)).Block(5, static b => b.Raw(new byte[12])).Block(10, static b => b.U32(1).U32(0))
            .Block(0x0BADF00D, static b => b.U32(1)).Block(0x201, static b => b.U32(1))
            .Enhanced(0, 2, [2]).Bytes;

        Assert.Equal([1, 6], Reading.All(file, out CaptureInput input).Select(static p => p.Number));
        Assert.Equal([new("unknown-blocks", 2), new("records-without-packet", 4)], input.Anomalies.Met());
    }

    [Fact]
    public void ABlockFarLargerThanTheBufferIsSkipped()
    {
        byte[] file = new FileBuilder().Section().Interface().Enhanced(0, 1, [1])
            .Block(10, static b => b.Raw(new byte[3_000_000])).Enhanced(0, 2, [2]).Bytes;

        Assert.Equal(["01", "02"], Reading.All(file, out CaptureInput input, new BlockReaderOptions { BufferSize = 4096 }).Select(static p => p.Bytes));
        Assert.True(input.Anomalies.None);
    }

    [Fact]
    public void APacketBehindAMegabyteOfOptionsIsNotHidden()
    {
        byte[] file = new FileBuilder().Section().Interface().Enhanced(0, 1, [1])
            .Enhanced(0, 2, [2], options: static b =>
            {
                for (int i = 0; i < 20; i++)
                {
                    b.Option(1, new byte[60_000]);
                }
            }).Enhanced(0, 3, [3]).Bytes;

        Assert.Equal(["01", "02", "03"], Reading.All(file, out CaptureInput input, new BlockReaderOptions { BufferSize = 8192 }).Select(static p => p.Bytes));
        Assert.Equal([new("damaged-options", 1)], input.Anomalies.Met());
    }

    [Theory]
    [InlineData(4, 4)] // the specification's own example, which can only mean bytes
    [InlineData(32, 4)]
    [InlineData(16, 2)]
    public void TheInterfaceStatesTheFrameCheckLength(int option, int expected)
    {
        byte[] file = new FileBuilder().Section().Interface(options: b => b.Option(13, [(byte)option])).Enhanced(0, 1, FileBuilder.Data(64)).Bytes;

        Assert.Equal(expected, Assert.Single(Reading.All(file)).FrameCheckLength);
    }

    [Fact]
    public void ThePacketsOwnFlagsBeatTheInterfacesFrameCheckLength()
    {
        byte[] file = new FileBuilder().Section().Interface(options: static b => b.Option(13, [32]))
            .Enhanced(0, 1, FileBuilder.Data(64), options: static b => b.Option(1, "why"u8.ToArray()).Option(2, new FileBuilder().U32(2 << 5).Bytes).U32(0)).Bytes;

        Assert.Equal(2, Assert.Single(Reading.All(file, out CaptureInput input)).FrameCheckLength);
        Assert.True(input.Anomalies.None);
    }

    [Fact]
    public void DamagedOptionsCostNoPacket()
    {
        // Wireshark stops at such a block; a sensor that did could be blinded by one.
        byte[] file = new FileBuilder().Section().Interface()
            .Enhanced(0, 1, [1], options: static b => b.U16(1).U16(200))
            .Enhanced(0, 1, [2], options: static b => b.Option(2, [1, 2, 3]))
            .Enhanced(0, 2, [3]).Bytes;

        Assert.Equal(["01", "02", "03"], Reading.All(file, out CaptureInput input).Select(static p => p.Bytes));
        Assert.Equal([new("damaged-options", 2)], input.Anomalies.Met());
    }

    [Fact]
    public void ALengthThatForgotItsPaddingIsRoundedUp()
    {
        byte[] file = new FileBuilder().Section().Interface()
            .Block(6, static b => b.U32(0).U32(0).U32(7).U32(5).U32(5).Raw(1, 2, 3, 4, 5), length: 37).Enhanced(0, 2, [2]).Bytes;

        Assert.Equal(["0102030405", "02"], Reading.All(file).Select(static p => p.Bytes));
    }

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "interface that was not described", new FileBuilder().Enhanced(1, 1, [1]).Bytes },
        { "captured length beyond the block", new FileBuilder().Block(6, static b => b.U32(0).U32(0).U32(1).U32(5).U32(5).Raw(1, 2, 3, 4)).Bytes },
        { "captured length that wraps round", new FileBuilder().Block(6, static b => b.U32(0).U32(0).U32(1).U32(uint.MaxValue).U32(5).Raw(1, 2, 3, 4)).Bytes },
        { "captured length beyond the limit", new FileBuilder().Enhanced(0, 1, new byte[262_148]).Bytes },
        { "simple packet beyond its block", new FileBuilder().Simple([1, 2, 3, 4], 5).Bytes },
        { "two lengths that differ", new FileBuilder().Block(6, static b => b.U32(0).U32(0).U32(1).U32(4).U32(4).Raw(1, 2, 3, 4), trailer: 44).Bytes },
        { "block too short for its type", new FileBuilder().Block(6, static b => b.U32(0)).Bytes },
        { "block shorter than a block", new FileBuilder().Raw(9, 9, 9, 9).U32(8).Bytes },
        { "length of zero", new FileBuilder().Raw(9, 9, 9, 9).U32(0).U32(0).Bytes },
        { "block beyond the limit", new FileBuilder().Raw(9, 9, 9, 9).U32(200_000_000).Raw(new byte[64]).Bytes },
        { "section of another version", new FileBuilder().Section(2).Bytes },
        { "section without byte order", new FileBuilder().Block(0x0A0D0D0A, static b => b.U32(7).U32(0).U32(0).U32(0)).Bytes },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void ADamagedBlockStopsTheReadingAndLosesNothingBeforeIt(string what, byte[] block)
    {
        byte[] file = [.. new FileBuilder().Section().Interface().Enhanced(0, 1, [1]).Bytes, .. block, .. new FileBuilder().Enhanced(0, 2, [2]).Bytes];

        Assert.Equal("01", Assert.Single(Reading.All(file, out CaptureInput input)).Bytes);
        Assert.True(input.Anomalies[InputAnomaly.DamagedRecord] == 1, what);
        Assert.Equal(block.Length + 36, input.Anomalies[InputAnomaly.UnreadBytes]);
    }

    [Fact]
    public void MoreInterfacesThanASectionMayHaveAreCounted()
    {
        FileBuilder file = new FileBuilder().Section();
        for (int i = 0; i < 65_537; i++)
        {
            file.Raw(1, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0);
        }

        Assert.Single(Reading.All(file.Enhanced(65_535, 1, [1]).Enhanced(65_536, 1, [2]).Bytes, out CaptureInput input));
        Assert.Equal(1, input.Anomalies[InputAnomaly.InterfaceLimit]);
        Assert.Equal(1, input.Anomalies[InputAnomaly.DamagedRecord]);
    }

    [Fact]
    public void AFileWithoutPacketsIsRead()
    {
        Assert.Empty(Reading.All(new FileBuilder().Section().Interface().Bytes, out CaptureInput input));
        Assert.True(input.Anomalies.None);
        Assert.Empty(input.LinkTypes);
    }
}
