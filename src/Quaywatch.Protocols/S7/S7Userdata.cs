using System.Buffers.Binary;

namespace Quaywatch.Protocols.S7;

/// <summary>The parameter part of a userdata PDU. Wireshark 4.0, packet-s7comm.c, s7comm_decode_ud:
/// <code>
/// +--------------+--------+--------+--------------+-------------+----------+- - - - - - - - - - - - - - - - - -+
/// | 00 01 12     | length | method | type : group | subfunction | sequence | data unit  last data  error code |
/// | (head)       |        |        | (4 : 4 bits) |             | number   | reference  unit       (2)        |
/// +--------------+--------+--------+--------------+-------------+----------+- - - - - - - - - - - - - - - - - -+
/// </code>
/// The last four bytes are there where the method is 0x12. The data part begins with return code, transport size and length.</summary>
public readonly ref struct S7Userdata
{
    /// <summary>Bytes without the extension.</summary>
    public const int ShortSize = 8;

    /// <summary>Bytes with the extension.</summary>
    public const int ExtendedSize = 12;

    /// <summary>Method 0x12: with the extension.</summary>
    public const byte ExtendedMethod = 0x12;

    readonly ReadOnlySpan<byte> _parameter;

    S7Userdata(ReadOnlySpan<byte> parameter) => _parameter = parameter;

    /// <summary>Reads the parameter part of a userdata PDU; false where it is too short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> parameter, out S7Userdata userdata)
    {
        userdata = new S7Userdata(parameter);
        return parameter.Length >= ShortSize;
    }

    /// <summary>The constant 00 01 12.</summary>
    public int Head => (_parameter[0] << 16) | (_parameter[1] << 8) | _parameter[2];

    /// <summary>Bytes of the parameter part behind this one.</summary>
    public byte SpecificationLength => _parameter[3];

    /// <summary>0x11 short, 0x12 extended.</summary>
    public byte Method => _parameter[4];

    /// <summary>Type and group in one byte.</summary>
    public byte TypeAndGroup => _parameter[5];

    /// <summary>Push, request or response.</summary>
    public S7UserdataType Type => (S7UserdataType)(_parameter[5] >> 4);

    /// <summary>The function group.</summary>
    public S7Group Group => (S7Group)(_parameter[5] & 0x0F);

    /// <summary>The function in its group.</summary>
    public byte Subfunction => _parameter[6];

    /// <summary>The number that joins the PDUs of one sequence, and of one job.</summary>
    public byte Sequence => _parameter[7];

    /// <summary>Whether the extension is there.</summary>
    public bool IsExtended => Method == ExtendedMethod && _parameter.Length >= ExtendedSize;

    /// <summary>Not 0 where the data is a part of something longer.</summary>
    public byte DataUnitReference => IsExtended ? _parameter[8] : (byte)0;

    /// <summary>Whether more parts follow: the last data unit flag is not 0.</summary>
    public bool HasMore => IsExtended && _parameter[9] != 0;

    /// <summary>The error; 0 is none.</summary>
    public ushort ErrorCode => IsExtended ? BinaryPrimitives.ReadUInt16BigEndian(_parameter[10..]) : (ushort)0;

    /// <summary>Whether it asks, in the PLC's or the NC's way.</summary>
    public bool IsRequest => Type is S7UserdataType.Request or S7UserdataType.NcRequest;

    /// <summary>Whether it answers.</summary>
    public bool IsResponse => Type is S7UserdataType.Response or S7UserdataType.NcResponse;
}
