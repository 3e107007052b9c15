using System.Globalization;
using Quaywatch.Case.Json;
using Quaywatch.Case.Rows;
using Quaywatch.Case.Text;
using Quaywatch.Engine.Evidence;
using Quaywatch.Wire.Capture;

namespace Quaywatch.Engine.Show;

/// <summary>Shows one packet: its headers, every message that it carries a piece of, whole and decoded, and its bytes. Secrets are
/// masked.</summary>
public static class PacketShow
{
    /// <summary>Packets behind the one that is shown that are read on for the rest of its messages.</summary>
    const int Further = 10_000;

    /// <summary>Writes it.</summary>
    /// <param name="input">The capture.</param>
    /// <param name="number">The packet's number, as Wireshark counts.</param>
    /// <param name="asJson">As a tree for programs; else for people.</param>
    /// <param name="to">Where to.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="NotThereException">There is no such packet.</exception>
    public static void Write(ShowInput input, int number, bool asJson, TextWriter to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(to);
        FrameStore frames = new();
        if (number < 1 || PacketFetcher.FetchByNumber(input.Open(), [number], frames.Take) == 0)
        {
            throw new NotThereException(string.Create(
                CultureInfo.InvariantCulture, $"{Escape.ForTerminal(input.Name)} has no packet {number}; packets are numbered from 1, as in Wireshark"));
        }

        FrameStore.Frame frame = frames.Of(input.Number, number)!;
        MessagesOfPacket messages = Listen(input, number, cancellation);
        EvidenceFrameRow row = MessageTrees.FrameRow(frame, input.Number, number, messages.Secrets);
        if (asJson)
        {
            WriteJson(input, frame, row, messages.Rows, to);
        }
        else
        {
            WriteText(input, frame, row, messages, to);
        }
    }

    static MessagesOfPacket Listen(ShowInput input, int number, CancellationToken cancellation)
    {
        MessagesOfPacket messages = new(input.Number, number);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using BlockReader reader = new([input.Open()], new BlockReaderOptions { Hash = false });
        new Pipeline(reader, take: null, () => Protocols.Framework.Conversation.Factory(messages)).Run(
            progress =>
            {
                if (progress.Packets > (long)number + Further)
                {
                    stop.Cancel();
                }
            },
            stop.Token);
        cancellation.ThrowIfCancellationRequested();
        return messages;
    }

    static void WriteJson(ShowInput input, FrameStore.Frame frame, EvidenceFrameRow row, IReadOnlyList<EvidenceMessageRow> messages, TextWriter to)
    {
        string time = Timestamp.FromNanoseconds(frame.Time) is { } at ? $",\"time\":\"{at}\"" : "";
        to.Write($"{{\"name\":{Json(input.Name)},\"packet\":{Json(row.Packet)}{time},\"length\":{Json(frame.OriginalLength)},\"captured\":{Json(frame.Bytes.Length)},");
        to.Write($"\n\"frame\":{Json(row)},\n\"messages\":[");
        for (int i = 0; i < messages.Count; i++)
        {
            to.Write($"{(i > 0 ? "," : "")}\n{Json(messages[i])}");
        }

        to.WriteLine("]}");
    }

    static void WriteText(ShowInput input, FrameStore.Frame frame, EvidenceFrameRow row, MessagesOfPacket messages, TextWriter to)
    {
        string time = Timestamp.FromNanoseconds(frame.Time)?.ToString() ?? "no time";
        string cut = frame.OriginalLength > frame.Bytes.Length ? string.Create(CultureInfo.InvariantCulture, $", {frame.Bytes.Length} of them captured") : "";
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Escape.ForTerminal(input.Name)} packet {row.Packet}, {time}, {frame.OriginalLength} bytes{cut}"));
        to.WriteLine();
        to.WriteLine("Headers");
        WriteTree(row.Tree, 1, to);
        foreach (EvidenceMessageRow message in messages.Rows)
        {
            string packets = string.Join(", ", message.Packets.Select(part => part.Packet.ToString(CultureInfo.InvariantCulture)).Distinct());
            string sender = message.FromClient switch { true => ", from the client", false => ", from the server", null => "" };
            to.WriteLine();
            to.WriteLine($"{message.Protocol} message{sender}, in packet {packets}");
            WriteTree(message.Tree, 1, to);
            if (message.Packets.Count > 1)
            {
                HexLines.Write(to, "  ", message.Hex ?? "");
            }
        }

        to.WriteLine();
        to.WriteLine(messages.Rows.Count == 0 ? "Bytes (no message that is decoded)" : "Bytes");
        HexLines.Write(to, "  ", row.Hex);
        if (row.Length is { } length)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {length - (row.Hex.Length / 2)} more bytes"));
        }
    }

    static void WriteTree(IReadOnlyList<FieldRow> rows, int depth, TextWriter to)
    {
        foreach (FieldRow row in rows)
        {
            string indent = new(' ', depth * 2);
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {row.Offset:x4} {row.Length,4}{indent}{Escape.ForTerminal(row.Name)}: {Escape.ForTerminal(row.Text)}"));
            if (row.Children is { } children)
            {
                WriteTree(children, depth + 1, to);
            }
        }
    }

    static string Json(EvidenceMessageRow row) => System.Text.Encoding.UTF8.GetString(CaseJson.ToUtf8(row));

    static string Json(EvidenceFrameRow row) => System.Text.Encoding.UTF8.GetString(CaseJson.ToUtf8(row));

    static string Json(string text) => $"\"{System.Text.Json.JsonEncodedText.Encode(text)}\"";

    static string Json(long number) => number.ToString(CultureInfo.InvariantCulture);
}
