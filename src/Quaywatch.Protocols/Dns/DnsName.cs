namespace Quaywatch.Protocols.Dns;

/// <summary>Names of a message. RFC 1035, sections 3.1 and 4.1.4: labels of up to 63 bytes, each behind its length, up to 255 bytes in all,
/// closed by the empty label or by a pointer to an earlier place.
/// <code>
/// +--+--+-----------------+- - - - -+
/// | 0  0| length          | label   |
/// +--+--+-----------------+- - - - -+
/// | 1  1| offset from the message's first byte, 14 bits
/// +--+--+-----------------+--------------+
/// </code>
/// As text the labels stand as they are, apart by dots, without the last dot; a dot or backslash inside a label has a backslash
/// before it (RFC 1035, section 5.1), so that no label passes for two.</summary>
public static class DnsName
{
    /// <summary>Room that every name fits into as text: 253 bytes of labels and dots, each byte with a backslash at worst.</summary>
    public const int LongestText = 512;

    /// <summary>Bytes of a name, with lengths and the empty label.</summary>
    public const int LongestName = 255;

    /// <summary>Pointers that are followed; a name has at most 127 labels, and a pointer to a pointer serves nothing.</summary>
    const int MostPointers = 127;

    /// <summary>Where the bytes behind the name begin; -1 where it is cut or has a label without a meaning. Pointers are not
    /// followed.</summary>
    public static int Skip(ReadOnlySpan<byte> message, int at)
    {
        while ((uint)at < (uint)message.Length)
        {
            int length = message[at];
            switch (length >> 6)
            {
                case 0 when length == 0:
                    return at + 1;
                case 0:
                    at += length + 1;
                    break;
                case 3:
                    return at + 2 <= message.Length ? at + 2 : -1;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>Reads a name as text. With <see cref="DnsFault.None"/> and <see cref="DnsFault.Pointer"/> the text is whole.</summary>
    /// <param name="message">The whole message, since pointers lead anywhere in it.</param>
    /// <param name="at">Where the name begins.</param>
    /// <param name="text">Where the text goes, of <see cref="LongestText"/> bytes.</param>
    /// <param name="length">Bytes of text.</param>
    public static DnsFault Read(ReadOnlySpan<byte> message, int at, Span<byte> text, out int length)
    {
        DnsFault fault = DnsFault.None;
        length = 0;
        int named = 1;
        int pointers = 0;
        int start = at;
        while ((uint)at < (uint)message.Length)
        {
            int size = message[at];
            if (size == 0)
            {
                return fault;
            }

            if (size >> 6 == 3)
            {
                if (at + 1 >= message.Length)
                {
                    return DnsFault.Cut;
                }

                if (++pointers > MostPointers)
                {
                    return DnsFault.Loop;
                }

                int target = ((size & 63) << 8) | message[at + 1];
                fault = target >= start || target < DnsFrame.HeaderSize ? DnsFault.Pointer : fault;
                start = at = target;
                continue;
            }

            named += size + 1;
            if (size >> 6 != 0)
            {
                return DnsFault.LabelKind;
            }

            if (at + 1 + size > message.Length)
            {
                return DnsFault.Cut;
            }

            if (named > LongestName)
            {
                return pointers > 0 && fault == DnsFault.Pointer ? DnsFault.Loop : DnsFault.TooLong;
            }

            Append(message.Slice(at + 1, size), text, ref length);
            at += size + 1;
        }

        return DnsFault.Cut;
    }

    /// <summary>Whether two names as text are the same; letters of ASCII have no case in DNS (RFC 4343).</summary>
    public static bool AreSame(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => System.Text.Ascii.EqualsIgnoreCase(left, right)
        || (left.Length == right.Length && left.SequenceEqual(right));

    static void Append(ReadOnlySpan<byte> label, Span<byte> text, ref int length)
    {
        if (length > 0)
        {
            text[length++] = (byte)'.';
        }

        foreach (byte part in label)
        {
            if (part is (byte)'.' or (byte)'\\')
            {
                text[length++] = (byte)'\\';
            }

            text[length++] = part;
        }
    }
}
