using Microsoft.Win32.SafeHandles;

namespace Quaywatch.Wire.Capture;

/// <summary>Reads single packets of inputs again, for evidence: from a plain file by seeking, from a compressed one in one pass up to
/// the last packet asked for.</summary>
/// <param name="inputs">The inputs, which have been read to the packets asked for.</param>
public sealed class PacketFetcher(IReadOnlyList<CaptureInput> inputs)
{
    /// <summary>Read at once at a packet's place; most packets fit.</summary>
    const int FirstRead = 4 << 10;

    readonly BufferPool _pool = new();

    /// <summary>Hands over each packet asked for once, in the order of inputs and offsets.</summary>
    /// <param name="wanted">The packets; in any order, also several times.</param>
    /// <param name="take">What is done with each.</param>
    /// <exception cref="CaptureChangedException">An input is not what it was.</exception>
    /// <exception cref="IOException">An input cannot be read any more.</exception>
    /// <exception cref="UnauthorizedAccessException">An input must not be read any more.</exception>
    public void Fetch(IEnumerable<PacketAddress> wanted, PacketHandler take)
    {
        ArgumentNullException.ThrowIfNull(take);
        List<PacketAddress> ordered = [.. new HashSet<PacketAddress>(wanted)];
        ordered.Sort(static (a, b) => a.Input != b.Input ? a.Input.CompareTo(b.Input) : a.Offset.CompareTo(b.Offset));
        for (int from = 0; from < ordered.Count;)
        {
            int to = from;
            while (to < ordered.Count && ordered[to].Input == ordered[from].Input)
            {
                to++;
            }

            FetchOf(InputOf(ordered[from].Input), ordered[from..to], take);
            from = to;
        }
    }

    /// <summary>Hands over the packets of one input with these numbers, in one pass up to the last of them.</summary>
    /// <param name="input">The input; it may be read by another reader at the same time.</param>
    /// <param name="numbers">Packet numbers, from 1.</param>
    /// <param name="take">What is done with each.</param>
    /// <returns>How many were found.</returns>
    /// <exception cref="CaptureChangedException">The input is not what it was.</exception>
    /// <exception cref="IOException">The input cannot be read any more.</exception>
    /// <exception cref="UnauthorizedAccessException">The input must not be read any more.</exception>
    public static int FetchByNumber(CaptureInput input, IEnumerable<int> numbers, PacketHandler take)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(take);
        SortedSet<int> left = [.. numbers];
        int found = 0;
        ReadAgain(input, packet =>
        {
            if (left.Remove(packet.Number))
            {
                found++;
                take(packet);
            }

            return left.Count > 0 && packet.Number < left.Max;
        });
        return found;
    }

    CaptureInput InputOf(int number)
    {
        foreach (CaptureInput input in inputs)
        {
            if (input.Number == number)
            {
                return input;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(number), number, "No input has this number.");
    }

    void FetchOf(CaptureInput input, List<PacketAddress> wanted, PacketHandler take)
    {
        if (input.Head.Packing != Packing.None)
        {
            FetchInOnePass(input, wanted, take);
            return;
        }

        using FileStream file = OpenUnchanged(input);
        for (int i = 0; i < wanted.Count; i++)
        {
            if (!TryScannerAt(input, wanted[i], out IRecordScanner? scanner))
            {
                FetchInOnePass(input, wanted[i..], take);
                return;
            }

            FetchAt(input, file.SafeFileHandle, wanted[i], scanner!, take);
        }
    }

    void FetchAt(CaptureInput input, SafeFileHandle file, in PacketAddress at, IRecordScanner scanner, PacketHandler take)
    {
        BlockBuffer buffer = _pool.Rent(FirstRead);
        buffer.Origin = at.Offset;
        int length = ReadAt(file, buffer.Bytes.AsSpan(0, FirstRead), at.Offset);
        scanner.Scan(buffer, length, false, out int consumed, out int needed);
        if (buffer.Count == 0 && needed > length)
        {
            buffer.Release();
            buffer = _pool.Rent(needed);
            buffer.Origin = at.Offset;
            length = ReadAt(file, buffer.Bytes.AsSpan(0, needed), at.Offset + consumed);
            scanner.Scan(buffer, length, false, out _, out _);
        }

        CapturedPacket packet = buffer.Count > 0 ? buffer.Records[0].View(buffer, at.Input) : default;
        if (packet.Time != at.Time || packet.Offset != at.Offset || packet.Number != at.Number)
        {
            throw new CaptureChangedException(input.Name);
        }

        take(packet);
        buffer.Release();
    }

    static void FetchInOnePass(CaptureInput input, List<PacketAddress> wanted, PacketHandler take)
    {
        int next = 0;
        ReadAgain(input, packet =>
        {
            if (packet.Offset == wanted[next].Offset)
            {
                if (packet.Time != wanted[next].Time || packet.Number != wanted[next].Number)
                {
                    throw new CaptureChangedException(input.Name);
                }

                take(packet);
                next++;
            }

            return next < wanted.Count;
        });
        if (next < wanted.Count)
        {
            throw new CaptureChangedException(input.Name);
        }
    }

    /// <summary>Walks an input from its beginning until told to stop.</summary>
    static void ReadAgain(CaptureInput input, GoesOn take)
    {
        using (OpenUnchanged(input))
        {
            CaptureInput again = input.Again();
            using BlockReader reader = new([again], new BlockReaderOptions { Hash = false });
            while (reader.TryRead(out CaptureBlock? block))
            {
                BlockCursor cursor = default;
                while (block.TryNext(ref cursor, out CapturedPacket packet, out _))
                {
                    if (!take(packet))
                    {
                        return;
                    }
                }

                block.Release();
            }

            if (again.ReadError is not null)
            {
                throw new IOException(again.ReadError);
            }
        }
    }

    static FileStream OpenUnchanged(CaptureInput input)
    {
        FileStream file = CaptureInput.OpenFile(input.Path
            ?? throw new InvalidOperationException($"{input.Name} is a pipe without a copy that could be read again."));
        if (input.Identity is CaptureIdentity was && was != CaptureIdentity.Of(file))
        {
            file.Dispose();
            throw new CaptureChangedException(input.Name);
        }

        return file;
    }

    /// <summary>What reads the record at an address; false where the table of sections does not reach so far.</summary>
    static bool TryScannerAt(CaptureInput input, in PacketAddress at, out IRecordScanner? scanner)
    {
        InputCounters counters = new() { LastNumber = at.Number - 1 };
        if (input.Head.Pcap is PcapHeader header)
        {
            scanner = new PcapScanner(header, counters, 0);
            return true;
        }

        bool known = input.Sections.TryFind(at.Offset, out PcapngSection section, out bool mayBeLater) && !mayBeLater;
        scanner = known ? new PcapngScanner(counters, new PcapngSections(), section, input.Sections.InterfacesOf(section)) : null;
        return known;
    }

    static int ReadAt(SafeFileHandle file, Span<byte> into, long offset)
    {
        int length = 0;
        int got = 1;
        while (length < into.Length && got > 0)
        {
            got = RandomAccess.Read(file, into[length..], offset + length);
            length += got;
        }

        return length;
    }

    delegate bool GoesOn(CapturedPacket packet);
}
