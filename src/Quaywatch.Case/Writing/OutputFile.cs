namespace Quaywatch.Case.Writing;

/// <summary>A file of the case while it is written: what the system refuses comes out as <see cref="CaseOutputException"/>.</summary>
sealed class OutputFile : Stream
{
    const int BufferSize = 1 << 16;

    readonly FileStream _file;
    readonly string _case;
    bool _closed;

    OutputFile(FileStream file, string caseName)
    {
        _file = file;
        _case = caseName;
    }

    /// <summary>Creates a file that must not exist yet: so nothing is overwritten, and no link is followed.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="caseName">The case as the user called it, for messages.</param>
    /// <param name="spool">A spooled pipe: it is read again too, and no other user may read it.</param>
    public static OutputFile Create(string path, string caseName, bool spool = false)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = spool ? FileAccess.ReadWrite : FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = BufferSize,
        };
        if (spool && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new OutputFile(new FileStream(path, options), caseName);
        }
        catch (Exception exception) when (OutputErrors.IsOutput(exception))
        {
            throw OutputErrors.CannotWrite(caseName, exception);
        }
    }

    public override bool CanRead => _file.CanRead;

    public override bool CanSeek => _file.CanSeek;

    public override bool CanWrite => _file.CanWrite;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => _file.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => _file.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => _file.Read(buffer);

    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    public override void SetLength(long value) => _file.SetLength(value);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _file.Write(buffer);
        }
        catch (Exception exception) when (OutputErrors.IsOutput(exception))
        {
            throw OutputErrors.CannotWrite(_case, exception);
        }
    }

    public override void WriteByte(byte value) => Write([value]);

    public override void Flush()
    {
        try
        {
            _file.Flush();
        }
        catch (Exception exception) when (OutputErrors.IsOutput(exception))
        {
            throw OutputErrors.CannotWrite(_case, exception);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_closed)
        {
            _closed = true;
            try
            {
                _file.Dispose();   // writes what is still in the buffer, so it can fail like a write
            }
            catch (Exception exception) when (OutputErrors.IsOutput(exception))
            {
                throw OutputErrors.CannotWrite(_case, exception);
            }
        }

        base.Dispose(disposing);
    }
}
