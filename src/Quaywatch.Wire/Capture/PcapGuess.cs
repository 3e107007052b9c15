using System.Buffers.Binary;

namespace Quaywatch.Wire.Capture;

/// <summary>Guesses the form of a pcap file's record headers from its first three records, since old writers share a magic number.
/// The tests are those of Wireshark (libpcap_try_variant in wiretap/libpcap.c). But where Wireshark takes the form with the fewest
/// problems, the standard one is left here only for one without any: of a damaged file, a wrong form often fails at once and so
/// shows fewer problems, and no standard file may be lost for a form that was last written about 2000.</summary>
static class PcapGuess
{
    const int Records = 3;
    const uint Microseconds = 1_000_000;
    const uint LongestOnTheWire = 128 << 20;
    const uint MostInterfaces = 10_000;
    const int LastPacketType = 4;
    const int FirstEtherType = 0x0600;

    /// <summary>The likeliest form.</summary>
    public static PcapVariant Of(in PcapHeader header, ReadOnlySpan<byte> head, bool wholeFile)
    {
        PcapVariant best = header.Candidates[0];
        int least = int.MaxValue;
        foreach (PcapVariant variant in header.Candidates)
        {
            int problems = Problems(header, variant, head[PcapHeader.Size..], wholeFile);
            if (problems < least && (problems == 0 || best != PcapVariant.Standard))
            {
                (least, best) = (problems, variant);
            }
        }

        return best;
    }

    static int Problems(in PcapHeader header, PcapVariant variant, ReadOnlySpan<byte> bytes, bool wholeFile)
    {
        int problems = 0;
        for (int i = 0; i < Records && bytes.Length > 0; i++)
        {
            if (bytes.Length < (int)variant)
            {
                return problems + (wholeFile ? 1 : 0);
            }

            uint captured = Number(header, bytes[8..]);
            uint original = Number(header, bytes[12..]);
            bool tooLong = captured > CaptureLimits.CapturedOf((Link.LinkType)header.LinkType);
            problems += Number(header, bytes[4..]) >= Microseconds ? 1 : 0;
            problems += tooLong ? 1 : 0;
            problems += captured > header.SnapLength ? 1 : 0;
            problems += original > LongestOnTheWire ? 1 : 0;
            problems += captured > original ? 1 : 0;
            problems += variant switch
            {
                PcapVariant.Modified or PcapVariant.ModifiedLong => ModifiedProblems(header, bytes[16..]),
                PcapVariant.Nokia => LooksLikeNokia(Number(header, bytes[16..])) ? 0 : 1,
                _ => 0,
            };
            if (tooLong)
            {
                return problems;
            }

            if (captured > bytes.Length - (int)variant)
            {
                return problems + (wholeFile ? 1 : 0);
            }

            bytes = bytes[((int)variant + (int)captured)..];
        }

        return problems;
    }

    static int ModifiedProblems(in PcapHeader header, ReadOnlySpan<byte> more)
    {
        int protocol = header.BigEndian ? BinaryPrimitives.ReadUInt16BigEndian(more[4..]) : BinaryPrimitives.ReadUInt16LittleEndian(more[4..]);
        bool known = protocol >= FirstEtherType || protocol is 0x0060 or 0x0200 or 0x0400 or <= 0x0017;
        return (Number(header, more) > MostInterfaces ? 1 : 0) + (known ? 0 : 1) + (more[6] > LastPacketType ? 1 : 0);
    }

    static bool LooksLikeNokia(uint value) => (value & 0x0FFF00F0) == 0x0FBF0000
        && (value & 0xF0000000) is 0x90000000 or 0xB0000000
        && (value & 0x0000F000) is 0xB000 or 0xD000
        && (value & 0x00000F00) is 0x0600 or 0x0900
        && (value & 0x0000000F) is 1 or 2;

    static uint Number(in PcapHeader header, ReadOnlySpan<byte> bytes) =>
        header.BigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
