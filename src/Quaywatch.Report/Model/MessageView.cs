using Quaywatch.Case.Rows;
using Quaywatch.Report.Text;

namespace Quaywatch.Report.Model;

/// <summary>A decoded message as the page shows it: its bytes beside its tree.</summary>
sealed class MessageView
{
    MessageView()
    {
    }

    /// <summary>Why it is shown.</summary>
    public required string Why { get; init; }

    /// <summary>Packet, time, direction, protocol.</summary>
    public required string Facts { get; init; }

    public required IReadOnlyList<HexLine> Hex { get; init; }

    /// <summary>What the dump shows, when that is not one packet as a whole.</summary>
    public string? HexNote { get; init; }

    public required IReadOnlyList<TreeLayer> Tree { get; init; }

    /// <summary>Lines of the tree that are not shown.</summary>
    public int MoreFields { get; init; }

    /// <summary>Most bytes that it takes in the page.</summary>
    public int Weight { get; init; }

    /// <summary>Makes the view of a message.</summary>
    public static MessageView Of(EvidenceMessageRow message, bool severalInputs)
    {
        EvidenceFrameRow? frame = WholePacket(message);
        int before = frame is null ? 0 : Math.Max(0, message.Packets[0].OffsetInFrame);
        string hex = frame?.Hex ?? message.Hex ?? "";
        int bytes = HexDump.LengthOf(hex);
        int first = bytes <= Limits.BytesOfOneMessage ? 0 : Math.Clamp(before - 32, 0, bytes) / 16 * 16;
        Range marked = frame is null ? .. : before..Math.Max(before, (int)Math.Min(int.MaxValue, (long)before + Math.Max(0, message.Packets[0].Length)));
        TreeBuilder tree = new(first, Math.Min(bytes, first + Limits.BytesOfOneMessage));
        tree.Add(message.Frame?.Tree ?? [], frame is null ? null : 0, isMessage: false);
        tree.Add(message.Tree, before, isMessage: true);
        IReadOnlyList<HexLine> lines = HexDump.Of(hex, first, Limits.BytesOfOneMessage, marked);
        return new MessageView
        {
            Why = Shown.Cut(message.Why, 300),
            Facts = FactsOf(message, severalInputs),
            Hex = lines,
            HexNote = Note(message, frame, bytes),
            Tree = tree.Layers,
            MoreFields = tree.More,
            Weight = 800 + (lines.Count * 190) + tree.Weight,
        };
    }

    // A message in one packet is shown within it; one in several by itself.
    static EvidenceFrameRow? WholePacket(EvidenceMessageRow message) =>
        message.Packets.Count == 1 && message.Frame is { } frame && frame.Packet == message.Packets[0].Packet && frame.Input == message.Packets[0].Input
            ? frame
            : null;

    static string FactsOf(EvidenceMessageRow message, bool severalInputs)
    {
        List<string> facts = [];
        if (message.Packets.Count > 0)
        {
            facts.Add((message.Packets.Count == 1 ? "packet " : "packets ")
                + PacketList.Of([.. message.Packets.Select(static part => new Seen(part.Input, part.Packet))], severalInputs, 6));
            if (message.Packets[^1].Time is { } time)
            {
                facts.Add($"{Say.Exact(time)} UTC");
            }
        }

        if (message.FromClient is { } fromClient)
        {
            facts.Add(fromClient ? "from the client" : "from the server");
        }

        if (message.Protocol is { } protocol)
        {
            facts.Add(Shown.Cut(protocol));
        }

        return string.Join(" · ", facts);
    }

    static string? Note(EvidenceMessageRow message, EvidenceFrameRow? frame, int bytes)
    {
        long all = Math.Max(bytes, (frame is null ? message.Length : frame.Length) ?? bytes);
        string? cut = all > Limits.BytesOfOneMessage ? $"{Say.Number(Limits.BytesOfOneMessage)} of {Say.Count(all, "byte")}" : null;
        return frame is null && message.Packets.Count > 1
            ? $"The message, put together from {Say.Count(message.Packets.Count, "packet")}{(cut is null ? "" : ": " + cut)}"
            : cut;
    }
}
