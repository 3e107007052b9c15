using Quaywatch.Wire.Link;

namespace Quaywatch.Wire.Capture;

/// <summary>One capture that is read: what it is, and what was counted in it so far. The counters belong to the thread that reads
/// blocks; they are complete when the input has ended.</summary>
public sealed class CaptureInput
{
    readonly byte[]? _taken;
    readonly Stream? _stream;

    CaptureInput(int number, string name, string? path, CaptureIdentity? identity, CaptureHead head, Stream? stream, byte[]? taken)
    {
        Number = number;
        Name = name;
        Path = path;
        Identity = identity;
        Head = head;
        _stream = stream;
        _taken = taken;
    }

    /// <summary>The input's number, from 1.</summary>
    public int Number { get; }

    /// <summary>The name that is shown.</summary>
    public string Name { get; }

    /// <summary>Where the file, or a pipe's copy, can be read again; null where it cannot.</summary>
    public string? Path { get; }

    /// <summary>The format's word: <c>pcap</c>, <c>pcapng</c>, <c>pcap.gz</c>, <c>pcapng.gz</c>, <c>pcap.zst</c>, <c>pcapng.zst</c>.</summary>
    public string Format => Head.Format;

    /// <summary>Bytes of the file as given when it was opened; for a pipe 0.</summary>
    public long Length => Identity?.Length ?? 0;

    /// <summary>Bytes of the file as given that were read so far, for progress; where the hash was asked for, at the end all of them.</summary>
    public long BytesRead { get; internal set; }

    /// <summary>Packets found.</summary>
    public long Packets => Counters.Packets;

    /// <summary>The last frame number given; above <see cref="Packets"/> where records that are no packets have one.</summary>
    public int LastNumber => Counters.LastNumber;

    /// <summary>Link types of the packets, in order of appearance.</summary>
    public IReadOnlyList<LinkType> LinkTypes => Counters.LinkTypes;

    /// <summary>The earliest packet time, nanoseconds since 1970; <see cref="PacketTime.None"/> without one.</summary>
    public long First => Counters.First == long.MaxValue ? PacketTime.None : Counters.First;

    /// <summary>The latest packet time, nanoseconds since 1970; <see cref="PacketTime.None"/> without one.</summary>
    public long Last => Counters.Last;

    /// <summary>What is wrong with the file.</summary>
    public InputAnomalies Anomalies => Counters.Anomalies;

    /// <summary>What the system said where it could not read on; else null.</summary>
    public string? ReadError { get; internal set; }

    /// <summary>SHA-256 of the file as given, 64 lower-case hexadecimal digits; null where it was not asked for, or the file was not
    /// read to its end.</summary>
    public string? Sha256 { get; internal set; }

    /// <summary>What the first bytes say.</summary>
    internal CaptureHead Head { get; }

    /// <summary>Size and change time when it was recognised; null for a pipe.</summary>
    internal CaptureIdentity? Identity { get; }

    /// <summary>What is counted.</summary>
    internal InputCounters Counters { get; } = new();

    /// <summary>Sections and interfaces, where it is pcapng.</summary>
    internal PcapngSections Sections { get; } = new();

    /// <summary>Recognises a file; looks at its first bytes only.</summary>
    /// <param name="number">The input's number, from 1.</param>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">The name to show.</param>
    /// <exception cref="CaptureFormatException">It is no capture that can be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static CaptureInput FromFile(int number, string path, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(name);
        FileStream? file = OpenFile(path);
        try
        {
            if (file.CanSeek)
            {
                byte[] head = ReadHead(file);
                return new CaptureInput(number, name, path, CaptureIdentity.Of(file), Recognise(name, head), null, null);
            }

            // A named pipe gives its bytes once, so the stream stays open.
            CaptureInput pipe = FromStream(number, file, name);
            file = null;
            return pipe;
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>Recognises what comes out of a stream, which is read on when blocks are read, and disposed with them.</summary>
    /// <param name="number">The input's number, from 1.</param>
    /// <param name="stream">The bytes, at their beginning.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="copyPath">Where the caller keeps a copy of the bytes as they are read, for evidence; or null.</param>
    /// <exception cref="CaptureFormatException">It is no capture that can be read.</exception>
    public static CaptureInput FromStream(int number, Stream stream, string name, string? copyPath = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        byte[] head = ReadHead(stream);
        return new CaptureInput(number, name, copyPath, null, Recognise(name, head), stream, head);
    }

    /// <summary>The same file, not read yet.</summary>
    internal CaptureInput Again() => new(Number, Name, Path, Identity, Head, null, null);

    /// <summary>The bytes of the file as given; of a stream only once.</summary>
    internal Stream Open() => _stream is null ? OpenFile(Path!) : new HeadedStream(_taken!, _stream);

    /// <summary>What finds the packets of this input.</summary>
    internal IRecordScanner NewScanner() =>
        Head.Pcap is PcapHeader header ? new PcapScanner(header, Counters) : new PcapngScanner(Counters, Sections);

    internal static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    static CaptureHead Recognise(string name, byte[] head) => CaptureHead.Recognise(name, head, head.Length < HeadLengthOf(head));

    static int HeadLengthOf(ReadOnlySpan<byte> head) => CaptureMagic.IsZstd(head) ? CaptureLimits.ZstdHead : CaptureLimits.Head;

    static byte[] ReadHead(Stream stream)
    {
        byte[] head = new byte[CaptureLimits.ZstdHead];
        int length = stream.ReadAtLeast(head.AsSpan(0, CaptureLimits.Head), CaptureLimits.Head, throwOnEndOfStream: false);
        if (length == CaptureLimits.Head && HeadLengthOf(head) > length)
        {
            length += stream.ReadAtLeast(head.AsSpan(length), head.Length - length, throwOnEndOfStream: false);
        }

        return head[..length];
    }
}
