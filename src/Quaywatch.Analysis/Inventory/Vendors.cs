using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Quaywatch.Case.Rows;
using Quaywatch.Observations;

namespace Quaywatch.Analysis.Inventory;

/// <summary>Who registered the beginning of a MAC address: the IEEE's blocks of 24, 28 and 36 bits (MA-L, MA-M, MA-S), names as
/// registered. The maker of a network port, not always of the device around it.</summary>
/// <remarks>The table stays text: it is unpacked once and searched where it lies, since a run asks for a few hundred addresses and
/// taking 53,000 rows apart would cost more than all of its questions.</remarks>
public sealed class Vendors : IMakers
{
    /// <summary>No table is longer; a file that says so is not read.</summary>
    const uint LongestTable = 64 << 20;

    /// <summary>Digits of the prefixes, the longest first.</summary>
    static readonly int[] s_digits = [9, 7, 6];

    static readonly Lazy<Vendors> s_shipped = new(() => Read(ShippedData.Bytes("oui.tsv.gz")));

    readonly byte[] _table;
    readonly int _firstRow;

    Vendors(byte[] file, byte[] table)
    {
        ReadOnlySpan<byte> rows = table;
        Data = ShippedData.ReadHead(file, ref rows);
        _table = table;
        _firstRow = table.Length - rows.Length;
    }

    /// <summary>The table that ships, data/oui.tsv.gz; unpacked when it is first asked for.</summary>
    public static Vendors Shipped => s_shipped.Value;

    /// <summary>What the table is, for case.json.</summary>
    public DataRow Data { get; }

    /// <summary>Reads a table: gzip of a head (data/README.md) and rows of prefix in lower-case hexadecimal, tab, name, in ordinal
    /// order of the prefixes. A row out of order is not found.</summary>
    /// <exception cref="InvalidDataException">It is no gzip file, is cut, or has no head.</exception>
    public static Vendors Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new Vendors(file, Unpack(file));
    }

    /// <summary>The owner of the longest registered prefix; null where none is registered or its owner is not public, and for
    /// group addresses and addresses that were assigned locally, whose prefix means nothing.</summary>
    public string? Find(MacAddress address)
    {
        if (address.IsNone || address.IsGroup || address.IsLocal)
        {
            return null;
        }

        Span<byte> digits = stackalloc byte[12];
        for (int i = 0; i < digits.Length; i++)
        {
            digits[i] = "0123456789abcdef"u8[(int)(address.Value >> (44 - (4 * i))) & 15];
        }

        foreach (int length in s_digits)
        {
            if (Find(digits[..length]) is { } vendor)
            {
                return vendor;
            }
        }

        return null;
    }

    /// <summary>Halves the stretch of rows in which the prefix may be; every step begins at a row's first byte.</summary>
    string? Find(ReadOnlySpan<byte> prefix)
    {
        ReadOnlySpan<byte> rows = _table.AsSpan(_firstRow);
        while (!rows.IsEmpty)
        {
            int begin = rows[..(rows.Length / 2)].LastIndexOf((byte)'\n') + 1;
            ReadOnlySpan<byte> rest = rows[begin..];
            ReadOnlySpan<byte> row = ShippedData.NextLine(ref rest);
            int tab = row.IndexOf((byte)'\t');
            int order = prefix.SequenceCompareTo(tab < 0 ? row : row[..tab]);
            if (order == 0)
            {
                return Encoding.UTF8.GetString(row[(tab + 1)..]);
            }

            rows = order < 0 ? rows[..begin] : rest;
        }

        return null;
    }

    static byte[] Unpack(byte[] file)
    {
        // The last four bytes of a gzip file are the length of what it holds.
        uint length = file.Length < 18 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(file.Length - 4));
        if (length is 0 or > LongestTable)
        {
            throw new InvalidDataException("The table of MAC address prefixes is empty or too long.");
        }

        byte[] table = new byte[length];
        using GZipStream unpacked = new(new MemoryStream(file), CompressionMode.Decompress);
        return unpacked.ReadAtLeast(table, table.Length, throwOnEndOfStream: false) == table.Length
            ? table
            : throw new InvalidDataException("The table of MAC address prefixes is cut.");
    }
}
