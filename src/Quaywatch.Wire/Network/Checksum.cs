using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Quaywatch.Observations;

namespace Quaywatch.Wire.Network;

/// <summary>The Internet checksum: the ones' complement sum of 16-bit words, RFC 1071. The sum does not depend on the byte order in
/// which it is added up (section 2), so it is taken in the machine's order, many words at a time, and turned at the end.</summary>
public static class Checksum
{
    // Lanes of 32 bits hold 65,536 words of 16 bits; a run of vectors must stay below.
    const int VectorsPerRun = 32_768;

    /// <summary>What the sum over intact bytes and their checksum is.</summary>
    public const ushort Intact = 0xFFFF;

    /// <summary>The sum of the bytes as big-endian words, an odd last byte filled up with zero; not complemented.</summary>
    public static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        if (Vector256.IsHardwareAccelerated && bytes.Length >= 2 * Vector256<byte>.Count)
        {
            return SumVector256(bytes);
        }

        return Vector128.IsHardwareAccelerated && bytes.Length >= 4 * Vector128<byte>.Count ? SumVector128(bytes) : SumScalar(bytes);
    }

    /// <summary>The same by plain additions: what the vectors are held against, and what runs where there are none.</summary>
    internal static ushort SumScalar(ReadOnlySpan<byte> bytes) => Finish(SumRest(bytes));

    /// <summary>The same by vectors of 128 bits.</summary>
    internal static ushort SumVector128(ReadOnlySpan<byte> bytes)
    {
        ulong sum = SumVectors128(ref bytes);
        return Finish(sum + SumRest(bytes));
    }

    static ushort SumVector256(ReadOnlySpan<byte> bytes)
    {
        ulong sum = SumVectors256(ref bytes);
        return Finish(sum + SumRest(bytes));
    }

    static ushort Finish(ulong sum)
    {
        ushort folded = Fold(sum);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(folded) : folded;
    }

    /// <summary>The checksum to write into a header whose checksum field is still zero.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes) => (ushort)~Sum(bytes);

    /// <summary>The checksum of a TCP, UDP or ICMPv6 message whose checksum field is still zero.</summary>
    public static ushort Of(ReadOnlySpan<byte> message, IpAddress source, IpAddress destination, byte protocol) =>
        (ushort)~Fold(PseudoHeader(source, destination, protocol, message.Length) + Sum(message));

    /// <summary>Whether a TCP, UDP or ICMPv6 message agrees with its checksum.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> message, IpAddress source, IpAddress destination, byte protocol) =>
        Fold(PseudoHeader(source, destination, protocol, message.Length) + Sum(message)) == Intact;

    /// <summary>The unfolded sum of the pseudo-header of IPv4 (RFC 9293, 3.1) or IPv6 (RFC 8200, 8.1). Both come out alike: an IPv4
    /// address is held as ::ffff:a.b.c.d, and a word of all ones adds nothing in ones' complement.</summary>
    public static ulong PseudoHeader(IpAddress source, IpAddress destination, byte protocol, int length) =>
        (source.High >> 32) + (uint)source.High + (source.Low >> 32) + (uint)source.Low
        + (destination.High >> 32) + (uint)destination.High + (destination.Low >> 32) + (uint)destination.Low
        + (uint)length + protocol;

    /// <summary>Brings a sum of words, in any width, down to 16 bits; the carries come in again below.</summary>
    public static ushort Fold(ulong sum)
    {
        sum = (sum >> 32) + (uint)sum;
        sum = (sum >> 32) + (uint)sum;
        uint narrow = (uint)sum;
        narrow = (narrow >> 16) + (ushort)narrow;
        return (ushort)((narrow >> 16) + narrow);
    }

    static ulong SumVectors256(ref ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<Vector256<ushort>> vectors = MemoryMarshal.Cast<byte, Vector256<ushort>>(bytes);
        bytes = bytes[(vectors.Length * Vector256<byte>.Count)..];
        ulong sum = 0;
        while (!vectors.IsEmpty)
        {
            Vector256<uint> low = default, high = default;
            ReadOnlySpan<Vector256<ushort>> run = vectors[..Math.Min(vectors.Length, VectorsPerRun)];
            foreach (Vector256<ushort> words in run)
            {
                (Vector256<uint> first, Vector256<uint> second) = Vector256.Widen(words);
                low += first;
                high += second;
            }

            // each lane is below 2^31, so two of them still fit; their sum over the vector need not
            (Vector256<ulong> a, Vector256<ulong> b) = Vector256.Widen(low + high);
            sum += Vector256.Sum(a + b);
            vectors = vectors[run.Length..];
        }

        return sum;
    }

    static ulong SumVectors128(ref ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<Vector128<ushort>> vectors = MemoryMarshal.Cast<byte, Vector128<ushort>>(bytes);
        bytes = bytes[(vectors.Length * Vector128<byte>.Count)..];
        ulong sum = 0;
        while (!vectors.IsEmpty)
        {
            Vector128<uint> low = default, high = default;
            ReadOnlySpan<Vector128<ushort>> run = vectors[..Math.Min(vectors.Length, VectorsPerRun)];
            foreach (Vector128<ushort> words in run)
            {
                (Vector128<uint> first, Vector128<uint> second) = Vector128.Widen(words);
                low += first;
                high += second;
            }

            (Vector128<ulong> a, Vector128<ulong> b) = Vector128.Widen(low + high);
            sum += Vector128.Sum(a + b);
            vectors = vectors[run.Length..];
        }

        return sum;
    }

    // Two halves of 32 bits at a time: 2^32 of them fit into the sum, so no carry is lost.
    static ulong SumRest(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        while (bytes.Length >= 8)
        {
            ulong word = MemoryMarshal.Read<ulong>(bytes);
            sum += (uint)word + (word >> 32);
            bytes = bytes[8..];
        }

        if (bytes.Length >= 4)
        {
            sum += MemoryMarshal.Read<uint>(bytes);
            bytes = bytes[4..];
        }

        if (bytes.Length >= 2)
        {
            sum += MemoryMarshal.Read<ushort>(bytes);
            bytes = bytes[2..];
        }

        return bytes.IsEmpty ? sum : sum + (BitConverter.IsLittleEndian ? bytes[0] : (uint)bytes[0] << 8);
    }
}
