using System.Text;
using CsCheck;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Tests.Capture;

public sealed class WriterTests
{
    static readonly Gen<(long Time, byte[] Bytes, int More)[]> Packets =
        Gen.Select(Gen.Long[0, uint.MaxValue * PacketTime.NanosecondsPerSecond], Gen.Byte.Array[0, 70], Gen.Int[0, 3_000]).Array[0, 20];

    [Fact]
    public void WhatPcapWritesIsReadBack() =>
        Packets.Sample(static packets =>
        {
            using MemoryStream to = new();
            PcapWriter writer = new(to, LinkType.LinuxCooked);
            foreach ((long time, byte[] bytes, int more) in packets)
            {
                writer.Write(time, bytes, bytes.Length + more);
            }

            return Same(packets, Reading.All(to.ToArray(), out CaptureInput input), LinkType.LinuxCooked) && input.Anomalies.None;
        });

    [Fact]
    public void WhatPcapngWritesIsReadBack() =>
        Gen.Select(Packets, Gen.String[0, 40]).Sample(static (packets, comment) =>
        {
            using MemoryStream to = new();
            PcapngWriter writer = new(to, comment);
            int one = writer.AddInterface(LinkType.Ethernet);
            writer.BeginSection();
            writer.AddInterface(LinkType.Raw, 0);
            int two = writer.AddInterface(LinkType.LinuxCooked2);
            foreach ((long time, byte[] bytes, int more) in packets)
            {
                writer.Write(two, time, bytes, bytes.Length + more, comment);
            }

            return (one, two) == (0, 1) && Same(packets, Reading.All(to.ToArray(), out CaptureInput input), LinkType.LinuxCooked2) && input.Anomalies.None;
        });

    [Fact]
    public void TheBytesOfASmallPcapngAreTheSpecifications()
    {
        using MemoryStream to = new();
        PcapngWriter writer = new(to);
        writer.Write(writer.AddInterface(LinkType.Ethernet, 65_535), 0x1_0000_0002, [0xAA, 0xBB, 0xCC], 60, "why?");

        byte[] expected =
        [
            .. new FileBuilder().Section().Interface(1, 65_535, static b => b.Option(9, [9]).U32(0)).Bytes,
            .. new FileBuilder().Enhanced(0, 0x1_0000_0002, [0xAA, 0xBB, 0xCC], 60, static b => b.Option(1, "why?"u8.ToArray()).U32(0)).Bytes,
        ];
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(to.ToArray()));
    }

    [Fact]
    public void MicrosecondsAreRoundedDown()
    {
        using MemoryStream to = new();
        new PcapWriter(to, LinkType.Ethernet, nanoseconds: false).Write(1_999, [1]);

        Assert.Equal(1_000, Assert.Single(Reading.All(to.ToArray())).Time);
    }

    [Fact]
    public void ATimeThatTheFormatCannotHoldIsZero()
    {
        using MemoryStream pcap = new();
        new PcapWriter(pcap, LinkType.Ethernet).Write(PacketTime.FirstAbsurd, [1]);
        using MemoryStream pcapng = new();
        PcapngWriter writer = new(pcapng);
        writer.Write(writer.AddInterface(LinkType.Ethernet), PacketTime.None, [1]);

        Assert.Equal(0, Assert.Single(Reading.All(pcap.ToArray())).Time);
        Assert.Equal(0, Assert.Single(Reading.All(pcapng.ToArray())).Time);
    }

    [Fact]
    public void ALongCommentIsCutAtACharactersEnd()
    {
        using MemoryStream to = new();
        PcapngWriter writer = new(to);
        writer.Write(writer.AddInterface(LinkType.Ethernet), 1, [1, 2, 3, 4], 0, new string('\u00E9', 40_000) + "x");

        Assert.Single(Reading.All(to.ToArray(), out CaptureInput input));
        Assert.True(input.Anomalies.None);
        Assert.True(to.Length < 33_000);

        using MemoryStream odd = new();
        PcapngWriter second = new(odd);
        second.Write(second.AddInterface(LinkType.Ethernet), 1, [1, 2, 3, 4], 0, "x" + new string('\u00E9', 40_000));
        string text = Encoding.UTF8.GetString(odd.ToArray());
        Assert.DoesNotContain("\u00E9\uFFFD", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSamePacketsGiveTheSameBytes()
    {
        static byte[] Write()
        {
            using MemoryStream to = new();
            PcapngWriter writer = new(to, "evidence of F0001");
            writer.Write(writer.AddInterface(LinkType.Ethernet), 5, [1], 2, "the stop");
            return to.ToArray();
        }

        Assert.Equal(Write(), Write());
    }

    [Fact]
    public void WhatTheReaderWouldRefuseIsNotWritten()
    {
        using MemoryStream to = new();
        PcapngWriter writer = new(to);

        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Write(0, 1, [1]));
        writer.AddInterface(LinkType.Ethernet);
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Write(0, 1, new byte[262_145]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PcapWriter(to, LinkType.Ethernet).Write(1, new byte[262_145]));
    }

    static bool Same((long Time, byte[] Bytes, int More)[] packets, List<SeenPacket> seen, LinkType linkType) =>
        seen.Select(static p => (p.Time, p.Bytes, p.Original, p.LinkType))
            .SequenceEqual(packets.Select(p => (p.Time, Convert.ToHexString(p.Bytes), p.Bytes.Length + p.More, linkType)));
}
