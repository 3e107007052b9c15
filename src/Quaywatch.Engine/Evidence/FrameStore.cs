using Quaywatch.Observations;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Engine.Evidence;

/// <summary>Frames that were read again, by input and packet number.</summary>
sealed class FrameStore
{
    readonly Dictionary<(int Input, int Packet), Frame> _frames = [];

    /// <summary>Reads the packets of these parts.</summary>
    public static FrameStore Fetch(IReadOnlyList<CaptureInput> inputs, IEnumerable<PacketPart> parts)
    {
        FrameStore store = new();

        // A pipe without a copy gave its packets once; what they prove is said without them.
        HashSet<int> readable = [.. inputs.Where(input => input.Path is not null).Select(input => input.Number)];
        new PacketFetcher(inputs).Fetch(parts.Where(part => readable.Contains(part.Input)).Select(part => new PacketAddress(part.Input, part.Offset, part.Packet, part.Time)), store.Take);
        return store;
    }

    /// <summary>The frame that a part lies in; null where it was not read.</summary>
    public Frame? Of(in PacketPart part) => Of(part.Input, part.Packet);

    /// <summary>A frame by its numbers; null where it was not read.</summary>
    public Frame? Of(int input, int packet) => _frames.GetValueOrDefault((input, packet));

    /// <summary>The message that the parts carry; null where one of them was not read.</summary>
    public byte[]? Message(IReadOnlyList<PacketPart> parts)
    {
        byte[] message = new byte[parts.Sum(part => part.Length)];
        int at = 0;
        foreach (PacketPart part in parts)
        {
            if (Of(part) is not { } frame || part.From + part.Length > frame.Bytes.Length)
            {
                return null;
            }

            frame.Bytes.AsSpan(part.From, part.Length).CopyTo(message.AsSpan(at));
            at += part.Length;
        }

        return message;
    }

    /// <summary>Keeps a packet that was read in another way.</summary>
    public void Take(CapturedPacket packet) => _frames[(packet.Input, packet.Number)] =
        new Frame(packet.Bytes.ToArray(), packet.Time, packet.OriginalLength, packet.LinkType, packet.FrameCheckLength);

    /// <summary>One frame.</summary>
    internal sealed record Frame(byte[] Bytes, long Time, int OriginalLength, LinkType LinkType, int FrameCheckLength);
}
