using CsCheck;
using Quaywatch.Report.Model;

namespace Quaywatch.Report.Tests.Model;

public sealed class HexDumpTests
{
    // Columns that the page's script counts on.
    const int Line = 6 + 50 + 16;

    [Fact]
    public void Every_byte_stands_where_the_script_looks_for_it() => Gen.Byte.Array[1, 100].Sample(static bytes =>
    {
        string[] lines = Print(Convert.ToHexStringLower(bytes), 0, 1_000, ..);
        for (int i = 0; i < bytes.Length; i++)
        {
            string line = lines[i / 16];
            int column = 6 + (3 * (i % 16)) + (i % 16 > 7 ? 1 : 0);
            char shown = bytes[i] is >= 0x20 and < 0x7F ? (char)bytes[i] : '.';
            if (line.Length != Line || line.Substring(column, 2) != bytes[i].ToString("x2", null) || line[56 + (i % 16)] != shown)
            {
                return false;
            }
        }

        return lines.Length == (bytes.Length + 15) / 16;
    });

    [Fact]
    public void The_message_is_told_from_what_carries_it()
    {
        IReadOnlyList<HexLine> lines = HexDump.Of("000102030405060708090a0b0c0d0e0f1011", 0, 100, 2..17);
        Assert.Equal(["00 01 ", "02 03 04 05 06 07  08 09 0a 0b 0c 0d 0e 0f  "], lines[0].Bytes.Select(static part => part.Text));
        Assert.Equal([false, true], lines[0].Bytes.Select(static part => part.IsMessage));
        Assert.Equal([true, false], lines[1].Bytes.Select(static part => part.IsMessage));
    }

    [Fact]
    public void Masked_bytes_stay_masked() => Assert.Equal("0000  41 ** ** 42" + new string(' ', 39) + "A**B            ", Print("41****42", 0, 16, ..)[0]);

    [Fact]
    public void What_is_no_byte_ends_the_dump()
    {
        Assert.Single(HexDump.Of("4142zz43", 0, 16, ..));
        Assert.Equal(2, HexDump.LengthOf("4142zz43"));
        Assert.Equal(1, HexDump.LengthOf("414"));
        Assert.Empty(HexDump.Of("<script>", 0, 16, ..));
    }

    [Fact]
    public void Only_the_window_is_printed()
    {
        string[] lines = Print(new string('0', 400), 32, 64, ..);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("0020", lines[0], StringComparison.Ordinal);
    }

    static string[] Print(string hex, int first, int count, Range message) =>
    [
        .. HexDump.Of(hex, first, count, message)
            .Select(static line => line.Offset + string.Concat(line.Bytes.Select(static part => part.Text)) + string.Concat(line.Text.Select(static part => part.Text))),
    ];
}
