using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Quaywatch.Observations;

/// <summary>Bytes from the network as text: UTF-8, a byte that is none written <c>\xNN</c>, and so a backslash doubled. Control
/// characters stay; each exit (HTML, terminal, CSV) escapes what is dangerous there.</summary>
public static class NetworkText
{
    /// <summary>Decodes bytes; a trailing run of NUL is dropped, since fixed-width fields are padded with it.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.TrimEnd((byte)0);
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        StringBuilder text = new(bytes.Length + 16);
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int consumed);
            if (status != OperationStatus.Done)
            {
                for (int i = 0; i < consumed; i++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"\\x{bytes[i]:x2}");
                }
            }
            else if (rune.Value == '\\')
            {
                text.Append(@"\\");
            }
            else
            {
                text.Append(rune.ToString());
            }

            bytes = bytes[consumed..];
        }

        return text.ToString();
    }
}
