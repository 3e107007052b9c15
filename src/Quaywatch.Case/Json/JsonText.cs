using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Quaywatch.Case.Json;

/// <summary>Makes rows into UTF-8 JSON that may be shown as it is, with buffers that are used again.</summary>
/// <typeparam name="T">The row.</typeparam>
sealed class JsonText<T> : IDisposable
{
    readonly JsonTypeInfo<T> _type;
    readonly ArrayBufferWriter<byte> _plain = new(1024);
    readonly ArrayBufferWriter<byte> _escaped = new(1024);
    readonly Utf8JsonWriter _writer;

    public JsonText(JsonTypeInfo<T> type, bool indented)
    {
        _type = type;
        _writer = new Utf8JsonWriter(_plain, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Indented = indented,
            NewLine = "\n",
            SkipValidation = true,
        });
    }

    /// <summary>The row's JSON, without a line break behind it; valid until the next call.</summary>
    public ReadOnlySpan<byte> ToUtf8(T row)
    {
        _plain.ResetWrittenCount();
        _writer.Reset(_plain);
        JsonSerializer.Serialize(_writer, row, _type);
        _writer.Flush();
        if (Ascii.IsValid(_plain.WrittenSpan))
        {
            return _plain.WrittenSpan;
        }

        _escaped.ResetWrittenCount();
        Invisible.Escape(_plain.WrittenSpan, _escaped);
        return _escaped.WrittenSpan;
    }

    public void Dispose() => _writer.Dispose();
}
