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

        byte[] request = message.Request.Count > 0 ? frames.Message(message.Request) ?? [] : [];
        FieldTree tree = Describe(message.Protocol, bytes, request, message.FromClient);
        return Row(message.Why, message.Protocol, message.FromClient, message.Parts, bytes, tree) with
        {
            Frame = FrameOf(message.Parts, SecretsOf(tree), frames),
        };
    }

    /// <summary>The row of a message that is at hand, without its frame.</summary>
    public static EvidenceMessageRow Row(string why, string? protocol, bool? fromClient, IReadOnlyList<PacketPart> parts, byte[] bytes, FieldTree tree) => new()
    {
        Why = why,
        Protocol = protocol,
        FromClient = fromClient,
        Packets = [.. parts.Select(PacketOf)],
        Hex = Hex(bytes, SecretsOf(tree)),
        Length = bytes.Length > MostHex ? bytes.Length : null,
        Tree = Rows(tree.Roots, 0) ?? [],
    };

    /// <summary>The decoded tree of a message; empty where its protocol has no room.</summary>
    public static FieldTree Describe(string? protocol, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> request, bool? fromClient)
    {
        FieldTree tree = new();
        if (protocol is not null && Registry.ByName.TryGetValue(protocol, out Protocol? room))
        {
            room.Describe(new Message { Bytes = bytes, Request = request, FromClient = fromClient }, tree);
        }

        return tree;
    }

    /// <summary>The places of secrets in a message.</summary>
    public static List<(int From, int Length)> SecretsOf(FieldTree tree)
    {
        List<(int From, int Length)> secrets = [];
        FindSecrets(tree.Roots, secrets);
        return secrets;
    }

    /// <summary>The row of a frame: its headers, and its bytes without the secrets.</summary>
    public static EvidenceFrameRow FrameRow(FrameStore.Frame frame, int input, int packet, List<(int From, int Length)> secrets)
    {
        FieldTree tree = new();
        HeaderDescribe.Frame(frame.Bytes.AsSpan(0, frame.Bytes.Length - CheckLength(frame)), frame.LinkType, frame.OriginalLength, tree);
        return new EvidenceFrameRow
        {
            Input = input,
            Packet = packet,
            Hex = Hex(frame.Bytes, secrets),
            Length = frame.Bytes.Length > MostHex ? frame.Bytes.Length : null,
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
        return frames.Of(last) is { } frame ? FrameRow(frame, last.Input, last.Packet, InFrame(parts, last, secrets)) : null;
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
