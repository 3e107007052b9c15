using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Capture;

public sealed class PcapReadingTests
{
    const long Second = PacketTime.NanosecondsPerSecond;

    [Theory]
    [InlineData(false, 0xa1b2c3d4, 7_000)]
    [InlineData(true, 0xa1b2c3d4, 7_000)]
    [InlineData(false, 0xa1b23c4d, 7)]
    [InlineData(true, 0xa1b23c4d, 7)]
    public void BothByteOrdersAndBothResolutionsGiveTheSameFrame(bool bigEndian, long magic, long fraction)
    {
        byte[] file = new FileBuilder(bigEndian).PcapHeader(magic).PcapRecord(1_700_000_000, 7, [1, 2, 3], 60).Bytes;

        SeenPacket packet = Assert.Single(Reading.All(file, out CaptureInput input));

        Assert.Equal(new SeenPacket(1, 1, 1, (1_700_000_000 * Second) + fraction, 24, 60, LinkType.Ethernet, 0, "010203"), packet);
        Assert.Equal("pcap", input.Format);
        Assert.True(input.Anomalies.None);
        Assert.Equal([LinkType.Ethernet], input.LinkTypes);
        Assert.Equal((1, packet.Time, packet.Time), (input.Packets, input.First, input.Last));
    }

    [Fact]
    public void SecondsAreUnsignedSoTheYear2100IsNotBefore1970()
    {
        byte[] file = new FileBuilder().PcapHeader().PcapRecord(uint.MaxValue, 999_999, [1]).Bytes;

        Assert.Equal((uint.MaxValue * Second) + 999_999_000, Assert.Single(Reading.All(file)).Time);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void KuznetzovsModifiedRecordsHaveTwentyFourBytesOfHeader(bool bigEndian)
    {
        byte[] file = new FileBuilder(bigEndian).PcapHeader(0xa1b2cd34)
            .U32(10).U32(20).U32(4).U32(4).U32(3).U16(0x0800).U8(0).U8(0).Raw(1, 2, 3, 4)
            .U32(11).U32(21).U32(2).U32(2).U32(3).U16(0x0800).U8(0).U8(0).Raw(5, 6)
            .Bytes;

        List<SeenPacket> packets = Reading.All(file, out CaptureInput input);

        Assert.Equal(["01020304", "0506"], packets.Select(static p => p.Bytes));
        Assert.Equal([24L, 52L], packets.Select(static p => p.Offset));
        Assert.Equal((11 * Second) + 21_000, packets[1].Time);
        Assert.True(input.Anomalies.None);
    }

    [Fact]
    public void HisOtherPatchHasTwentyEightBytesUnderTheSameMagicNumber()
    {
        byte[] file = new FileBuilder().PcapHeader(0xa1b2cd34)
            .U32(10).U32(20).U32(4).U32(4).U32(3).U16(0x0800).U8(0).U8(0).U8(0).Raw(0, 0, 0).Raw(1, 2, 3, 4)
            .U32(11).U32(21).U32(2).U32(2).U32(3).U16(0x0800).U8(0).U8(0).U8(0).Raw(0, 0, 0).Raw(5, 6)
            .Bytes;

        Assert.Equal(["01020304", "0506"], Reading.All(file).Select(static p => p.Bytes));
    }

    [Fact]
    public void KuznetzovsAndNokiasRecordsUnderTheStandardMagicNumberAreGuessed()
    {
        byte[] modified = new FileBuilder().PcapHeader()
            .U32(1_000).U32(20).U32(4).U32(4).U32(3).U16(0x0800).U8(0).U8(0).Raw(1, 2, 3, 4)
            .U32(1_001).U32(21).U32(2).U32(2).U32(3).U16(0x0800).U8(0).U8(0).Raw(5, 6).Bytes;
        byte[] nokia = new FileBuilder().PcapHeader()
            .U32(1_000).U32(20).U32(4).U32(4).U32(0x9FBFB601).Raw(1, 2, 3, 4)
            .U32(1_001).U32(21).U32(2).U32(2).U32(0xBFBFD902).Raw(5, 6).Bytes;

        Assert.Equal(["01020304", "0506"], Reading.All(modified).Select(static p => p.Bytes));
        Assert.Equal(["01020304", "0506"], Reading.All(nokia).Select(static p => p.Bytes));
    }

    [Fact]
    public void AStandardFileThatIsDamagedEarlyIsNotTakenForAnotherForm()
    {
        // As suricata-verify's bug 6875: of another form the second record is already impossible, which leaves fewer problems to see.
        byte[] file = new FileBuilder().PcapHeader(snap: 65_535).PcapRecord(1, 0, FileBuilder.Data(188)).PcapRecord(2, 5_000_000, [1], 1_048_576)
            .U32(3).U32(0).U32(16_711_424).U32(5).Raw(FileBuilder.Data(60)).Bytes;

        Assert.Equal([188, 1], Reading.All(file).Select(static p => p.Captured));
    }

    [Theory]
    [InlineData(2, 4, 60, 100, 60, 100)] // as today
    [InlineData(2, 2, 100, 60, 60, 100)] // before 2.3 the original length came first
    [InlineData(2, 3, 60, 100, 60, 100)] // 2.3 was written both ways
    [InlineData(2, 3, 100, 60, 60, 100)]
    [InlineData(543, 0, 100, 60, 60, 100)] // DG/UX
    public void TheOrderOfLengthsFollowsTheVersion(int major, int minor, int first, int second, int captured, int original)
    {
        byte[] file = new FileBuilder().PcapHeader(major: major, minor: minor).U32(1).U32(2).U32(first).U32(second).Raw(FileBuilder.Data(60)).Bytes;

        SeenPacket packet = Assert.Single(Reading.All(file));

        Assert.Equal((captured, original), (packet.Captured, packet.Original));
    }

    [Fact]
    public void UpperBitsOfTheLinkTypeAreTheFrameCheckLength()
    {
        byte[] file = new FileBuilder().PcapHeader(link: 0x24000001).PcapRecord(1, 0, FileBuilder.Data(64)).PcapRecord(1, 0, FileBuilder.Data(62), 64).PcapRecord(1, 0, FileBuilder.Data(20), 64).Bytes;

        List<SeenPacket> packets = Reading.All(file);

        Assert.All(packets, static p => Assert.Equal(LinkType.Ethernet, p.LinkType));

        // What the snap length cuts off is the frame check sequence first.
        Assert.Equal([4, 2, 0], packets.Select(static p => p.FrameCheckLength));
    }

    [Fact]
    public void AFrameCheckLengthThatIsNotMarkedValidIsNone()
    {
        byte[] file = new FileBuilder().PcapHeader(link: 0x20000001).PcapRecord(1, 0, FileBuilder.Data(64)).Bytes;

        Assert.Equal(0, Assert.Single(Reading.All(file)).FrameCheckLength);
    }

    [Fact]
    public void UnassignedBitsOfTheLinkTypeAreCountedAndIgnored()
    {
        byte[] file = new FileBuilder().PcapHeader(link: 0x08000001).PcapRecord(1, 0, [1]).Bytes;

        Assert.Equal(LinkType.Ethernet, Assert.Single(Reading.All(file, out CaptureInput input)).LinkType);
        Assert.Equal([new("unassigned-link-bits", 1)], input.Anomalies.Met());
    }

    [Fact]
    public void AFileThatEndsInAPacketIsCutShortNotAnError()
    {
        byte[] file = new FileBuilder().PcapHeader().PcapRecord(1, 0, [1, 2]).PcapRecord(2, 0, FileBuilder.Data(100)).Bytes;

        Assert.Single(Reading.All(file[..^30], out CaptureInput input));
        Assert.Equal([new("cut-short", 1), new("missing-bytes", 30)], input.Anomalies.Met());
    }

    [Fact]
    public void ADamagedRecordStopsTheReadingAndLosesNothingBeforeIt()
    {
        byte[] file = new FileBuilder().PcapHeader().PcapRecord(1, 0, [1]).PcapRecord(2, 0, [2])
            .U32(3).U32(0).U32(262_145).U32(262_145).Raw(FileBuilder.Data(50)).Bytes;

        Assert.Equal(2, Reading.All(file, out CaptureInput input).Count);
        Assert.Equal([new("damaged-record", 1), new("unread-bytes", 66)], input.Anomalies.Met());
    }

    [Fact]
    public void TheLongestPacketIsRead()
    {
        byte[] data = new byte[262_144];
        byte[] file = new FileBuilder().PcapHeader().PcapRecord(1, 0, data).PcapRecord(1, 0, [9]).Bytes;

        Assert.Equal([262_144, 1], Reading.All(file, out CaptureInput input).Select(static p => p.Captured));
        Assert.True(input.Anomalies.None);
    }

    [Fact]
    public void ALongPacketOfALinkTypeThatAllowsItKeepsItsNumberAndIsSkipped()
    {
        byte[] file = new FileBuilder().PcapHeader(link: 249, snap: 400_000).PcapRecord(1, 0, [1]).PcapRecord(2, 0, new byte[300_000]).PcapRecord(3, 0, [3]).Bytes;

        Assert.Equal([1, 3], Reading.All(file, out CaptureInput input).Select(static p => p.Number));
        Assert.Equal([new("oversized-packets", 1)], input.Anomalies.Met());
        Assert.Equal((2L, 3), (input.Packets, input.LastNumber));
    }

    [Fact]
    public void APacketThatWasCapturedLongerThanItWasIsAsLongAsItsBytes()
    {
        byte[] file = new FileBuilder().PcapHeader().PcapRecord(1, 0, [1, 2, 3], 2).Bytes;

        Assert.Equal(3, Assert.Single(Reading.All(file, out CaptureInput input)).Original);
        Assert.Equal([new("lengths-disagree", 1)], input.Anomalies.Met());
    }

    [Fact]
    public void AnOriginalLengthBeyondTwoGigabytesIsHeldAtTheLargestNumber()
    {
        byte[] file = new FileBuilder().PcapHeader().PcapRecord(1, 0, [1], 0xFFFF_FFFF).Bytes;

        Assert.Equal(int.MaxValue, Assert.Single(Reading.All(file)).Original);
    }
}
