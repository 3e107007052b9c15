using System.Globalization;
using System.Text;

namespace Quaywatch.Engine.Show;

/// <summary>Bytes in lines of sixteen: where, hexadecimal, characters.</summary>
static class HexLines
{
    const int Each = 16;

    /// <summary>Writes bytes.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="before">What begins each line.</param>
    /// <param name="hex">Two digits a byte, or two stars where a secret was.</param>
    /// <param name="at">The place of the first of them.</param>
    public static void Write(TextWriter to, string before, string hex, long at = 0)
    {
        for (int i = 0; i < hex.Length / 2; i += Each)
        {
            StringBuilder digits = new();
            StringBuilder characters = new();
            for (int j = i; j < Math.Min(i + Each, hex.Length / 2); j++)
            {
                ReadOnlySpan<char> pair = hex.AsSpan(j * 2, 2);
                digits.Append(pair).Append(' ');
                characters.Append(CharacterOf(pair));
            }

            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{before}{at + i:x4}  {digits.ToString().PadRight(Each * 3)} {characters}"));
        }
    }

    static char CharacterOf(ReadOnlySpan<char> pair) =>
        !byte.TryParse(pair, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value) ? '*'
        : value is >= 0x20 and < 0x7F ? (char)value
        : '.';
}
