namespace Quaywatch.Protocols.S7;

/// <summary>The name of a block in transfers and block functions, ASCII: <c>0A00010P</c> is DB 10, passive.
/// <code>
/// +- - - - - - - -+---------------+------------+-------------+
/// | file ident. _ | block type(2) | number (5) | file system |
/// | in transfers  | 08 = OB ...   | decimal    | P, A or B   |
/// +- - - - - - - -+---------------+------------+-------------+
/// </code>
/// Wireshark, packet-s7comm.c, s7comm_decode_plc_controls_filename.</summary>
public readonly ref struct S7BlockName
{
    /// <summary>Bytes without the file identifier.</summary>
    public const int Size = 8;

    readonly ReadOnlySpan<byte> _bytes;

    S7BlockName(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads the eight bytes of type, number and file system; false where they are none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out S7BlockName name)
    {
        name = new S7BlockName(bytes);
        return bytes.Length >= Size && bytes[0] == (byte)'0' && name.TypeName is not null && name.Number >= 0;
    }

    /// <summary>Reads the nine bytes of a transfer's file name: the identifier, then the block.</summary>
    public static bool TryReadFile(ReadOnlySpan<byte> bytes, out S7BlockName name)
    {
        name = default;
        return bytes.Length == Size + 1 && bytes[0] is (byte)'_' or (byte)'$' && TryRead(bytes[1..], out name);
    }

    /// <summary>The two characters of the type as one word.</summary>
    public ushort Type => (ushort)((_bytes[0] << 8) | _bytes[1]);

    /// <summary>OB, DB, SDB, FC, SFC, FB, SFB; null where it is none of them.</summary>
    public string? TypeName => S7Names.BlockType(Type);

    /// <summary>The number; -1 where it is not decimal.</summary>
    public int Number
    {
        get
        {
            int number = 0;
            foreach (byte digit in _bytes.Slice(2, 5))
            {
                if (digit is < (byte)'0' or > (byte)'9')
                {
                    return -1;
                }

                number = (number * 10) + (digit - '0');
            }

            return number;
        }
    }

    /// <summary>P passive, A active, B both.</summary>
    public byte FileSystem => _bytes[7];
}
