namespace Quaywatch.Wire.Capture;

/// <summary>The bytes of a file as given, in windows that are hashed as they are read. Some may be given back, since a decompressor
/// takes more than it uses.</summary>
sealed class GivenBytes(Stream file, BufferPool pool, CaptureInput? input, InputHasher? hasher) : ForwardStream
{
    const int WindowSize = 256 << 10;

    byte[] _back = [];
    int _backAt;
    int _backEnd;
    BlockBuffer? _window;
    int _at;
    int _end;

    /// <summary>Whether the file has no more bytes.</summary>
    public bool IsAtEnd => _backAt == _backEnd && _at == _end && !Fill();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_backAt < _backEnd)
        {
            int given = Math.Min(buffer.Length, _backEnd - _backAt);
            _back.AsSpan(_backAt, given).CopyTo(buffer);
            _backAt += given;
            return given;
        }

        if (_at == _end && !Fill())
        {
            return 0;
        }

        int step = Math.Min(buffer.Length, _end - _at);
        _window!.Bytes.AsSpan(_at, step).CopyTo(buffer);
        _at += step;
        return step;
    }

    /// <summary>Gives bytes back; they are read next.</summary>
    public void Unread(ReadOnlySpan<byte> bytes)
    {
        int left = _backEnd - _backAt;
        byte[] joined = bytes.Length + left <= _back.Length ? _back : new byte[bytes.Length + left];
        _back.AsSpan(_backAt, left).CopyTo(joined.AsSpan(joined.Length - left));
        bytes.CopyTo(joined.AsSpan(joined.Length - left - bytes.Length));
        _back = joined;
        _backAt = joined.Length - left - bytes.Length;
        _backEnd = joined.Length;
    }

    /// <summary>Reads the file to its end, for the hash.</summary>
    public void Drain()
    {
        while (Fill())
        {
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _window?.Release();
            _window = null;
            _at = _end = 0;
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    bool Fill()
    {
        // The hash may still read the last window, so it is never written again by us.
        _window?.Release();
        _window = pool.Rent(WindowSize);
        _at = 0;
        _end = file.Read(_window.Bytes);
        if (input is not null)
        {
            input.BytesRead += _end;
            if (_end > 0)
            {
                hasher?.Add(input, _window, 0, _end);
            }
        }

        return _end > 0;
    }
}
