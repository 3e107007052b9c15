using System.Security.Cryptography;
using System.Text;
using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis;

/// <summary>A table of the folder data/, carried inside this assembly. Its first line is a comment with name, date and source, its
/// second the names of its columns; rows follow, columns apart by tabs. See data/README.md.</summary>
static class ShippedData
{
    /// <summary>The file as shipped.</summary>
    /// <exception cref="InvalidOperationException">The build left the file out.</exception>
    public static byte[] Bytes(string file)
    {
        using Stream stream = typeof(ShippedData).Assembly.GetManifestResourceStream("data/" + file)
            ?? throw new InvalidOperationException($"data/{file} is not in the assembly.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Steps over the two lines at the head of a table and says what it is.</summary>
    /// <param name="file">The file as shipped, for its hash.</param>
    /// <param name="table">The table, unpacked; its rows remain.</param>
    /// <exception cref="InvalidDataException">There is no such head.</exception>
    public static DataRow ReadHead(ReadOnlySpan<byte> file, ref ReadOnlySpan<byte> table)
    {
        string[] head = Encoding.UTF8.GetString(NextLine(ref table)).Split('\t');
        if (head.Length != 3 || head[0] is not ['#', ..])
        {
            throw new InvalidDataException("The table's first line is not a comment with name, date and source.");
        }

        NextLine(ref table);
        return new DataRow
        {
            Name = head[0][1..],
            Date = head[1],
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            Rows = table.Count((byte)'\n'),
        };
    }

    /// <summary>Takes the next line, without its end, off the table.</summary>
    public static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> table)
    {
        int end = table.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? table : table[..end];
        table = end < 0 ? default : table[(end + 1)..];
        return line;
    }
}
