namespace Quaywatch.Wire.Capture;

/// <summary>What the first bytes of a file say: its format, and where its packets' times begin.</summary>
/// <param name="Pcap">The file header of pcap; null for pcapng.</param>
/// <param name="FirstTime">The first packet's time, or <see cref="PacketTime.None"/> where the head does not show it or it is absurd.</param>
/// <param name="Packing">How the file is compressed.</param>
readonly record struct CaptureHead(PcapHeader? Pcap, long FirstTime, Packing Packing)
{
    /// <summary>The format's word.</summary>
    public string Format => (Pcap is null ? "pcapng" : "pcap") + SuffixOf(Packing);

    /// <summary>Recognises a file.</summary>
    /// <param name="name">Its name, for the message.</param>
    /// <param name="given">Its first bytes.</param>
    /// <param name="isWhole">Whether these are all.</param>
    /// <exception cref="CaptureFormatException">It is no capture that can be read.</exception>
    public static CaptureHead Recognise(string name, byte[] given, bool isWhole)
    {
        Packing packing = CaptureMagic.PackingOf(given);
        if (packing == Packing.Zstd && CaptureMagic.ZstdWindowLog(given) > ZstdReader.LargestWindowLog)
        {
            throw new CaptureFormatException(name, "is compressed with zstd with a window of more than 128 MB; unpack it first, with zstd -d --long=31");
        }

        BufferPool pool = new();
        BlockBuffer buffer = pool.Rent(CaptureLimits.Head);
        int length;
        if (packing == Packing.None)
        {
            length = given.Length;
            given.CopyTo(buffer.Bytes, 0);
        }
        else
        {
            (length, isWhole) = Unpack(packing, given, buffer.Bytes, isWhole);
        }

        ReadOnlySpan<byte> head = buffer.Bytes.AsSpan(0, length);
        if (PcapHeader.IsMagic(head))
        {
            if (!PcapHeader.TryRead(head, out PcapHeader header, out string problem))
            {
                throw new CaptureFormatException(name, problem);
            }

            header = header with { Variant = PcapGuess.Of(header, head, isWhole) };
            return new CaptureHead(header, FirstTimeOf(new PcapScanner(header, new InputCounters()), buffer, length), packing);
        }

        if (!CaptureMagic.IsPcapng(head))
        {
            throw new CaptureFormatException(name, (packing == Packing.None ? "" : $"is compressed with {WordOf(packing)}, and what it holds ") + CaptureMagic.Problem(head));
        }

        PcapngSections sections = new();
        long firstTime = FirstTimeOf(new PcapngScanner(new InputCounters(), sections), buffer, length);
        return sections.TryFind(0, out _, out _) || !isWhole
            ? new CaptureHead(null, firstTime, packing)
            : throw new CaptureFormatException(name, "begins like pcapng but is cut or damaged in its first block");
    }

    static long FirstTimeOf(IRecordScanner scanner, BlockBuffer buffer, int length)
    {
        scanner.Scan(buffer, length, false, out _, out _);
        return buffer.Count == 0 || PacketTime.IsAbsurd(buffer.Records[0].Time) ? PacketTime.None : buffer.Records[0].Time;
    }

    static string WordOf(Packing packing) => packing == Packing.Gzip ? "gzip" : "zstd";

    static string SuffixOf(Packing packing) => packing switch
    {
        Packing.Gzip => ".gz",
        Packing.Zstd => ".zst",
        _ => "",
    };

    static (int Length, bool IsWhole) Unpack(Packing packing, byte[] given, byte[] into, bool isWhole)
    {
        using MemoryStream source = new(given);
        using GivenBytes bytes = new(source, new BufferPool(), null, null);
        using Unpacker unpacker = Unpacker.For(packing, bytes)!;
        int length = unpacker.ReadAtLeast(into.AsSpan(0, CaptureLimits.Head), CaptureLimits.Head, throwOnEndOfStream: false);
        return (length, isWhole && length < CaptureLimits.Head);
    }
}
