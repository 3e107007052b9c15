using System.Buffers.Binary;

namespace Quaywatch.Protocols.Iso;

/// <summary>One transport protocol data unit. ITU-T X.224 (ISO 8073), 13.2 to 13.12, class 0 as RFC 1006 uses it:
/// <code>
/// +----+------+-----------------------------------------------+------
/// | LI | code | fixed part                  | variable part   | user
/// |    |      | CR CC: dst(2) src(2) class  | code len value  | data
/// |    |      | DR:    dst(2) src(2) reason |                 |
/// |    |      | DC:    dst(2) src(2)        |                 |
/// |    |      | ER:    dst(2) cause         |                 |
/// |    |      | DT:    EOT (1 bit) number   |                 |
/// +----+------+-----------------------------------------------+------
/// </code>
/// LI counts the head behind itself, without user data.</summary>
public readonly ref struct CotpTpdu
{
    readonly ReadOnlySpan<byte> _bytes;

    CotpTpdu(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads the TPDU that fills the bytes; false where its head is cut short or of no known kind.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out CotpTpdu tpdu)
    {
        tpdu = new CotpTpdu(bytes);
        if (bytes.Length < 2 || bytes[0] == 0xFF || bytes.Length < tpdu.HeadLength)
        {
            return false;
        }

        int fixedPart = FixedPart(tpdu.Type);
        return fixedPart >= 0 && bytes[0] >= fixedPart + 1;
    }

    /// <summary>LI: bytes of the head behind this one.</summary>
    public int LengthIndicator => _bytes[0];

    /// <summary>Bytes of the head, LI among them.</summary>
    public int HeadLength => _bytes[0] + 1;

    /// <summary>The code byte.</summary>
    public byte Code => _bytes[1];

    /// <summary>The kind.</summary>
    public CotpType Type => (CotpType)(_bytes[1] >> 4);

    /// <summary>The receiver's number of the connection; 0 in DT, which has none in class 0.</summary>
    public ushort DestinationReference => Type == CotpType.Data ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>The sender's number of the connection, in CR, CC, DR and DC.</summary>
    public ushort SourceReference => FixedPart(Type) >= 4 ? BinaryPrimitives.ReadUInt16BigEndian(_bytes[4..]) : (ushort)0;

    /// <summary>Transport class of CR and CC (upper half), options (lower half).</summary>
    public byte ClassOption => Type is CotpType.ConnectionRequest or CotpType.ConnectionConfirm ? _bytes[6] : (byte)0;

    /// <summary>Why DR disconnects.</summary>
    public byte Reason => Type == CotpType.DisconnectRequest ? _bytes[6] : (byte)0;

    /// <summary>Why ER rejects.</summary>
    public byte RejectCause => Type == CotpType.Error ? _bytes[4] : (byte)0;

    /// <summary>Whether this DT is the last of its user data unit (end of TSDU).</summary>
    public bool IsLast => Type == CotpType.Data && (_bytes[2] & 0x80) != 0;

    /// <summary>DT's number, 0 in class 0.</summary>
    public byte Number => Type == CotpType.Data ? (byte)(_bytes[2] & 0x7F) : (byte)0;

    /// <summary>The variable part of the head.</summary>
    public ReadOnlySpan<byte> Parameters => _bytes[(2 + FixedPart(Type))..HeadLength];

    /// <summary>Where the variable part begins.</summary>
    public int ParametersOffset => 2 + FixedPart(Type);

    /// <summary>What follows the head.</summary>
    public ReadOnlySpan<byte> UserData => _bytes[HeadLength..];

    /// <summary>The value of a parameter of the variable part; empty where it is not there.</summary>
    public ReadOnlySpan<byte> Parameter(CotpParameter code)
    {
        ReadOnlySpan<byte> rest = Parameters;
        while (rest.Length >= 2 && rest.Length >= 2 + rest[1])
        {
            if (rest[0] == (byte)code)
            {
                return rest.Slice(2, rest[1]);
            }

            rest = rest[(2 + rest[1])..];
        }

        return default;
    }

    /// <summary>Bytes of the fixed part behind the code byte; -1 for a kind that does not exist or that class 0 does not use.</summary>
    static int FixedPart(CotpType type) => type switch
    {
        CotpType.ConnectionRequest or CotpType.ConnectionConfirm or CotpType.DisconnectRequest => 5,
        CotpType.DisconnectConfirm => 4,
        CotpType.Error => 3,
        CotpType.Data => 1,
        (CotpType)1 or (CotpType)2 or CotpType.Acknowledge or CotpType.Reject => 3,
        _ => -1,
    };
}
