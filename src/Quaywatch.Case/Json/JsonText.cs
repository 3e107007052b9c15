using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Quaywatch.Case.Text;

namespace Quaywatch.Case.Json;

/// <summary>Makes rows into UTF-8 JSON that may be shown as it is: characters that are not seen or that turn the reading
/// direction are written `\u202e`. (The encoder leaves those in; it escapes control characters, and mends lone surrogates.)</summary>
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
        ReadOnlySpan<byte> json = _plain.WrittenSpan;
        return Ascii.IsValid(json) ? json : EscapeInvisible(json);
    }

    public void Dispose() => _writer.Dispose();

    // Outside of strings JSON is ASCII, so whatever is not ASCII may be written as an escape.
    ReadOnlySpan<byte> EscapeInvisible(ReadOnlySpan<byte> json)
    {
        _escaped.ResetWrittenCount();
        int from = 0;
        for (int i = 0; i < json.Length;)
        {
            if (json[i] < 0x80)
            {
                i++;
                continue;
            }

            Rune.DecodeFromUtf8(json[i..], out Rune rune, out int length);
            if (!Escape.IsVisible(rune))
            {
                _escaped.Write(json[from..i]);
                WriteEscape(rune);
                from = i + length;
            }

            i += length;
        }

        _escaped.Write(json[from..]);
        return _escaped.WrittenSpan;
    }

    void WriteEscape(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        foreach (char unit in units[..rune.EncodeToUtf16(units)])
        {
            Span<byte> escape = _escaped.GetSpan(6);
            escape[0] = (byte)'\\';
            escape[1] = (byte)'u';
            for (int digit = 0; digit < 4; digit++)
            {
                escape[2 + digit] = "0123456789abcdef"u8[(unit >> (12 - (4 * digit))) & 0xF];
            }

            _escaped.Advance(6);
        }
    }
}
