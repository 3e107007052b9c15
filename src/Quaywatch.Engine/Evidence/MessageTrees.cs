using System.Globalization;
using System.Text;
using Quaywatch.Analysis;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;
using Quaywatch.Protocols;
using Quaywatch.Wire.Evidence;

namespace Quaywatch.Engine.Evidence;

/// <summary>Turns a message that proves something into what a person reads: its packets, its bytes and its decoded tree, made over
/// the whole message and with the request that it answers. Secrets are masked.</summary>
static class MessageTrees
{
    /// <summary>Bytes that are written in hexadecimal.</summary>
    const int MostHex = 4096;

    /// <summary>The row of a message; null where its packets could not be read.</summary>
    public static EvidenceMessageRow? Row(EvidenceMessage message, FrameStore frames)
    {
        byte[]? bytes = frames.Message(message.Parts);
        if (bytes is null || message.Parts.Count == 0)
        {
            return null;
        }

        FieldTree tree = new();
        if (message.Protocol is { } name && Registry.ByName.TryGetValue(name, out Protocol? protocol))
        {
            byte[] request = message.Request.Count > 0 ? frames.Message(message.Request) ?? [] : [];
            protocol.Describe(new Message { Bytes = bytes, Request = request, FromClient = message.FromClient }, tree);
        }

        List<(int From, int Length)> secrets = [];
        FindSecrets(tree.Roots, secrets);
        return new EvidenceMessageRow
        {
            Why = message.Why,
            Protocol = message.Protocol,
            FromClient = message.FromClient,
            Packets = [.. message.Parts.Select(PacketOf)],
            Hex = Hex(bytes, secrets),
            Length = bytes.Length > MostHex ? bytes.Length : null,
            Frame = FrameOf(message.Parts, secrets, frames),
            Tree = Rows(tree.Roots, 0) ?? [],
        };
    }

    /// <summary>The places of a message's secrets, in the frame of one of its parts.</summary>
    public static List<(int From, int Length)> InFrame(IReadOnlyList<PacketPart> parts, PacketPart of, List<(int From, int Length)> secrets)
    {
        List<(int From, int Length)> found = [];
        int at = 0;
        foreach (PacketPart part in parts)
        {
            if (part.Input == of.Input && part.Packet == of.Packet)
            {
                foreach ((int from, int length) in secrets)
                {
                    int begin = Math.Max(from, at);
                    int end = Math.Min(from + length, at + part.Length);
                    if (end > begin)
                    {
                        found.Add((part.From + begin - at, end - begin));
                    }
                }
            }

            at += part.Length;
        }

        return found;
    }

    static EvidencePacketRow PacketOf(PacketPart part) => new()
    {
        Input = part.Input,
        Packet = part.Packet,
        Time = Timestamp.FromNanoseconds(part.Time),
        OffsetInFrame = part.From,
        Length = part.Length,
    };

    static EvidenceFrameRow? FrameOf(IReadOnlyList<PacketPart> parts, List<(int From, int Length)> secrets, FrameStore frames)
    {
        PacketPart last = parts[^1];
        if (frames.Of(last) is not { } frame)
        {
            return null;
        }

        FieldTree tree = new();
        HeaderDescribe.Frame(frame.Bytes.AsSpan(0, frame.Bytes.Length - CheckLength(frame)), frame.LinkType, frame.OriginalLength, tree);
        return new EvidenceFrameRow
        {
            Input = last.Input,
            Packet = last.Packet,
            Hex = Hex(frame.Bytes, InFrame(parts, last, secrets)),
            Length = frame.Bytes.Length > MostHex ? frame.Bytes.Length : null,
            Tree = Rows(tree.Roots, 0) ?? [],
        };
    }

    static int CheckLength(FrameStore.Frame frame) =>
        frame.FrameCheckLength > 0 && frame.Bytes.Length == frame.OriginalLength && frame.Bytes.Length > frame.FrameCheckLength ? frame.FrameCheckLength : 0;

    static void FindSecrets(IReadOnlyList<FieldNode> nodes, List<(int From, int Length)> secrets)
    {
        foreach (FieldNode node in nodes)
        {
            if (node.Secret)
            {
                secrets.Add((node.Offset, node.Length));
            }

            FindSecrets(node.Children, secrets);
        }
    }

    static string Hex(ReadOnlySpan<byte> bytes, List<(int From, int Length)> secrets)
    {
        ReadOnlySpan<byte> shown = bytes[..Math.Min(bytes.Length, MostHex)];
        StringBuilder hex = new(shown.Length * 2);
        for (int i = 0; i < shown.Length; i++)
        {
            if (secrets.Exists(secret => i >= secret.From && i < secret.From + secret.Length))
            {
                hex.Append("**");
            }
            else
            {
                hex.Append(CultureInfo.InvariantCulture, $"{shown[i]:x2}");
            }
        }

        return hex.ToString();
    }

    static List<FieldRow>? Rows(IReadOnlyList<FieldNode> nodes, int depth) => nodes.Count == 0 || depth == EvidenceFile.DeepestTree
        ? null
        : [.. nodes.Select(node => new FieldRow
        {
            Name = node.Name,
            Text = node.Text,
            Filter = node.Filter,
            Raw = node.Raw,
            Offset = node.Offset,
            Length = node.Length,
            Secret = node.Secret ? true : null,
            Children = Rows(node.Children, depth + 1),
        })];
}
