using Quaywatch.Observations;

namespace Quaywatch.Wire.Flows;

/// <summary>Room for cutting lists of packet parts without allocating.</summary>
sealed class PartBuffer
{
    PacketPart[] _parts = new PacketPart[8];

    /// <summary>The parts that carry <paramref name="length"/> bytes from <paramref name="from"/> on; valid until the next call.
    /// </summary>
    public ReadOnlySpan<PacketPart> Slice(ReadOnlySpan<PacketPart> parts, int from, int length)
    {
        if (_parts.Length < parts.Length)
        {
            _parts = new PacketPart[parts.Length * 2];
        }

        long to = (long)from + length;
        long at = 0;
        int count = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            PacketPart part = parts[i];
            long begin = Math.Max(from, at);
            long end = Math.Min(to, at + part.Length);
            if (end > begin)
            {
                // Written behind what is read, so that a list may be cut in place.
                _parts[count++] = part with { From = part.From + (int)(begin - at), Length = (int)(end - begin) };
            }

            at += part.Length;
        }

        return _parts.AsSpan(0, count);
    }
}
