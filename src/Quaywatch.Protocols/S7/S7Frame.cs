using System.Buffers.Binary;

namespace Quaywatch.Protocols.S7;

/// <summary>One S7comm PDU, big-endian. No public specification; fields and names as in Wireshark's packet-s7comm.c:
/// <code>
/// +------+--------+------------+-----------+--------------+-------------+- - - - - - - - - - -+-----------+------
/// | 0x32 | ROSCTR | redundancy | reference | parameter    | data        | error class  code   | parameter | data
/// |      |        | id (2)  0  | (2)       | length (2)   | length (2)  | (2) in 2 and 3 only |           |
/// +------+--------+------------+-----------+--------------+-------------+- - - - - - - - - - -+-----------+------
/// </code></summary>
public readonly ref struct S7Frame
{
    /// <summary>The first byte.</summary>
    public const byte ProtocolId = 0x32;

    /// <summary>Bytes of the header of a job and of userdata.</summary>
    public const int HeaderSize = 10;

    /// <summary>Bytes of the header of an answer, with its error.</summary>
    public const int AnswerHeaderSize = 12;

    readonly ReadOnlySpan<byte> _bytes;

    S7Frame(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads the PDU that fills the user data; false where it is none or its lengths reach beyond the end.</summary>
    public static bool TryRead(ReadOnlySpan<byte> userData, out S7Frame frame)
    {
        frame = new S7Frame(userData);
        return Looks(userData) && frame.Length <= userData.Length;
    }

    /// <summary>Whether the bytes begin like a PDU: its identifier, a ROSCTR that exists, a header that is complete.</summary>
    public static bool Looks(ReadOnlySpan<byte> userData) =>
        userData.Length >= HeaderSize && userData[0] == ProtocolId && userData[1] is 1 or 2 or 3 or 7
        && (userData[1] is 1 or 7 || userData.Length >= AnswerHeaderSize);

    /// <summary>Whether there is no PDU at all: the default value.</summary>
    public bool IsEmpty => _bytes.IsEmpty;

    /// <summary>The kind of PDU.</summary>
    public S7Rosctr Rosctr => (S7Rosctr)_bytes[1];

    /// <summary>Redundancy identification, reserved, 0.</summary>
    public ushort RedundancyId => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>PDU reference: an answer carries its request's.</summary>
    public ushort Reference => BinaryPrimitives.ReadUInt16BigEndian(_bytes[4..]);

    /// <summary>Bytes of the parameter part.</summary>
    public int ParameterLength => BinaryPrimitives.ReadUInt16BigEndian(_bytes[6..]);

    /// <summary>Bytes of the data part.</summary>
    public int DataLength => BinaryPrimitives.ReadUInt16BigEndian(_bytes[8..]);

    /// <summary>Whether it is an answer to a job, with an error field.</summary>
    public bool IsAnswer => Rosctr is S7Rosctr.Ack or S7Rosctr.AckData;

    /// <summary>Bytes of the header.</summary>
    public int HeaderLength => IsAnswer ? AnswerHeaderSize : HeaderSize;

    /// <summary>Bytes of the PDU as its header states them.</summary>
    public int Length => HeaderLength + ParameterLength + DataLength;

    /// <summary>Error class of an answer; 0 is none.</summary>
    public byte ErrorClass => IsAnswer ? _bytes[10] : (byte)0;

    /// <summary>Error code of an answer; 0 is none.</summary>
    public byte ErrorCode => IsAnswer ? _bytes[11] : (byte)0;

    /// <summary>Class and code of an answer's error as one word, as the tables list them.</summary>
    public ushort Error => IsAnswer ? BinaryPrimitives.ReadUInt16BigEndian(_bytes[10..]) : (ushort)0;

    /// <summary>The parameter part.</summary>
    public ReadOnlySpan<byte> Parameter => _bytes.Slice(HeaderLength, ParameterLength);

    /// <summary>The data part.</summary>
    public ReadOnlySpan<byte> Data => _bytes.Slice(HeaderLength + ParameterLength, DataLength);

    /// <summary>The function of a job or its answer; an Ack has none, then it is CPU services (0).</summary>
    public S7Function Function => ParameterLength > 0 ? (S7Function)_bytes[HeaderLength] : S7Function.CpuServices;

    /// <summary>The count of items in Read Var and Write Var.</summary>
    public int ItemCount => ParameterLength > 1 ? _bytes[HeaderLength + 1] : 0;

    /// <summary>The whole PDU without what may follow it.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes[..Length];
}
