using System.Globalization;
using Quaywatch.Case.Reading;
using Quaywatch.Case.Rows;
using Quaywatch.Wire.Capture;
using Quaywatch.Wire.Link;

namespace Quaywatch.Engine.Show;

/// <summary>Cuts the packets of rows of a case out of its captures, each with a comment that says why.</summary>
public sealed class EvidenceExport
{
    readonly WantedPackets _wanted;
    readonly List<ShowInput> _inputs;
    readonly HashSet<(int Input, int Packet)> _chosen = [];
    FoundFlow[] _flows = [];
    readonly TimeWindow _window;
    SecretPlaces? _secrets;

    EvidenceExport(WantedPackets wanted, List<ShowInput> inputs, TimeWindow window)
    {
        _window = window;
        _wanted = wanted;
        _inputs = inputs;
    }

    /// <summary>Finds the rows, and the captures that hold their packets.</summary>
    /// <param name="reader">The case.</param>
    /// <param name="rows">Ids and uids.</param>
    /// <param name="given">Captures that were given; without any they are looked for.</param>
    /// <exception cref="NotThereException">The case has no such row, or it names no packets.</exception>
    /// <exception cref="InputMissingException">A capture is not there.</exception>
    public static EvidenceExport Prepare(CaseReader reader, IReadOnlyList<string> rows, IReadOnlyList<string> given)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(given);
        WantedPackets wanted = WantedPackets.Of(reader, rows);
        SortedSet<int> numbers = wanted.Conversations.Count > 0
            ? [.. reader.Manifest.Inputs.Select(input => input.Input)]
            : [.. wanted.Packets.Keys.Select(seen => seen.Input)];
        return numbers.Count > 0
            ? new EvidenceExport(wanted, InputSearch.Find(reader, numbers, given), new TimeWindow(reader.Manifest.Options.From, reader.Manifest.Options.To))
            : throw new NotThereException("these rows name no packets");
    }

    /// <summary>Writes the packets in the order of time.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="redact">Whether secrets are overwritten.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <returns>How many were written.</returns>
    public int Write(Stream to, bool redact, CancellationToken cancellation)
    {
        _flows = _wanted.Conversations.Count == 0 ? [] : [.. FlowFinder.Find(_inputs, [.. _wanted.Conversations.Keys], _window, cancellation).Values];
        if (redact)
        {
            FindSecrets(cancellation);
        }

        PcapngWriter writer = new(to);
        Dictionary<LinkType, int> interfaces = [];
        int written = 0;
        Walk(
            (in CapturedPacket packet, string why) =>
            {
                if (!interfaces.TryGetValue(packet.LinkType, out int number))
                {
                    interfaces[packet.LinkType] = number = writer.AddInterface(packet.LinkType);
                }

                Write(writer, number, packet, why);
                written++;
            },
            cancellation);
        return written;
    }

    void Write(PcapngWriter writer, int number, in CapturedPacket packet, string why)
    {
        string comment = string.Create(CultureInfo.InvariantCulture, $"{why} (packet {packet.Number} of input {packet.Input})");
        if (_secrets?.Of(packet.Input, packet.Number) is not { } places)
        {
            writer.Write(number, packet.Time, packet.Bytes, packet.OriginalLength, comment);
            return;
        }

        // The check sequence at the end would tell what the bytes were, so it is left out.
        bool withCheck = packet.FrameCheckLength > 0 && packet.Bytes.Length == packet.OriginalLength && packet.Bytes.Length > packet.FrameCheckLength;
        int check = withCheck ? packet.FrameCheckLength : 0;
        byte[] frame = packet.Bytes[..^check].ToArray();
        Redactor.Overwrite(frame, packet.LinkType, packet.OriginalLength - check, places);
        writer.Write(number, packet.Time, frame, packet.OriginalLength - check, comment + "; secrets overwritten with *");
    }

    void FindSecrets(CancellationToken cancellation)
    {
        Walk((in CapturedPacket packet, string _) => _chosen.Add((packet.Input, packet.Number)), cancellation);
        _secrets = new SecretPlaces(part => _chosen.Contains((part.Input, part.Packet)));
        using BlockReader reader = Open();
        new Pipeline(reader, take: null, () => Protocols.Framework.Conversation.Factory(_secrets)).Run(null, cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    void Walk(Take take, CancellationToken cancellation)
    {
        using BlockReader reader = Open();
        while (reader.TryRead(out CaptureBlock? block))
        {
            cancellation.ThrowIfCancellationRequested();
            BlockCursor cursor = default;
            while (block.TryNext(ref cursor, out CapturedPacket packet, out _))
            {
                if (Why(packet) is { } why)
                {
                    take(packet, why);
                }
            }

            block.Release();
        }
    }

    BlockReader Open() => new([.. _inputs.Select(input => input.Open())], new BlockReaderOptions { Hash = false });

    string? Why(in CapturedPacket packet)
    {
        string? why = _wanted.Packets.TryGetValue(new Seen(packet.Input, packet.Number), out SortedSet<string>? reasons) ? string.Join("; ", reasons) : null;
        if (_flows.Length == 0)
        {
            return why;
        }

        PacketHeaders headers = default;
        if (LinkDecoder.TryDecode(packet.Bytes, packet.LinkType, packet.OriginalLength, ref headers))
        {
            foreach (FoundFlow flow in _flows)
            {
                if (flow.Has(headers, packet.Time))
                {
                    string what = _wanted.Conversations[flow.Uid];
                    return why is null ? what : $"{why}; {what}";
                }
            }
        }

        return why;
    }

    delegate void Take(in CapturedPacket packet, string why);
}
