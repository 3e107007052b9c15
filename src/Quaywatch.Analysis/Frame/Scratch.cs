using System.Text;

namespace Quaywatch.Analysis.Frame;

/// <summary>Rows that wait for the end of the input outside memory: written one after the other, read back in that order or by
/// place. Never outlives the run, so its form is nobody's business.</summary>
internal sealed class Scratch : IDisposable
{
    const int BufferBytes = 1 << 16;

    readonly BufferedStream _stream;
    readonly BinaryWriter _writer;
    bool _isReading;

    /// <summary>Writes to an empty stream that can be read back and sought.</summary>
    public Scratch(Stream stream)
    {
        _stream = new BufferedStream(stream, BufferBytes);
        _writer = new BinaryWriter(_stream, Encoding.UTF8, leaveOpen: true);
    }

    /// <summary>How many rows there are.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a row and returns its place.</summary>
    public long Append(Action<BinaryWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (_isReading)
        {
            _stream.Seek(0, SeekOrigin.End);
            _isReading = false;
        }

        long place = _stream.Position;
        write(_writer);
        Count++;
        return place;
    }

    /// <summary>All rows in the order in which they were added.</summary>
    public IEnumerable<T> ReadAll<T>(Func<BinaryReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        using BinaryReader reader = new(_stream, Encoding.UTF8, leaveOpen: true);
        long place = 0;
        for (long i = 0; i < Count; i++)
        {
            _isReading = true;
            _stream.Seek(place, SeekOrigin.Begin);   // another row may have been read in between
            T row = read(reader);
            place = _stream.Position;
            yield return row;
        }
    }

    /// <summary>The rows at these places, in this order.</summary>
    public IEnumerable<T> ReadAt<T>(IEnumerable<long> places, Func<BinaryReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(read);
        using BinaryReader reader = new(_stream, Encoding.UTF8, leaveOpen: true);
        foreach (long place in places)
        {
            _isReading = true;
            _stream.Seek(place, SeekOrigin.Begin);
            yield return read(reader);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }
}
