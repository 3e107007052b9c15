using System.Buffers;

namespace Quaywatch.Case.Reading;

/// <summary>Reads a file line by line as bytes, with a limit for the length of a line. The last line may lack its line break.</summary>
/// <param name="stream">What is read; it stays open.</param>
/// <param name="limit">Longest line in bytes, without its line break.</param>
sealed class LineReader(Stream stream, int limit) : IDisposable
{
    byte[] _buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
    int _start;
    int _end;
    bool _atEnd;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the next line is longer than the limit. Nothing more is read then.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next line without its line break, valid until the next call; false at the end.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        line = default;
        int searched = 0;
        while (!IsTooLong)
        {
            int length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                return Take(searched + length, 1, out line);
            }

            searched = _end - _start;
            if (_atEnd)
            {
                return searched > 0 && Take(searched, 0, out line);
            }

            if (searched > limit)
            {
                IsTooLong = true;
            }
            else
            {
                Fill();
            }
        }

        Number++;
        return false;
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    bool Take(int length, int lineBreak, out ReadOnlySpan<byte> line)
    {
        Number++;
        line = _buffer.AsSpan(_start, length);
        _start += length + lineBreak;
        IsTooLong = length > limit;
        return !IsTooLong;
    }

    void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _atEnd = read == 0;
        _end += read;
    }
}
