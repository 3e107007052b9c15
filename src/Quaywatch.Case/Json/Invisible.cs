using System.Buffers;
using System.Text;

namespace Quaywatch.Case.Json;

/// <summary>Escapes in finished JSON what is not seen or turns the reading direction, as `\u202e`, so that the file may be shown as
/// it is. (The encoder of the framework leaves those characters in; it escapes control characters and mends lone surrogates.)</summary>
static class Invisible
{
    /// <summary>Writes JSON with its invisible characters escaped.</summary>
    /// <param name="json">Valid JSON in UTF-8.</param>
    /// <param name="output">Where to.</param>
    public static void Escape(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        int from = 0;

        // Outside of strings JSON is ASCII, so whatever is not ASCII may be written as an escape.
        for (int i = 0; i < json.Length;)
        {
            if (json[i] < 0x80)
            {
                i++;
                continue;
            }

            Rune.DecodeFromUtf8(json[i..], out Rune rune, out int length);
            if (!Text.Escape.IsVisible(rune))
            {
                output.Write(json[from..i]);
                WriteEscape(rune, output);
                from = i + length;
            }

            i += length;
        }

        output.Write(json[from..]);
    }

    static void WriteEscape(Rune rune, IBufferWriter<byte> output)
    {
        Span<char> units = stackalloc char[2];
        foreach (char unit in units[..rune.EncodeToUtf16(units)])
        {
            Span<byte> escape = output.GetSpan(6);
            escape[0] = (byte)'\\';
            escape[1] = (byte)'u';
            for (int digit = 0; digit < 4; digit++)
            {
                escape[2 + digit] = "0123456789abcdef"u8[(unit >> (12 - (4 * digit))) & 0xF];
            }

            output.Advance(6);
        }
    }
}
