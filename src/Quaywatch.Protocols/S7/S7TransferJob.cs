using System.Buffers.Binary;

namespace Quaywatch.Protocols.S7;

/// <summary>The parameter part of the transfer jobs 0x1A to 0x1F and of Start upload's answer. Wireshark, packet-s7comm.c,
/// s7comm_decode_plc_controls_updownload:
/// <code>
/// +----------+--------+--------------+---------------+- - - - - -+- - - - - - - - - - - - - - - - - - - - - - - - - - -+
/// | function | status | unknown or   | upload id or  | length (1)| Request download: length (1) '1' load memory (6)    |
/// |          |        | error (2)    | unknown (4)   | file name | MC7 code (6), all decimal text                      |
/// +----------+--------+--------------+---------------+- - - - - -+- - - - - - - - - - - - - - - - - - - - - - - - - - -+
/// </code></summary>
public readonly ref struct S7TransferJob
{
    /// <summary>Bytes before the file name.</summary>
    public const int FixedSize = 8;

    readonly ReadOnlySpan<byte> _parameter;

    S7TransferJob(ReadOnlySpan<byte> parameter) => _parameter = parameter;

    /// <summary>Reads the parameter part; false where it is cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> parameter, out S7TransferJob job)
    {
        job = new S7TransferJob(parameter);
        return parameter.Length >= FixedSize && (parameter.Length == FixedSize || parameter.Length >= FixedSize + 1 + parameter[FixedSize]);
    }

    /// <summary>Bit 0: more data follows; bit 1: error.</summary>
    public byte Status => _parameter[1];

    /// <summary>The error with which the transfer ends, in Download ended and End upload; 0 is none.</summary>
    public ushort ErrorCode => BinaryPrimitives.ReadUInt16BigEndian(_parameter[2..]);

    /// <summary>The number of an upload.</summary>
    public uint UploadId => BinaryPrimitives.ReadUInt32BigEndian(_parameter[4..]);

    /// <summary>The file's name; in Start upload's answer the length as decimal text.</summary>
    public ReadOnlySpan<byte> FileName => _parameter.Length == FixedSize ? default : _parameter.Slice(FixedSize + 1, _parameter[FixedSize]);

    /// <summary>The text with lengths in Request download; empty where it is not there.</summary>
    public ReadOnlySpan<byte> Lengths
    {
        get
        {
            ReadOnlySpan<byte> rest = _parameter[Math.Min(FixedSize + 1 + FileName.Length, _parameter.Length)..];
            return rest.Length > 0 && rest.Length > rest[0] ? rest.Slice(1, rest[0]) : default;
        }
    }

    /// <summary>The block that the file name means; false where it is another file (NC).</summary>
    public bool TryBlock(out S7BlockName name) => S7BlockName.TryReadFile(FileName, out name);
}
