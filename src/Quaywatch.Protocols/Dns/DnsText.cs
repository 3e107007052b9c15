using System.Globalization;
using System.Text;

namespace Quaywatch.Protocols.Dns;

/// <summary>Texts of a message as tshark prints them, so that the two can be compared: printable UTF-8 as it is, the usual escapes of
/// C, other control characters in octal, bytes that are no UTF-8 as the replacement character.</summary>
static class DnsText
{
    public static string AsTshark(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        while (!bytes.IsEmpty)
        {
            bool isRune = Rune.DecodeFromUtf8(bytes, out Rune rune, out int consumed) == System.Buffers.OperationStatus.Done;
            if (!isRune)
            {
                text.Append('\uFFFD');
            }
            else if (!Rune.IsControl(rune))
            {
                text.Append(rune.ToString());
            }
            else if (Escape(rune.Value) is { } escape)
            {
                text.Append(escape);
            }
            else
            {
                foreach (byte part in bytes[..consumed])
                {
                    text.Append(CultureInfo.InvariantCulture, $"\\{part >> 6}{(part >> 3) & 7}{part & 7}");
                }
            }

            bytes = bytes[consumed..];
        }

        return text.ToString();
    }

    static string? Escape(int character) => character switch
    {
        7 => "\\a",
        8 => "\\b",
        9 => "\\t",
        10 => "\\n",
        11 => "\\v",
        12 => "\\f",
        13 => "\\r",
        _ => null,
    };
}
