using System.Globalization;
using System.Text;

namespace Quaywatch.Report.Model;

/// <summary>Bytes in rows of sixteen, as Wireshark prints them; the page's script counts on the columns.</summary>
static class HexDump
{
    const int BytesOfLine = 16;

    /// <summary>Prints bytes.</summary>
    /// <param name="hex">Two digits a byte, or `**` for a masked one; anything else is no byte and ends the dump.</param>
    /// <param name="first">The first byte to print, a multiple of sixteen.</param>
    /// <param name="count">How many to print at most.</param>
    /// <param name="message">Where the message lies in them.</param>
    public static IReadOnlyList<HexLine> Of(string hex, int first, int count, Range message)
    {
        int length = Math.Min(LengthOf(hex), first + count);
        (int start, int size) = message.GetOffsetAndLength(int.MaxValue);
        int end = start + size;
        List<HexLine> lines = [];
        for (int at = first; at < length; at += BytesOfLine)
        {
            List<HexPart> bytes = [];
            List<HexPart> text = [];
            StringBuilder bytesRun = new();
            StringBuilder textRun = new();
            bool? inMessage = null;
            for (int i = 0; i < BytesOfLine; i++)
            {
                int index = at + i;
                bool here = index < length && index >= start && index < end;
                if (inMessage is { } before && before != here)
                {
                    Flush(bytesRun, bytes, before);
                    Flush(textRun, text, before);
                }

                inMessage = here;
                string pair = index < length ? hex.Substring(index * 2, 2) : "  ";
                bytesRun.Append(pair).Append(i == 7 ? "  " : " ");
                textRun.Append(index < length ? Printed(pair) : ' ');
            }

            bytesRun.Append(' ');
            Flush(bytesRun, bytes, inMessage == true);
            Flush(textRun, text, inMessage == true);
            lines.Add(new HexLine(at.ToString("x4", CultureInfo.InvariantCulture) + "  ", bytes, text));
        }

        return lines;
    }

    /// <summary>Number of bytes in a text of hexadecimal digits.</summary>
    public static int LengthOf(string hex)
    {
        int length = 0;
        while ((length * 2) + 1 < hex.Length && IsByte(hex.AsSpan(length * 2, 2)))
        {
            length++;
        }

        return length;
    }

    static bool IsByte(ReadOnlySpan<char> pair) => pair is "**" || (char.IsAsciiHexDigit(pair[0]) && char.IsAsciiHexDigit(pair[1]));

    static char Printed(string pair)
    {
        if (pair == "**")
        {
            return '*';
        }

        int value = int.Parse(pair, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return value is >= 0x20 and < 0x7F ? (char)value : '.';
    }

    static void Flush(StringBuilder run, List<HexPart> parts, bool isMessage)
    {
        if (run.Length > 0)
        {
            parts.Add(new HexPart(run.ToString(), isMessage));
            run.Clear();
        }
    }
}
