using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Quaywatch.Wire.Capture;

/// <summary>Unpacks gzip (RFC 1952), member after member, and tells what the framework's GZipStream does not: it ends a cut file
/// without a word.</summary>
/// <remarks>A deflate stream tells where it ends only to the decompressor, which has taken more bytes by then. So the end is found by
/// looking in the last bytes that it took for the eight that must follow: CRC-32 and length of what was unpacked.</remarks>
sealed class GzipReader(GivenBytes given) : Unpacker
{
    const int TrailerSize = 8;
    const int HeaderSize = 10;
    const byte HasHeaderCheck = 2;
    const byte HasExtra = 4;
    const byte HasName = 8;
    const byte HasComment = 16;

    readonly Feed _feed = new(given);
    readonly Crc32 _check = new();
    DeflateStream? _member;
    uint _length;
    bool _ended;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (!_ended)
        {
            if (_member is null && !BeginMember())
            {
                break;
            }

            int got = Unpack(buffer);
            if (got > 0)
            {
                return got;
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _member?.Dispose();
            _feed.Dispose();
            given.Dispose();
        }

        base.Dispose(disposing);
    }

    int Unpack(Span<byte> buffer)
    {
        try
        {
            int got = _member!.Read(buffer);
            if (got > 0)
            {
                _check.Append(buffer[..got]);
                _length += (uint)got;
                return got;
            }
        }
        catch (InvalidDataException)
        {
            // The framework's only way to say that deflate data is wrong.
            IsDamaged = true;
            _ended = true;
            return 0;
        }

        EndMember();
        return 0;
    }

    bool BeginMember()
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        int got = given.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false);
        if (got < 2 || !CaptureMagic.IsGzip(header))
        {
            // Whatever stands behind the last member is no gzip: ignored, as gzip does.
            _ended = true;
            return false;
        }

        if (got < HeaderSize || !SkipOptional(header[3]))
        {
            IsCut = true;
            _ended = true;
            return false;
        }

        _check.Reset();
        _length = 0;
        _feed.Begin();
        _member = new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    bool SkipOptional(byte flags)
    {
        Span<byte> two = stackalloc byte[2];
        if ((flags & HasExtra) != 0)
        {
            if (given.ReadAtLeast(two, 2, throwOnEndOfStream: false) < 2)
            {
                return false;
            }

            for (int left = BinaryPrimitives.ReadUInt16LittleEndian(two); left > 0; left--)
            {
                if (given.Read(two[..1]) == 0)
                {
                    return false;
                }
            }
        }

        return ((flags & HasName) == 0 || SkipText())
            && ((flags & HasComment) == 0 || SkipText())
            && ((flags & HasHeaderCheck) == 0 || given.ReadAtLeast(two, 2, throwOnEndOfStream: false) == 2);
    }

    bool SkipText()
    {
        Span<byte> one = stackalloc byte[1];
        do
        {
            if (given.Read(one) == 0)
            {
                return false;
            }
        }
        while (one[0] != 0);
        return true;
    }

    void EndMember()
    {
        _member!.Dispose();
        _member = null;
        Span<byte> area = stackalloc byte[Feed.Most + TrailerSize + 2];
        ReadOnlySpan<byte> last = _feed.Last;
        last.CopyTo(area);
        int more = given.ReadAtLeast(area.Slice(last.Length, TrailerSize + 2), TrailerSize + 2, throwOnEndOfStream: false);
        area = area[..(last.Length + more)];
        int end = FindEnd(area);
        if (end >= 0)
        {
            given.Unread(area[end..]);
            return;
        }

        // Where the file ends here, a length that fits at its end tells a wrong checksum from a trailer that is cut.
        _ended = true;
        Span<byte> length = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(length, _length);
        IsCut = more < TrailerSize && !area.EndsWith(length);
        IsDamaged = !IsCut;
    }

    /// <summary>Behind the trailer; -1 where there is none. An empty member's trailer is all zeros, so of several the one is taken
    /// that is followed by the file's end or a member.</summary>
    int FindEnd(ReadOnlySpan<byte> area)
    {
        Span<byte> trailer = stackalloc byte[TrailerSize];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _check.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        int first = -1;
        for (int from = 0; from < area.Length;)
        {
            int found = area[from..].IndexOf(trailer);
            if (found < 0)
            {
                break;
            }

            int end = from + found + TrailerSize;
            if (end == area.Length || CaptureMagic.IsGzip(area[end..]))
            {
                return end;
            }

            first = first < 0 ? end : first;
            from += found + 1;
        }

        return first;
    }

    /// <summary>Gives the decompressor few bytes at a time, and remembers the last ones.</summary>
    sealed class Feed(GivenBytes given) : ForwardStream
    {
        /// <summary>The most that is given at once.</summary>
        public const int Most = 4096;

        readonly byte[] _last = new byte[Most];
        int _length;

        /// <summary>What was given last.</summary>
        public ReadOnlySpan<byte> Last => _last.AsSpan(0, _length);

        /// <summary>Forgets the member before.</summary>
        public void Begin() => _length = 0;

        /// <inheritdoc/>
        public override int Read(Span<byte> buffer)
        {
            int got = given.Read(buffer[..Math.Min(buffer.Length, Most)]);
            if (got > 0)
            {
                buffer[..got].CopyTo(_last);
                _length = got;
            }

            return got;
        }
    }
}
