namespace Quaywatch.Protocols.Iso;

/// <summary>One whole message of an ISO transport connection over TCP: a TPDU in its TPKT, or the run of DT TPDUs that together
/// carry one user data unit (TSDU), each in a TPKT of its own, the last marked by EOT. X.224, 6.3 and RFC 1006, section 6.
/// <para>Siemens stacks send a DT without data and without EOT as a sign of life. It adds nothing to the unit that follows, and
/// that unit may come much later, so it is a message of its own here.</para></summary>
public readonly ref struct IsoMessage
{
    /// <summary>Bytes of a run of DT TPDUs that are waited for at most; what is longer is cut there.</summary>
    public const int Longest = 65_535;

    readonly ReadOnlySpan<byte> _bytes;

    IsoMessage(ReadOnlySpan<byte> bytes, int dataLength, int parts, bool isCut)
    {
        _bytes = bytes;
        DataLength = dataLength;
        Parts = parts;
        IsCut = isCut;
    }

    /// <summary>Finds the message at the beginning of the bytes.</summary>
    /// <returns><see cref="ParseStatus.Done"/> with its length, <see cref="ParseStatus.NeedMore"/>, or
    /// <see cref="ParseStatus.Broken"/>.</returns>
    public static Parse TryRead(ReadOnlySpan<byte> bytes, out IsoMessage message)
    {
        message = default;
        int at = 0;
        int data = 0;
        int parts = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = bytes[at..];
            if (rest.Length < Tpkt.Size)
            {
                return CanBegin(rest) ? Parse.NeedMore(at + Tpkt.Shortest) : End(bytes, at, data, parts, out message);
            }

            if (!Tpkt.TryRead(rest, out Tpkt packet) || at + packet.Length > Longest)
            {
                return End(bytes, at, data, parts, out message);
            }

            if (rest.Length < packet.Length)
            {
                return Parse.NeedMore(at + packet.Length);
            }

            if (!CotpTpdu.TryRead(rest[Tpkt.Size..packet.Length], out CotpTpdu tpdu) || (at > 0 && tpdu.Type != CotpType.Data))
            {
                return End(bytes, at, data, parts, out message);
            }

            at += packet.Length;
            data += tpdu.UserData.Length;
            parts++;
            if (tpdu.Type != CotpType.Data || tpdu.IsLast || data == 0)
            {
                message = new IsoMessage(bytes[..at], data, parts, isCut: false);
                return Parse.Done(at);
            }
        }
    }

    /// <summary>The whole message.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Its first TPDU, which says what it is.</summary>
    public CotpTpdu First
    {
        get
        {
            CotpTpdu.TryRead(_bytes[Tpkt.Size..PacketLength(_bytes)], out CotpTpdu tpdu);
            return tpdu;
        }
    }

    /// <summary>Bytes of user data in all its TPDUs.</summary>
    public int DataLength { get; }

    /// <summary>How many TPDUs.</summary>
    public int Parts { get; }

    /// <summary>Whether a user data unit was left without its end, because something else follows or it became too long.</summary>
    public bool IsCut { get; }

    /// <summary>The user data: as it lies there where one TPDU holds it all, else joined in the buffer.</summary>
    /// <param name="buffer">Grows to what is needed.</param>
    public ReadOnlySpan<byte> Data(scoped ref byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (Parts == 1)
        {
            return First.UserData;
        }

        if (buffer.Length < DataLength)
        {
            buffer = new byte[Math.Max(1024, DataLength)];
        }

        int filled = 0;
        ReadOnlySpan<byte> rest = _bytes;
        while (!rest.IsEmpty)
        {
            int length = PacketLength(rest);
            CotpTpdu.TryRead(rest[Tpkt.Size..length], out CotpTpdu tpdu);
            tpdu.UserData.CopyTo(buffer.AsSpan(filled));
            filled += tpdu.UserData.Length;
            rest = rest[length..];
        }

        return buffer.AsSpan(0, filled);
    }

    static int PacketLength(ReadOnlySpan<byte> bytes)
    {
        Tpkt.TryRead(bytes, out Tpkt packet);
        return packet.Length;
    }

    /// <summary>Whether fewer than four bytes may be the beginning of a TPKT.</summary>
    static bool CanBegin(ReadOnlySpan<byte> bytes) => bytes.IsEmpty || bytes[0] == Tpkt.Version;

    static Parse End(ReadOnlySpan<byte> bytes, int at, int data, int parts, out IsoMessage message)
    {
        message = at == 0 ? default : new IsoMessage(bytes[..at], data, parts, isCut: true);
        return at == 0 ? Parse.Broken : Parse.Done(at);
    }
}
