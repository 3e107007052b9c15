namespace Quaywatch.Protocols.S7;

/// <summary>What a TSAP of two bytes says of a connection: the kind of client in the first (1 PG, 2 OP, 3 basic), rack and slot of
/// the controller in the second (rack x 32 + slot). Siemens, communication with SIMATIC; the same in Snap7 and libnodave.</summary>
public readonly ref struct S7Tsap
{
    readonly ReadOnlySpan<byte> _bytes;

    /// <summary>The TSAP of these bytes, any number.</summary>
    public S7Tsap(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Whether an engineering tool (programming device) connects.</summary>
    public bool IsEngineering => _bytes.Length == 2 && _bytes[0] == 1;

    /// <summary>Writes "PG, rack 0, slot 2" as ASCII and returns how many bytes; longer text is cut to what fits.</summary>
    public int Format(Span<byte> text)
    {
        ByteText to = new(text);
        if (_bytes.Length != 2)
        {
            to.Add("TSAP "u8);
            foreach (byte character in _bytes)
            {
                to.Add(character is > 0x20 and < 0x7F ? character : (byte)'?');
            }

            return to.Length;
        }

        switch (_bytes[0])
        {
            case 1:
                to.Add("PG"u8);
                break;
            case 2:
                to.Add("OP"u8);
                break;
            case 3:
                to.Add("basic"u8);
                break;
            default:
                to.Add("resource "u8);
                to.Hex(_bytes[0], 2);
                break;
        }

        to.Add(", rack "u8);
        to.Decimal(_bytes[1] >> 5);
        to.Add(", slot "u8);
        to.Decimal(_bytes[1] & 0x1F);
        return to.Length;
    }
}
