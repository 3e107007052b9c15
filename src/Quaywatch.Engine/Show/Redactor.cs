using System.Buffers.Binary;
using Quaywatch.Observations;
using Quaywatch.Wire.Link;

namespace Quaywatch.Engine.Show;

/// <summary>Overwrites secrets in a frame, and mends the checksum over them: a right one stays right, a wrong one stays as wrong
/// as it was (RFC 1624), also where the frame was cut. A later fragment has no checksum of its own to mend.</summary>
static class Redactor
{
    /// <summary>Overwrites bytes of a frame with stars.</summary>
    public static void Overwrite(Span<byte> frame, LinkType type, int originalLength, IReadOnlyList<(int From, int Length)> places)
    {
        PacketHeaders headers = default;
        int checksumAt = LinkDecoder.TryDecode(frame, type, originalLength, ref headers) ? ChecksumAt(headers, frame.Length) : -1;
        uint sum = checksumAt < 0 ? 0u : (ushort)~BinaryPrimitives.ReadUInt16BigEndian(frame[checksumAt..]);
        foreach ((int from, int length) in places)
        {
            for (int i = from; i < Math.Min(from + length, frame.Length); i++)
            {
                int shift = ((i - headers.TransportOffset) & 1) == 0 ? 8 : 0;
                sum += (uint)(ushort)~(frame[i] << shift) + ((uint)'*' << shift);
                sum = (sum & 0xFFFF) + (sum >> 16);
                frame[i] = (byte)'*';
            }
        }

        if (checksumAt < 0)
        {
            return;
        }

        sum = (sum & 0xFFFF) + (sum >> 16);
        ushort checksum = (ushort)~sum;
        bool isZeroNone = headers.Transport.Kind == Transport.Udp;
        BinaryPrimitives.WriteUInt16BigEndian(frame[checksumAt..], checksum == 0 && isZeroNone ? ushort.MaxValue : checksum);
    }

    static int ChecksumAt(in PacketHeaders headers, int length)
    {
        if (headers.IpVersion == 0 || (headers.IsFragment && headers.FragmentOffset > 0))
        {
            return -1;
        }

        int at = headers.Transport.Kind switch
        {
            Transport.Tcp => headers.TransportOffset + 16,
            Transport.Udp => headers.TransportOffset + 6,
            Transport.Icmp or Transport.Icmpv6 => headers.TransportOffset + 2,
            _ => -1,
        };
        return at >= 0 && at + 2 <= length ? at : -1;
    }
}
