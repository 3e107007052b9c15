using Quaywatch.Case.Json;

namespace Quaywatch.Case.Writing;

/// <summary>Writes rows of one kind, one a line, as they come.</summary>
/// <typeparam name="T">The row.</typeparam>
public sealed class RowWriter<T> : IDisposable
{
    readonly Stream _file;
    readonly JsonText<T> _json = new(CaseJson.Line<T>(), indented: false);

    internal RowWriter(Stream file) => _file = file;

    /// <summary>Number of rows written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes a row as the next line.</summary>
    /// <exception cref="CaseOutputException">It could not be written.</exception>
    public void Write(T row)
    {
        _file.Write(_json.ToUtf8(row));
        _file.WriteByte((byte)'\n');
        Count++;
    }

    /// <summary>Writes what is still in the buffer and closes the file.</summary>
    /// <exception cref="CaseOutputException">It could not be written.</exception>
    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }
}
