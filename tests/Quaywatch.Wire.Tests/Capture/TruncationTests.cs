using CsCheck;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Wire.Tests.Capture;

/// <summary>Whatever is cut off or broken: no exception, no hang, and every packet that is whole is delivered.</summary>
public sealed class TruncationTests
{
    public static TheoryData<string, byte[]> Small => new()
    {
        { "pcap", SmallPcap() },
        { "pcap big-endian nanoseconds", new FileBuilder(true).PcapHeader(0xa1b23c4d).PcapRecord(1, 2, FileBuilder.Data(40)).PcapRecord(3, 4, FileBuilder.Data(3)).Bytes },
        { "pcapng", SmallPcapng(false) },
        { "pcapng big-endian", SmallPcapng(true) },
    };

    [Theory]
    [MemberData(nameof(Small))]
    public void EveryCutKeepsTheWholePacketsBeforeIt(string what, byte[] file)
    {
        List<SeenPacket> all = Reading.All(file);
        for (int length = FirstRecord(file); length < file.Length; length++)
        {
            List<SeenPacket> seen = Reading.All(file[..length], out CaptureInput input);
            int whole = all.Count(p => EndOf(p, file) <= length);
            Assert.True(all.Take(whole).SequenceEqual(seen), $"{what} cut at {length}");
            Assert.True(input.Anomalies[InputAnomaly.DamagedRecord] == 0, $"{what} cut at {length}");
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void EveryCutIsCountedUnlessItFallsBetweenRecords(string what, byte[] file)
    {
        int silent = 0;
        for (int length = FirstRecord(file); length <= file.Length; length++)
        {
            Reading.All(file[..length], out CaptureInput input);
            bool counted = input.Anomalies[InputAnomaly.CutShort] == 1;
            Assert.Equal(counted, input.Anomalies[InputAnomaly.MissingBytes] > 0);
            silent += counted ? 0 : 1;
        }

        // Records: two or three packets, in pcapng also an interface, a custom block and an unknown one.
        Assert.True(silent is >= 3 and <= 8, $"{what}: {silent} cuts were not noticed");
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void ACutFileHeaderIsNamed(string what, byte[] file)
    {
        for (int length = 0; length < FirstRecord(file); length++)
        {
            CaptureFormatException problem = Assert.Throws<CaptureFormatException>(() => Reading.Input(file[..length]));
            Assert.False(problem.Message.Contains('\n', StringComparison.Ordinal), what);
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void MutatedBytesNeverThrowNorHang(string what, byte[] file)
    {
        Gen<(int At, byte Value)[]> mutations = Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte).Array[1, 8];
        Gen.Select(mutations, Gen.Int[0, file.Length]).Sample(
            (changes, length) =>
            {
                byte[] broken = file[..length];
                foreach ((int at, byte value) in changes.Where(c => c.At < length))
                {
                    broken[at] = value;
                }

                return ReadsOrIsRefused(broken);
            },
            iter: 5_000,
            print: _ => what);
    }

    [Fact]
    public void RandomBytesBehindAHeaderNeverThrowNorHang() =>
        Gen.Select(Gen.Bool, Gen.Byte.Array[0, 400]).Sample(
            static (pcap, tail) => ReadsOrIsRefused([.. (pcap ? new FileBuilder().PcapHeader() : new FileBuilder().Section().Interface()).Bytes, .. tail]),
            iter: 5_000);

    [Fact]
    public void BlocksOfRandomLengthsNeverThrowNorHang() =>
        Gen.Select(Gen.OneOf(Gen.UInt[0, 12], Gen.UInt), Gen.OneOf(Gen.UInt[0, 80], Gen.UInt), Gen.UInt[0, 5], Gen.OneOf(Gen.UInt[0, 40], Gen.UInt), Gen.Byte.Array[0, 60]).Array[0, 6].Sample(
            static blocks =>
            {
                FileBuilder file = new FileBuilder().Section().Interface();
                foreach ((uint type, uint length, uint number, uint captured, byte[] data) in blocks)
                {
                    file.U32(type).U32(length).U32(number).U32(0).U32(1).U32(captured).U32(captured).Raw(data).Pad().U32(length);
                }

                return ReadsOrIsRefused(file.Bytes);
            },
            iter: 3_000);

    /// <summary>Whether it is read within bounds, also with the smallest buffer.</summary>
    static bool ReadsOrIsRefused(byte[] file)
    {
        try
        {
            List<SeenPacket> seen = Reading.All(file, out CaptureInput input, new BlockReaderOptions { BufferSize = 4096, Hash = false });
            long end = 0;
            int number = 0;
            foreach (SeenPacket packet in seen)
            {
                bool within = packet.Offset >= end && packet.Offset + packet.Captured <= file.Length && packet.Original >= packet.Captured;
                if (!within || packet.Number <= number || packet.FrameCheckLength > packet.Captured)
                {
                    return false;
                }

                // The bytes are those of the file at that place, not of a neighbour in the buffer.
                end = packet.Offset + packet.Captured;
                number = packet.Number;
                if (!Convert.ToHexString(file.AsSpan((int)packet.Offset, Math.Min(file.Length - (int)packet.Offset, packet.Captured + 32))).Contains(packet.Bytes, StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return input.Packets == seen.Count && input.LastNumber >= seen.Count;
        }
        catch (CaptureFormatException)
        {
            return true;
        }
    }

    /// <summary>Where the record that holds a packet ends.</summary>
    static long EndOf(SeenPacket packet, byte[] file) => CaptureKind(file) == "pcap"
        ? packet.Offset + 16 + packet.Captured
        : packet.Offset + Math.Max(file[packet.Offset + 4], file[packet.Offset + 7]);

    static string CaptureKind(byte[] file) => file[0] == 0x0A ? "pcapng" : "pcap";

    static int FirstRecord(byte[] file) => CaptureKind(file) == "pcap" ? 24 : 28;

    static byte[] SmallPcap() => new FileBuilder().PcapHeader().PcapRecord(1, 2, FileBuilder.Data(40)).PcapRecord(3, 4, FileBuilder.Data(3), 70).PcapRecord(5, 6, []).Bytes;

    static byte[] SmallPcapng(bool bigEndian) => new FileBuilder(bigEndian).Section().Interface(options: static b => b.Option(9, [9]).U32(0))
        .Enhanced(0, 1, FileBuilder.Data(41), 100, static b => b.Option(1, "why"u8.ToArray()).U32(0))
        .Block(0xBAD, static b => b.U32(32473)).Block(77, static b => b.U32(5))
        .Simple(FileBuilder.Data(6)).Enhanced(0, 3, FileBuilder.Data(2)).Bytes;
}
